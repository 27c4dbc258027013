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

    /// Like `of`, but the first 48 bits are the anchor's. What belongs together then lies together in an index over
    /// ids: the rows of one report fall on one page of a B-tree and not on one page each, which is most of what a
    /// commit writes. The other 74 bits still tell apart whatever hangs on one anchor.
    public static UUID near(UUID anchor, String... parts) {
        UUID own = of(parts);
        long first = anchor.getMostSignificantBits() & 0xFFFF_FFFF_FFFF_0000L;
        return new UUID(first | (own.getMostSignificantBits() & 0xFFFFL), own.getLeastSignificantBits());
    }

    /// The case an item of a channel becomes: the same item always becomes the same case.
    public static UUID ofItem(String channel, String sourceId) {
        return of("item", channel, sourceId);
    }

    /// The person who stands behind an item or a conversation of a channel.
    public static UUID ofPerson(String channel, String sourceId) {
        return near(ofItem(channel, sourceId), "person", channel, sourceId);
    }

    /// The conversation that a channel knows by this id.
    public static UUID ofChat(String channel, String sourceId) {
        return of("chat", channel, sourceId);
    }

    /// One line of a conversation.
    public static UUID ofLine(String channel, String sourceId, String lineId) {
        return near(ofChat(channel, sourceId), "line", channel, sourceId, lineId);
    }

    /// The n-th thing a command makes.
    public static UUID ofCommand(UUID command, int n) {
        return near(command, "command", command.toString(), Integer.toString(n));
    }
}
