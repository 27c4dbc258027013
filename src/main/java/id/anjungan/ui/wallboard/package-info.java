/// The wall: figures, districts and the worst clocks, without a word a citizen wrote.
package id.anjungan.ui.wallboard;
