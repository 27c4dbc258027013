/// The test kit: real child processes, a line that misbehaves, files that forget, and one oracle that is fed only with
/// what was acknowledged. Nothing here is reachable from the program itself.
package id.anjungan.kit;
