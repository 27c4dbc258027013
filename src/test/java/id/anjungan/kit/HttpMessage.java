package id.anjungan.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One request or answer, whole, byte for byte as it came. The body ends by `Content-Length` or by its last chunk.
final class HttpMessage {
    private static final int LONGEST_HEAD = 64 * 1024;

    private final byte[] whole;
    private final String first;

    private HttpMessage(byte[] whole, String first) {
        this.whole = whole;
        this.first = first;
    }

    byte[] whole() {
        return whole;
    }

    boolean is(String method) {
        return first.startsWith(method + " ");
    }

    /// The next message; null when the connection ended before or within it.
    static @Nullable HttpMessage read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        String head = head(in, all);
        if (head == null) {
            return null;
        }
        String first = head.lines().findFirst().orElse("");
        String lower = head.toLowerCase(Locale.ROOT);
        boolean ok = lower.contains("transfer-encoding: chunked")
                ? chunks(in, all)
                : take(in, all, length(lower));
        return ok ? new HttpMessage(all.toByteArray(), first) : null;
    }

    private static @Nullable String head(InputStream in, ByteArrayOutputStream all) throws IOException {
        int ends = 0;
        while (ends < 4) {
            int b = in.read();
            if (b < 0 || all.size() > LONGEST_HEAD) {
                return null;
            }
            all.write(b);
            ends = b == (ends % 2 == 0 ? '\r' : '\n') ? ends + 1 : b == '\r' ? 1 : 0;
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    private static int length(String head) {
        return head.lines()
                .filter(l -> l.startsWith("content-length:"))
                .map(l -> Integer.parseInt(l.substring(15).strip()))
                .findFirst()
                .orElse(0);
    }

    private static boolean take(InputStream in, ByteArrayOutputStream all, int n) throws IOException {
        byte[] body = in.readNBytes(n);
        all.writeBytes(body);
        return body.length == n;
    }

    private static boolean chunks(InputStream in, ByteArrayOutputStream all) throws IOException {
        while (true) {
            StringBuilder size = new StringBuilder();
            for (int b = in.read(); b != '\n'; b = in.read()) {
                if (b < 0) {
                    return false;
                }
                size.append((char) b);
            }
            all.writeBytes((size + "\n").getBytes(StandardCharsets.ISO_8859_1));
            int n = Integer.parseInt(size.toString().strip(), 16);
            if (!take(in, all, n + 2)) {
                return false;
            }
            if (n == 0) {
                return true;
            }
        }
    }
}
