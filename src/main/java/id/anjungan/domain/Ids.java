package id.anjungan.domain;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Ids that follow from names, so that two parties who see the same thing give it the same id without
/// talking: RFC 9562 version 8 (custom), the first 128 bits of SHA-256 over the joined parts.
public final class Ids {
    private Ids() {}

    /// The id of a thing named by these parts; parts are length-prefixed, so ("a","bc") differs from ("ab","c").
    public static UUID of(String... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String p : parts) {
                byte[] b = p.getBytes(StandardCharsets.UTF_8);
                sha.update((b.length + ":").getBytes(StandardCharsets.UTF_8));
                sha.update(b);
            }
            var buf = java.nio.ByteBuffer.wrap(sha.digest());
            long hi = (buf.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
            long lo = (buf.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(hi, lo);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// The case an item of a channel becomes: the same item always becomes the same case.
    public static UUID ofItem(String channel, String sourceId) {
        return of("item", channel, sourceId);
    }

    /// The n-th thing a command makes.
    public static UUID ofCommand(UUID command, int n) {
        return of("command", command.toString(), Integer.toString(n));
    }
}
