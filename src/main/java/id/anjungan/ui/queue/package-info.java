/// The escalation queue: a window of rows that keeps still while somebody reads.
package id.anjungan.ui.queue;
