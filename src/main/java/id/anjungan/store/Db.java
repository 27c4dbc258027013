package id.anjungan.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConnection;

/// One SQLite connection with its prepared statements. Ids are BLOB(16), instants microseconds since 1970, enums
/// ordinals, truth values 0 and 1. Used by one thread at a time.
final class Db implements AutoCloseable {
    private static final int CACHE_KIB = 64 * 1024;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int BUSY_MS = 10_000;

    /// What frames every piece of work, and so is prepared once.
    private static final Set<String> BRACKETS =
            Set.of("BEGIN IMMEDIATE", "COMMIT", "SAVEPOINT piece", "RELEASE piece");
    private static final @Nullable Object[] NOTHING = {};

    private final Map<String, PreparedStatement> statements = new HashMap<>();
    private final IntSupplier file;
    private volatile Connection connection;
    private Supplier<Connection> again;
    private int opened;
    private Consumer<Integer> onDamage = n -> {};

    private Db(Supplier<Connection> again, IntSupplier file) {
        this.again = again;
        this.file = file;
        this.opened = file.getAsInt();
        this.connection = again.get();
    }

    interface RowMapper<T extends @Nullable Object> {
        @Nullable T map(ResultSet row) throws SQLException;
    }

    /// Opens a file for writing; `sync` is how far a commit reaches. The pragmas are read back, because SQLite
    /// ignores what it does not know.
    static Db writer(Path file, SynchronousMode sync) {
        SQLiteConfig config = config();
        config.setSynchronous(sync);
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Integer.toString(64 << 20));
        Db db = new Db(() -> connected(file, config), () -> 0);
        try {
            db.run("PRAGMA wal_autocheckpoint = 16000");
            db.expect("journal_mode", "wal");
            db.expect("synchronous", sync == SynchronousMode.FULL ? "2" : "1");
            db.expect("foreign_keys", "0");
            return db;
        } catch (StoreException e) {
            db.close();
            throw e;
        }
    }

    /// Opens a damaged file to ask what can still be read of it; it may be changed by that.
    static Db asIs(Path file) {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MS);
        return new Db(() -> connected(file, config), () -> 0);
    }

    /// Opens a second connection that only reads, beside the writer.
    static Db reader(Path file) {
        return reader(file, () -> 0, n -> {});
    }

    /// The same beside a file that may be replaced: `which` counts the files there have been, and a reader that sees
    /// a higher number opens anew before its next question. `onDamage` is told the number of a file found damaged.
    static Db reader(Path file, IntSupplier which, Consumer<Integer> onDamage) {
        SQLiteConfig config = config();
        config.setSynchronous(SynchronousMode.NORMAL);
        Db db = new Db(() -> readOnly(connected(file, config)), which);
        db.onDamage = onDamage;
        db.expect("query_only", "1");
        return db;
    }

    /// Closes the file, has `between` done, and opens again what is there then, with the settings of a cache's writer.
    void reopen(Path file, Runnable between) {
        closeQuietly();
        between.run();
        Db fresh = writer(file, SynchronousMode.NORMAL);
        connection = fresh.connection;
        again = fresh.again;
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MS);
        config.setCacheSize(-CACHE_KIB);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        // Otherwise the driver asks for the last row id after every statement.
        config.setGetGeneratedKeys(false);
        return config;
    }

    private static Connection connected(Path file, SQLiteConfig config) {
        try {
            Connection c = config.createConnection("jdbc:sqlite:" + file);
            InOutline.on(c);
            return c;
        } catch (SQLException e) {
            throw new StoreException("cannot open " + file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static Connection readOnly(Connection c) {
        try (Statement s = c.createStatement()) {
            s.execute("PRAGMA query_only = 1");
            return c;
        } catch (SQLException e) {
            throw new StoreException("cannot read only: " + e.getMessage(), e);
        }
    }

    private void expect(String pragma, String wanted) {
        String is = one("PRAGMA " + pragma, r -> r.getString(1)).orElse("?");
        if (!is.equals(wanted)) {
            throw new StoreException("pragma " + pragma + " is " + is + " and must be " + wanted, null);
        }
    }

    /// Brings the schema up to date, each step atomically. A file of a newer version is refused.
    void migrate(List<String> steps) {
        migrate(steps, (db, version) -> {});
    }

    /// The same; `after` each step adds to its transaction.
    void migrate(List<String> steps, ObjIntConsumer<Db> after) {
        int version = Math.toIntExact(number("PRAGMA user_version"));
        if (version > steps.size()) {
            throw new StoreException("the file was made by a newer version (schema " + version + ")", null);
        }
        for (int v = version; v < steps.size(); v++) {
            run("BEGIN IMMEDIATE");
            try {
                for (String sql : steps.get(v).split(";\\s*\\n")) {
                    if (!sql.isBlank()) {
                        run(sql);
                    }
                }
                after.accept(this, v + 1);
                run("PRAGMA user_version = " + (v + 1));
                run("COMMIT");
            } catch (StoreException e) {
                run("ROLLBACK");
                throw e;
            }
        }
    }

    void run(String sql) {
        try {
            if (BRACKETS.contains(sql)) {
                bound(sql, NOTHING).execute();
                return;
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    int update(String sql, @Nullable Object... args) {
        try {
            return bound(sql, args).executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    <T extends @Nullable Object> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... args) {
        try (ResultSet rows = bound(sql, args).executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(mapper.map(rows));
            }
            return all;
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    <T> Optional<T> one(String sql, RowMapper<T> mapper, @Nullable Object... args) {
        try (ResultSet rows = bound(sql, args).executeQuery()) {
            return rows.next() ? Optional.ofNullable(mapper.map(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    long number(String sql, @Nullable Object... args) {
        return one(sql, r -> r.getLong(1), args).orElse(0L);
    }

    private PreparedStatement bound(String sql, @Nullable Object[] args) throws SQLException {
        int now = file.getAsInt();
        if (now != opened) {
            closeQuietly();
            connection = again.get();
            opened = now;
        }
        PreparedStatement s = statements.get(sql);
        if (s == null) {
            s = connection.prepareStatement(sql);
            statements.put(sql, s);
        }
        for (int i = 0; i < args.length; i++) {
            s.setObject(i + 1, sqlValue(args[i]));
        }
        return s;
    }

    // The files hold ordinals: their order is fixed in the domain, and sorts the queue.
    @SuppressWarnings("EnumOrdinal")
    private static @Nullable Object sqlValue(@Nullable Object value) {
        return switch (value) {
            case UUID id -> bytes(id);
            case Instant at -> micros(at);
            case Enum<?> e -> e.ordinal();
            case Boolean b -> b ? 1 : 0;
            case null, default -> value;
        };
    }

    /// The driver finalizes a prepared statement whose step failed (a full disk, a lock), so it is prepared anew.
    private void forget(String sql) {
        PreparedStatement s = statements.remove(sql);
        if (s != null) {
            try {
                s.close();
            } catch (SQLException e) {
                // It is gone already.
                return;
            }
        }
    }

    private StoreException failed(String sql, SQLException e) {
        forget(sql);
        String what = sql.length() > 60 ? sql.substring(0, 60) + "…" : sql;
        StoreException failure = new StoreException(what.replace('\n', ' ') + ": " + e.getMessage(), e);
        if (failure.damaged()) {
            onDamage.accept(opened);
        }
        return failure;
    }

    /// Makes the statement that runs fail, from another thread; one that begins afterwards is left alone.
    void interrupt() {
        try {
            if (connection instanceof SQLiteConnection c && !c.isClosed()) {
                c.getDatabase().interrupt();
            }
        } catch (SQLException e) {
            // A connection that is going has nothing to be ended.
            return;
        }
    }

    static byte[] bytes(UUID id) {
        byte[] bytes = new byte[16];
        LONGS.set(bytes, 0, id.getMostSignificantBits());
        LONGS.set(bytes, 8, id.getLeastSignificantBits());
        return bytes;
    }

    static UUID id(byte[] bytes) {
        return new UUID((long) LONGS.get(bytes, 0), (long) LONGS.get(bytes, 8));
    }

    static UUID id(ResultSet r, String column) throws SQLException {
        return id(r.getBytes(column));
    }

    static @Nullable UUID idOrNull(ResultSet r, String column) throws SQLException {
        byte[] b = r.getBytes(column);
        return b == null ? null : id(b);
    }

    static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
    }

    static @Nullable Instant instantOrNull(ResultSet r, String column) throws SQLException {
        long v = r.getLong(column);
        return r.wasNull() ? null : instant(v);
    }

    private void closeQuietly() {
        try {
            close();
        } catch (StoreException e) {
            // A damaged file may refuse even that; nothing of it is needed any more.
            statements.clear();
        }
    }

    @Override
    public void close() {
        try {
            for (PreparedStatement s : statements.values()) {
                s.close();
            }
            statements.clear();
            connection.close();
        } catch (SQLException e) {
            throw new StoreException("cannot close: " + e.getMessage(), e);
        }
    }
}
