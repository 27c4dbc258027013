/// The item a channel delivers, and the client that delivers it: the one public way in, for real channels,
/// imports and the simulator alike.
package id.anjungan.intake;
