/// One case: its clocks, its timeline, and everything that can be done with it.
package id.anjungan.ui.casefile;
