package id.anjungan.domain;

import java.util.Optional;

/// What kinds of files a case may carry, each known by its first bytes: what a file calls itself is not believed.
public enum FileKind {
    JPEG("image/jpeg"),
    PNG("image/png"),
    GIF("image/gif"),
    PDF("application/pdf"),
    MP3("audio/mpeg"),
    OGG("audio/ogg"),
    /// Recordings and short films as phones make them.
    MP4("video/mp4");

    /// The largest file a case may carry.
    public static final long MOST_BYTES = 25L << 20;

    /// As many first bytes as are needed to tell.
    public static final int HEAD = 16;

    private final String mediaType;

    FileKind(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean picture() {
        return mediaType.startsWith("image/");
    }

    public static Optional<FileKind> ofMediaType(String type) {
        for (FileKind k : values()) {
            if (k.mediaType.equals(type)) {
                return Optional.of(k);
            }
        }
        return Optional.empty();
    }

    /// What a file begins with says.
    public static Optional<FileKind> ofHead(byte[] head) {
        if (begins(head, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        } else if (begins(head, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(PNG);
        } else if (begins(head, 0, 'G', 'I', 'F', '8')) {
            return Optional.of(GIF);
        } else if (begins(head, 0, '%', 'P', 'D', 'F', '-')) {
            return Optional.of(PDF);
        } else if (begins(head, 0, 'O', 'g', 'g', 'S')) {
            return Optional.of(OGG);
        } else if (begins(head, 4, 'f', 't', 'y', 'p')) {
            return Optional.of(MP4);
        }
        boolean frame = head.length > 1 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xE6) == 0xE2;
        return begins(head, 0, 'I', 'D', '3') || frame ? Optional.of(MP3) : Optional.empty();
    }

    private static boolean begins(byte[] head, int at, int... bytes) {
        if (head.length < at + bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[at + i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
