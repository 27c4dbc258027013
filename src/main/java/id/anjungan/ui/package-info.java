/// The screens of the desk.
package id.anjungan.ui;
