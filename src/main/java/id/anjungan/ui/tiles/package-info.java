/// The row of channel tiles with the figures beside it.
package id.anjungan.ui.tiles;
