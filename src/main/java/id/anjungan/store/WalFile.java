package id.anjungan.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A write-ahead log as bytes. SQLite takes a log up to its first frame that does not add up and forgets the rest
/// without a word, so a flipped bit in the middle silently costs every commit behind it. Read here, before SQLite
/// does, such a log is known to be damaged, and what stands behind the damage can be rescued. Layout: the SQLite file
/// format, section 4.
final class WalFile {
    private static final int HEADER = 32;
    private static final int FRAME = 24;
    private static final int MAGIC = 0x377f0682;

    /// One page as a commit left it.
    record Frame(int page, ByteBuffer content) {}

    private final List<Frame> frames = new ArrayList<>();
    private boolean damaged;

    private WalFile() {}

    static WalFile read(Path wal) throws IOException {
        WalFile w = new WalFile();
        if (Files.exists(wal)) {
            ByteBuffer b = ByteBuffer.wrap(Files.readAllBytes(wal));
            if (b.capacity() > HEADER) {
                w.take(b);
            }
        }
        return w;
    }

    /// Whether commits stand behind something that does not add up.
    boolean damaged() {
        return damaged;
    }

    /// Every page of every commit with the newest salts, in order, whatever its checksum says.
    List<Frame> frames() {
        return frames;
    }

    private void take(ByteBuffer b) {
        boolean known = (b.getInt(0) & ~1) == MAGIC;
        ByteOrder order = (b.getInt(0) & 1) == 1 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        long sum = sum(b, 0, 24, order, 0);
        boolean sound = known && b.getInt(8) == PageImages.PAGE && sum == b.getLong(24);
        // A damaged header does not say which salts are the newest; the first frame does.
        long salts = sound ? b.getLong(16) : b.capacity() >= HEADER + 16 ? b.getLong(HEADER + 8) : 0;
        boolean adds = sound;
        List<Frame> open = new ArrayList<>();
        for (int at = HEADER; at + FRAME + PageImages.PAGE <= b.capacity(); at += FRAME + PageImages.PAGE) {
            if (b.getLong(at + 8) != salts) {
                // Damaged salts within this log, or the rest of an older one: newer frames behind tell which.
                adds = false;
                continue;
            }
            if (adds) {
                sum = sum(b, at + FRAME, PageImages.PAGE, order, sum(b, at, 8, order, sum));
                adds = sum == b.getLong(at + 16);
            }
            byte[] content = new byte[PageImages.PAGE];
            b.get(at + FRAME, content);
            open.add(new Frame(b.getInt(at), ByteBuffer.wrap(content)));
            if (b.getInt(at + 4) != 0) {
                frames.addAll(open);
                open.clear();
                damaged |= !adds;
            }
        }
    }

    /// SQLite's checksum, continued from `before` (both halves in one long).
    private static long sum(ByteBuffer b, int from, int bytes, ByteOrder order, long before) {
        int s0 = (int) (before >>> 32);
        int s1 = (int) before;
        ByteBuffer words = b.duplicate().order(order);
        for (int i = from; i < from + bytes; i += 8) {
            s0 += words.getInt(i) + s1;
            s1 += words.getInt(i + 4) + s0;
        }
        return ((long) s0 << 32) | (s1 & 0xffffffffL);
    }
}
