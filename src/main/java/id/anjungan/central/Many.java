package id.anjungan.central;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An insert of any number of rows. Where every statement is a journey, all rows go as one array a column, in one
/// statement of always the same text; elsewhere row by row. Immutable, any thread.
final class Many {
    private final List<String> types;
    final String each;
    private final String all;

    private Many(List<String> types, String each, String all) {
        this.types = types;
        this.each = each;
        this.all = all;
    }

    /// `columns` as `name type` between commas; `otherwise` is what follows the values.
    static Many into(String table, String columns, String otherwise) {
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        for (String column : columns.split(",\\s*")) {
            int blank = column.indexOf(' ');
            names.add(column.substring(0, blank));
            types.add(column.substring(blank + 1));
        }
        String begin = "INSERT INTO " + table + "(" + String.join(", ", names) + ") ";
        String marks = String.join(",", types.stream().map(t -> "?").toList());
        String arrays = String.join(", ", types.stream().map(t -> "?::" + t + "[]").toList());
        return new Many(
                List.copyOf(types), begin + "VALUES(" + marks + ")" + otherwise,
                begin + "SELECT * FROM unnest(" + arrays + ")" + otherwise);
    }

    /// The values of one column, of one type.
    static final class Column {
        final String type;
        final @Nullable Object[] values;

        private Column(String type, @Nullable Object[] values) {
            this.type = type;
            this.values = values;
        }
    }

    private static @Nullable Object[] array(String type, int n) {
        return switch (type) {
            case "bytea" -> new byte @Nullable [n][];
            case "text" -> new @Nullable String[n];
            case "bigint" -> new @Nullable Long[n];
            case "float8" -> new @Nullable Double[n];
            default -> throw new IllegalArgumentException("no arrays of " + type);
        };
    }

    void later(Db db, List<@Nullable Object[]> rows) throws java.sql.SQLException {
        if (rows.isEmpty()) {
            return;
        }
        if (!db.dialect().shared()) {
            for (@Nullable Object[] row : rows) {
                db.run(each, row);
            }
            return;
        }
        @Nullable Object[] columns = new @Nullable Object[types.size()];
        for (int c = 0; c < columns.length; c++) {
            @Nullable Object[] values = array(types.get(c), rows.size());
            for (int r = 0; r < values.length; r++) {
                values[r] = db.plain(rows.get(r)[c]);
            }
            columns[c] = new Column(types.get(c), values);
        }
        db.later(all, columns);
    }
}
