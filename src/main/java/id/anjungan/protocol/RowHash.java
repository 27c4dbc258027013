package id.anjungan.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// Many rows as one number, so that a desk and its server can be compared. Each row counts with the first eight bytes
/// (as a big-endian number) of SHA-256 over its id (16 bytes), its seq (8 bytes, big-endian) and the SHA-256 of its
/// body as sent in UTF-8; the numbers are added modulo 2^64, so the order of the rows does not matter. One thread.
public final class RowHash {
    private final MessageDigest sha = sha256();
    private long total;
    private long rows;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public void add(UUID id, long seq, String body) {
        byte[] digest = sha.digest(body.getBytes(StandardCharsets.UTF_8));
        sha.update(ByteBuffer.allocate(24)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putLong(seq)
                .array());
        total += ByteBuffer.wrap(sha.digest(digest)).getLong();
        rows++;
    }

    public long rows() {
        return rows;
    }

    /// 16 hexadecimal digits.
    public String text() {
        return HexFormat.of().toHexDigits(total);
    }
}
