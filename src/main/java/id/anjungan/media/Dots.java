package id.anjungan.media;

/// A decoded picture: its dots line by line as 0xAARRGGBB. `sourceWidth` is how wide the whole picture is, which may be
/// more than was decoded.
@SuppressWarnings("ArrayRecordComponent") // the dots are handed on and never compared
public record Dots(int width, int height, int[] argb, int sourceWidth, int sourceHeight) {}
