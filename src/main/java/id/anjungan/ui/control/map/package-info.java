/// The map of a city, drawn by ourselves: outlines on a canvas, points as
/// pixels, never a node per marker. Colours come from CSS only, see [id.anjungan.ui.control.map.MapToken].
/// Everything here belongs to the FX thread, except the immutable [id.anjungan.ui.control.map.MapPoints].
package id.anjungan.ui.control.map;
