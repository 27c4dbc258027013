package id.anjungan.domain;

/// A photo or recording, addressed by the SHA-256 of its bytes (lower-case hex). `url` is where the channel
/// keeps it, until it has been fetched; as long as nobody has, `sha256` may be empty. Size in bytes, −1 when unknown.
public record Attachment(String sha256, String mediaType, long bytes, String url) {}
