package id.anjungan.central;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Lines of a request body as bytes, bounded: a line that is too long is cut and said to be. One thread.
final class Lines {
    static final int LONGEST = 1 << 20;
    private static final int CHUNK = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[CHUNK];
    private int at;
    private int end;
    private boolean cut;

    Lines(InputStream in) {
        this.in = in;
    }

    /// Whether the last line was longer than `LONGEST`.
    boolean cut() {
        return cut;
    }

    /// The next line that is not empty, without its end; null at the end of the body.
    byte @Nullable [] next() throws IOException {
        cut = false;
        ByteArrayOutputStream spill = new ByteArrayOutputStream(0);
        while (true) {
            if (at == end && !fill()) {
                return spill.size() == 0 ? null : spill.toByteArray();
            }
            int from = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            keep(spill, from, at - from);
            if (at < end) {
                at++;
                byte[] line = trimmed(spill.toByteArray());
                if (line.length > 0) {
                    return line;
                }
                spill.reset();
                cut = false;
            }
        }
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, CHUNK));
        return end > 0;
    }

    private void keep(ByteArrayOutputStream spill, int from, int length) {
        int room = LONGEST - spill.size();
        cut |= length > room;
        spill.write(buffer, from, Math.min(length, room));
    }

    private static byte[] trimmed(byte[] line) {
        int n = line.length;
        while (n > 0 && line[n - 1] <= ' ' && line[n - 1] >= 0) {
            n--;
        }
        return n == line.length ? line : java.util.Arrays.copyOf(line, n);
    }
}
