/// The map beside the queue, in step with the selection.
package id.anjungan.ui.map;
