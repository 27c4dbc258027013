package id.anjungan.channel.feed;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rows of a CSV export. The separator is the one of comma, semicolon and tab that the header has most of.
final class CsvRows implements RowSource {
    private static final int HEADER_AT_MOST = 1 << 16;

    private final CsvReader reader;
    private final Columns columns;

    CsvRows(BufferedReader in, Map<String, String> chosen) throws IOException {
        reader = new CsvReader(in, separator(in));
        CsvReader.Fields header = reader.next();
        if (header == null) {
            throw new FeedException("the file is empty");
        }
        if (!header.problem().isEmpty() || header.fields().size() < 2) {
            throw new FeedException("this is no CSV with a header: its first line is \"" + shortened(header.raw()) + "\"");
        }
        columns = new Columns(header.fields(), chosen);
    }

    private static char separator(BufferedReader in) throws IOException {
        in.mark(HEADER_AT_MOST);
        int[] seen = new int[128];
        boolean quoted = false;
        for (int i = 0; i < HEADER_AT_MOST - 1; i++) {
            int c = in.read();
            if (c < 0 || (!quoted && (c == '\n' || c == '\r'))) {
                break;
            }
            quoted ^= c == '"';
            if (!quoted && c < 128) {
                seen[c]++;
            }
        }
        in.reset();
        char best = ',';
        for (char c : List.of(';', '\t')) {
            best = seen[c] > seen[best] ? c : best;
        }
        return best;
    }

    private static String shortened(String s) {
        return s.length() > 80 ? s.substring(0, 80) + "…" : s;
    }

    @Override
    public @Nullable Row next() throws IOException {
        CsvReader.Fields f = reader.next();
        if (f == null) {
            return null;
        }
        if (!f.problem().isEmpty()) {
            return new Row.Bad(f.line(), f.raw(), f.problem());
        }
        if (f.fields().size() > columns.count()) {
            return new Row.Bad(
                    f.line(), f.raw(), "has " + f.fields().size() + " fields where the header has " + columns.count());
        }
        return new Row.Values(f.line(), f.raw(), columns.values(f.fields()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
