package id.anjungan.protocol;

/// What `POST /v1/files` takes: which file is going to be sent, by the SHA-256 of its bytes (lower-case hex).
public record FileUpload(String sha256, String mediaType, long bytes) {
    /// The most that one request carries of a file.
    public static final int CHUNK = 256 << 10;

    /// How far a file has come: the next byte the server wants, and whether it has them all and they are the right ones.
    public record State(long received, boolean complete) {}
}
