package id.anjungan.sync;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines of bytes from a stream, and whether another complete one is here already, so that what has arrived together
/// is applied together. A line longer than the limit is dropped whole and counted. One thread.
final class LineReader {
    private final InputStream in;
    private final int limit;
    private byte[] buffer = new byte[64 * 1024];
    private int from;
    private int scanned;
    private int to;
    private int dropped;

    LineReader(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /// The next line without its end, or null at the end of the stream.
    byte @Nullable [] next() throws IOException {
        boolean tooLong = false;
        while (true) {
            int end = find();
            if (end >= 0) {
                byte[] line = Arrays.copyOfRange(buffer, from, end);
                from = end + 1;
                scanned = from;
                if (!tooLong) {
                    return line;
                }
                dropped++;
                tooLong = false;
                continue;
            }
            if (to - from > limit) {
                tooLong = true;
                from = to;
                scanned = to;
            }
            if (!fill()) {
                return null;
            }
        }
    }

    /// Whether `next` would return at once.
    boolean ready() {
        return find() >= 0;
    }

    int dropped() {
        return dropped;
    }

    private int find() {
        for (; scanned < to; scanned++) {
            if (buffer[scanned] == '\n') {
                return scanned;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, to - from);
            to -= from;
            scanned -= from;
            from = 0;
        }
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int n = in.read(buffer, to, buffer.length - to);
        if (n <= 0) {
            return false;
        }
        to += n;
        return true;
    }
}
