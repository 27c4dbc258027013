/// The window: bar, pages, keys, notices, and the status of the connection.
package id.anjungan.ui.shell;
