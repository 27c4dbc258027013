/// One loop between the desk's files and the server: sign in, snapshot, live, push, back off. Knows nothing of the
/// screens.
package id.anjungan.sync;
