package id.anjungan.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads a change in the very form in which this program writes it, without a parser: a first sync brings hundreds of
/// thousands of them. Anything else, however slightly, is left to the general reader. Stateless and thread-safe.
final class ChangeLine {
    private static final byte[] SEQ = ascii("{\"f\":\"change\",\"seq\":");
    private static final byte[] KIND = ascii(",\"kind\":\"");
    private static final byte[] ID = ascii("\",\"id\":\"");
    private static final byte[] BODY = ascii("\",\"body\":{");
    private static final Kind[] ENTITIES =
            Arrays.stream(Kind.values()).filter(k -> k.type().isPresent()).toArray(Kind[]::new);
    private static final int ID_LENGTH = 36;
    private static final int MOST_DIGITS = 18;

    private ChangeLine() {}

    private static byte[] ascii(String s) {
        return s.getBytes(StandardCharsets.US_ASCII);
    }

    /// Null when it has another form, or a kind whose body nobody else will read and find broken.
    static Frame.@Nullable Change read(byte[] line) {
        if (!at(line, 0, SEQ)) {
            return null;
        }
        int digits = SEQ.length;
        int i = digits;
        long seq = 0;
        while (i < line.length && line[i] >= '0' && line[i] <= '9' && i - digits < MOST_DIGITS) {
            seq = seq * 10 + line[i++] - '0';
        }
        if (i == digits || !at(line, i, KIND)) {
            return null;
        }
        Kind kind = kind(line, i + KIND.length);
        if (kind == null) {
            return null;
        }
        int id = i + KIND.length + kind.wire().length() + ID.length;
        int body = id + ID_LENGTH + BODY.length - 1;
        if (!at(line, id - ID.length, ID) || !at(line, id + ID_LENGTH, BODY) || end(line, body) != line.length - 1) {
            return null;
        }
        UUID uuid = uuid(line, id);
        return uuid == null
                ? null
                : new Frame.Change(
                        seq, kind.wire(), uuid, new String(line, body, line.length - 1 - body, StandardCharsets.UTF_8));
    }

    private static boolean at(byte[] line, int from, byte[] wanted) {
        if (from + wanted.length > line.length) {
            return false;
        }
        return Arrays.equals(line, from, from + wanted.length, wanted, 0, wanted.length);
    }

    private static @Nullable Kind kind(byte[] line, int from) {
        for (Kind k : ENTITIES) {
            int to = from + k.wire().length();
            if (to < line.length && line[to] == '"' && same(line, from, k.wire())) {
                return k;
            }
        }
        return null;
    }

    private static boolean same(byte[] line, int from, String wanted) {
        for (int i = 0; i < wanted.length(); i++) {
            if (line[from + i] != wanted.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Where the object that begins here has ended, and the line's own last brace must be; −1 when the line is not that
    /// brace's.
    private static int end(byte[] line, int from) {
        int depth = 0;
        boolean text = false;
        for (int i = from; i < line.length; i++) {
            byte b = line[i];
            if (text) {
                if (b == '\\') {
                    i++;
                } else if (b == '"') {
                    text = false;
                }
            } else if (b == '"') {
                text = true;
            } else if (b == '{' || b == '[') {
                depth++;
            } else if (b == '}' || b == ']') {
                depth--;
                if (depth == 0) {
                    return i + 1 < line.length && line[i + 1] == '}' ? i + 1 : -1;
                }
            }
        }
        return -1;
    }

    /// In its canonical form only.
    private static @Nullable UUID uuid(byte[] line, int from) {
        long high = 0;
        long low = 0;
        for (int i = 0; i < ID_LENGTH; i++) {
            byte b = line[from + i];
            if (i == 8 || i == 13 || i == 18 || i == 23) {
                if (b != '-') {
                    return null;
                }
                continue;
            }
            int digit = Character.digit(b, 16);
            if (digit < 0) {
                return null;
            }
            if (i < 18) {
                high = high << 4 | digit;
            } else {
                low = low << 4 | digit;
            }
        }
        return new UUID(high, low);
    }
}
