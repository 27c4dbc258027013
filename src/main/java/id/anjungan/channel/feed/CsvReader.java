package id.anjungan.channel.feed;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records of RFC 4180 CSV: quoted fields may hold separators, line ends and doubled quotes; any of CR, LF and CRLF
/// ends a record; blank lines are no records. A quote that is not at the beginning of a field is a letter like any
/// other. Keeps the text and the first line of each record. A quote that is never closed would swallow the rest of
/// the file: such a record is given up at its own line, and reading goes on with the next. Confined to one thread.
final class CsvReader implements Closeable {
    /// No record of an export is longer, in characters.
    static final int LONGEST = 1 << 18;

    private static final int END = -1;

    private final Reader in;
    private final char separator;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int filled;
    private String again = "";
    private int againAt;
    private long line = 1;
    private final StringBuilder raw = new StringBuilder();
    private final StringBuilder field = new StringBuilder();

    CsvReader(Reader in, char separator) {
        this.in = in;
        this.separator = separator;
    }

    /// `problem` is empty for a whole record.
    record Fields(long line, List<String> fields, String raw, String problem) {
        Fields {
            fields = List.copyOf(fields);
        }
    }

    /// The next record, or null at the end.
    @Nullable Fields next() throws IOException {
        while (true) {
            Fields f = record();
            if (f == null || !f.raw().isBlank()) {
                return f;
            }
        }
    }

    private @Nullable Fields record() throws IOException {
        long begin = line;
        raw.setLength(0);
        field.setLength(0);
        List<String> fields = new ArrayList<>();
        boolean quoted = false;
        boolean fresh = true;
        while (true) {
            int c = read();
            if (c == END && raw.isEmpty()) {
                return null;
            }
            if (quoted && (c == END || raw.length() >= LONGEST)) {
                if (c != END) {
                    raw.append((char) c);
                }
                return giveUp(begin);
            }
            if (c == END || (!quoted && (c == '\n' || c == '\r'))) {
                endLine(c);
                fields.add(field.toString());
                return new Fields(begin, fields, raw.toString(), raw.length() >= LONGEST ? "longer than " + LONGEST + " characters" : "");
            }
            if (raw.length() < LONGEST) {
                raw.append((char) c);
            }
            if (quoted) {
                quoted = inQuotes((char) c);
            } else if (c == separator) {
                fields.add(field.toString());
                field.setLength(0);
                fresh = true;
                continue;
            } else if (c == '"' && fresh) {
                quoted = true;
            } else if (raw.length() < LONGEST) {
                field.append((char) c);
            }
            fresh = false;
        }
    }

    /// Takes a character inside quotes; false when it closed them.
    private boolean inQuotes(char c) throws IOException {
        if (c == '"') {
            if (peek() != '"') {
                return false;
            }
            raw.append((char) read());
        } else if (c == '\n' || (c == '\r' && peek() != '\n')) {
            line++;
        }
        field.append(c);
        return true;
    }

    private void endLine(int c) throws IOException {
        if (c == '\r' && peek() == '\n') {
            read();
        }
        line++;
    }

    /// The record's first line is the bad one; what followed it is read again.
    private Fields giveUp(long begin) {
        int end = 0;
        while (end < raw.length() && raw.charAt(end) != '\n' && raw.charAt(end) != '\r') {
            end++;
        }
        String bad = raw.substring(0, end);
        int next = end;
        if (next < raw.length()) {
            boolean both = raw.charAt(next) == '\r' && next + 1 < raw.length() && raw.charAt(next + 1) == '\n';
            next += both ? 2 : 1;
        }
        again = raw.substring(next) + again.substring(againAt);
        againAt = 0;
        line = begin + 1;
        return new Fields(begin, List.of(), bad, "a quote is opened and never closed");
    }

    private int read() throws IOException {
        if (againAt < again.length()) {
            return again.charAt(againAt++);
        }
        return fill() ? buffer[at++] : END;
    }

    private int peek() throws IOException {
        if (againAt < again.length()) {
            return again.charAt(againAt);
        }
        return fill() ? buffer[at] : END;
    }

    private boolean fill() throws IOException {
        if (at < filled) {
            return true;
        }
        at = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
