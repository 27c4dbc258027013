/// The one door to the JavaFX thread: frame pulse, view lifecycle, faces and themes.
package id.anjungan.ui.fx;
