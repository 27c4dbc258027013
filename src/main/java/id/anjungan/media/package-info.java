/// Pictures as bytes and dots: decoding within bounds, thumbnails, redaction. No screen and no toolkit.
@org.jspecify.annotations.NullMarked
package id.anjungan.media;
