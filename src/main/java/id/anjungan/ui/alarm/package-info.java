/// The bar that stays until somebody has seen what it says.
package id.anjungan.ui.alarm;
