package id.anjungan.domain;

import org.jspecify.annotations.Nullable;

/// A photo or recording, addressed by the SHA-256 of its bytes (lower-case hex). `url` is where the channel
/// keeps it, until it has been fetched; as long as nobody has, `sha256` may be empty. Size in bytes, −1 when unknown.
/// `graphic` pictures are shown only to those who ask. A `restricted` one has been replaced by a redacted picture,
/// which names it as `redactionOf`: only those with `SEE_ORIGINAL` still get its bytes.
public record Attachment(
        String sha256,
        String mediaType,
        long bytes,
        String url,
        @Nullable String name,
        boolean graphic,
        boolean restricted,
        @Nullable String redactionOf) {

    public Attachment(String sha256, String mediaType, long bytes, String url) {
        this(sha256, mediaType, bytes, url, null, false, false, null);
    }

    /// A file of ours, under its name.
    public static Attachment of(String sha256, FileKind kind, long bytes, @Nullable String name) {
        return new Attachment(sha256, kind.mediaType(), bytes, "", name, false, false, null);
    }

    public Attachment asGraphic(boolean shown) {
        return new Attachment(sha256, mediaType, bytes, url, name, shown, restricted, redactionOf);
    }

    Attachment restrict() {
        return new Attachment(sha256, mediaType, bytes, url, name, graphic, true, redactionOf);
    }

    Attachment redacting(Attachment original) {
        return new Attachment(sha256, mediaType, bytes, "", name, original.graphic, false, original.sha256);
    }

    /// Whether its bytes are kept by the server, and not only somewhere at the channel.
    public boolean kept() {
        return !sha256.isEmpty() && url.isEmpty();
    }

    public boolean picture() {
        return mediaType.startsWith("image/");
    }
}
