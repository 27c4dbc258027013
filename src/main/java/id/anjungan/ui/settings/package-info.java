/// What a desk's user may choose.
package id.anjungan.ui.settings;
