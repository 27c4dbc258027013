package id.anjungan.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can still be read of a damaged `desk.db`: first by asking SQLite, range of rows by range of rows around what it
/// cannot read, then from the bare pages of file and log. The first reading of a row counts. Works on a copy, which it
/// may change.
final class Salvage {
    private static final Logger LOG = LoggerFactory.getLogger(Salvage.class);
    private static final int MOST_FAILURES = 20_000;

    /// A row by its column names.
    record Row(Map<String, Object> values) {
        @Nullable Object get(String column) {
            return values.get(column);
        }

        @Nullable String text(String column) {
            return values.get(column) instanceof String s ? s : null;
        }

        long number(String column) {
            return values.get(column) instanceof Number n ? n.longValue() : 0;
        }

        byte @Nullable [] id(String column) {
            return values.get(column) instanceof byte[] b && b.length == 16 ? b : null;
        }
    }

    private static final Map<String, List<String>> COLUMNS = Map.of(
            "outbox",
            List.of("id", "console", "number", "grp", "actor", "at", "heard_at", "command", "state", "seq", "tries",
                    "tried_at", "sent", "sum"),
            "settled",
            List.of("id", "console", "number", "grp", "actor", "at", "heard_at", "command", "settled_at", "epoch", "sum"),
            "refused", List.of("id", "command", "at", "code", "args"),
            "draft", List.of("about", "text"),
            "setting", List.of("key", "value"),
            "audit", List.of("n", "at", "actor", "what", "command"));

    private final Map<String, Map<String, Row>> tables = new HashMap<>();
    private int failures;

    private Salvage() {}

    /// Reads a copy of the damaged file.
    static Salvage of(Path copy) throws IOException {
        Salvage s = new Salvage();
        PageImages images = PageImages.read(copy);
        s.ask(copy);
        images.rows(s::found);
        return s;
    }

    List<Row> rows(String table) {
        return List.copyOf(tables.getOrDefault(table, Map.of()).values());
    }

    private void ask(Path copy) {
        try (Db db = Db.asIs(copy)) {
            for (String table : COLUMNS.keySet()) {
                ask(db, table);
            }
        } catch (StoreException e) {
            LOG.info("the damaged file cannot be asked: {}", e.getMessage());
        }
    }

    private void ask(Db db, String table) {
        try {
            long last = db.number("SELECT max(rowid) FROM " + table);
            range(db, table, 1, last);
        } catch (StoreException e) {
            LOG.info("{} cannot be asked: {}", table, e.getMessage());
        }
    }

    /// Rows with ids from `low` to `high`; what cannot be read as a whole is read in halves.
    private void range(Db db, String table, long low, long high) {
        if (low > high || failures > MOST_FAILURES) {
            return;
        }
        try {
            db.list("SELECT * FROM " + table + " WHERE rowid BETWEEN ? AND ?", Salvage::row, low, high)
                    .forEach(r -> keep(table, r));
        } catch (StoreException e) {
            failures++;
            if (low < high) {
                long middle = low + (high - low) / 2;
                range(db, table, low, middle);
                range(db, table, middle + 1, high);
            }
        }
    }

    private static Row row(ResultSet r) throws SQLException {
        ResultSetMetaData about = r.getMetaData();
        Map<String, Object> values = new HashMap<>();
        for (int c = 1; c <= about.getColumnCount(); c++) {
            Object value = r.getObject(c);
            if (value != null) {
                values.put(about.getColumnName(c), value);
            }
        }
        return new Row(values);
    }

    private void keep(String table, Row r) {
        String key = key(table, r);
        if (key != null) {
            tables.computeIfAbsent(table, t -> new LinkedHashMap<>()).putIfAbsent(key, r);
        }
    }

    private static @Nullable String key(String table, Row r) {
        return switch (table) {
            case "setting" -> r.text("key");
            case "audit" -> r.number("at") + String.valueOf(r.text("what")) + hex(r.id("command"));
            case "draft" -> hexOrNull(r.id("about"));
            default -> hexOrNull(r.id("id"));
        };
    }

    private static @Nullable String hexOrNull(byte @Nullable [] id) {
        return id == null ? null : hex(id);
    }

    private static String hex(byte @Nullable [] id) {
        return id == null ? "" : HexFormat.of().formatHex(id);
    }

    /// A row found in a bare page: which table it is of shows in the kinds of its columns.
    private void found(List<@Nullable Object> v) {
        String table = table(v);
        if (table != null) {
            List<String> names = COLUMNS.getOrDefault(table, List.of());
            Map<String, Object> values = new HashMap<>();
            for (int i = 0; i < Math.min(names.size(), v.size()); i++) {
                Object value = v.get(i);
                if (value != null) {
                    values.put(names.get(i), value);
                }
            }
            keep(table, new Row(values));
        }
    }

    private static @Nullable String table(List<@Nullable Object> v) {
        String kinds = kinds(v);
        if (kinds.matches("iin[i.]tn[n.]tnn.*")) {
            return "outbox";
        }
        if (kinds.matches("iin[i.]tn[n.]tni.*")) {
            return "settled";
        }
        return switch (kinds) {
            case "itntt" -> "refused";
            case "it" -> "draft";
            case "tt" -> "setting";
            case ".ntti", ".ntt." -> "audit";
            default -> null;
        };
    }

    private static String kinds(List<@Nullable Object> v) {
        List<String> kinds = new ArrayList<>();
        for (Object o : v) {
            kinds.add(switch (o) {
                case null -> ".";
                case byte[] b when b.length == 16 -> "i";
                case Number _ -> "n";
                case String _ -> "t";
                default -> "?";
            });
        }
        return String.join("", kinds);
    }
}
