package id.anjungan.central;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One database connection with its prepared statements, kept for as long as the connection. One thread at a time.
final class Db implements AutoCloseable {
    private static final int FETCH = 1_000;
    /// So many different statements are worth a text of their own.
    private static final int JOINED = 12;
    private static final int MOST_QUEUED = 1_000;

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final List<Queued> queued = new ArrayList<>();

    Db(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /// Makes a value of the row a result stands on.
    interface Mapper<T> {
        T map(ResultSet rs) throws SQLException;
    }

    /// Takes ids as 16 bytes, instants as milliseconds, booleans as 0 and 1.
    int run(String sql, @Nullable Object... args) throws SQLException {
        flush();
        try {
            return bound(sql, args).executeUpdate();
        } catch (SQLException e) {
            throw forgotten(sql, e);
        }
    }

    /// SQLite's driver finalizes a prepared statement whose step failed (a full disk, a lock), so it is prepared anew.
    private SQLException forgotten(String sql, SQLException e) {
        PreparedStatement ps = prepared.remove(sql);
        if (ps != null) {
            try {
                ps.close();
            } catch (SQLException closing) {
                e.addSuppressed(closing);
            }
        }
        return e;
    }

    /// A statement that waits for a journey.
    private record Queued(String sql, List<@Nullable Object> args) {
        static Queued of(String sql, @Nullable Object[] args) {
            return new Queued(sql, Arrays.asList(args));
        }
    }

    /// Like `run`, when only the order among writes counts. On PostgreSQL what waits makes its journey together with
    /// the next question, or at `flush`.
    void later(String sql, @Nullable Object... args) throws SQLException {
        if (!dialect.shared()) {
            run(sql, args);
            return;
        }
        queued.add(Queued.of(sql, args));
        if (queued.size() >= MOST_QUEUED) {
            flush();
        }
    }

    void flush() throws SQLException {
        if (queued.isEmpty()) {
            return;
        }
        List<Queued> all = List.copyOf(queued);
        queued.clear();
        if (all.size() <= JOINED) {
            joined(all).execute();
        } else {
            batches(all);
        }
    }

    /// The same statement again and again makes one journey.
    private void batches(List<Queued> all) throws SQLException {
        for (int i = 0; i < all.size(); ) {
            String sql = all.get(i).sql();
            PreparedStatement ps = bound(sql, all.get(i).args().toArray());
            ps.addBatch();
            for (i++; i < all.size() && all.get(i).sql().equals(sql); i++) {
                bound(sql, all.get(i).args().toArray()).addBatch();
            }
            ps.executeBatch();
        }
    }

    /// Several statements in one journey; each still sees what was committed before its own turn.
    private PreparedStatement joined(List<Queued> all) throws SQLException {
        List<@Nullable Object> args = new ArrayList<>();
        all.forEach(q -> args.addAll(q.args()));
        return bound(String.join(";\n", all.stream().map(Queued::sql).toList()), args.toArray());
    }

    private ResultSet asked(String sql, @Nullable Object[] args) throws SQLException {
        if (queued.isEmpty() || queued.size() > JOINED) {
            flush();
            return bound(sql, args).executeQuery();
        }
        List<Queued> all = new ArrayList<>(queued);
        queued.clear();
        all.add(Queued.of(sql, args));
        PreparedStatement ps = joined(all);
        ps.execute();
        for (int i = 1; i < all.size(); i++) {
            ps.getMoreResults();
        }
        return ps.getResultSet();
    }

    /// A question, and who takes its rows.
    record Question(String sql, RowReader reader, List<@Nullable Object> args) {
        static Question of(String sql, RowReader reader, @Nullable Object... args) {
            return new Question(sql, reader, Arrays.asList(args));
        }
    }

    /// Asks several questions in one journey.
    void ask(List<Question> all) throws SQLException {
        flush();
        if (all.isEmpty()) {
            return;
        }
        PreparedStatement ps = joined(all.stream().map(q -> new Queued(q.sql(), q.args())).toList());
        ps.execute();
        for (Question q : all) {
            try (ResultSet rs = ps.getResultSet()) {
                while (rs.next()) {
                    q.reader().read(rs);
                }
            }
            ps.getMoreResults();
        }
    }

    <T> List<T> list(String sql, Mapper<T> mapper, @Nullable Object... args) throws SQLException {
        try (ResultSet rs = asked(sql, args)) {
            List<T> out = new ArrayList<>();
            while (rs.next()) {
                out.add(mapper.map(rs));
            }
            return out;
        } catch (SQLException e) {
            throw forgotten(sql, e);
        }
    }

    /// Every row, one by one, without holding them all.
    void each(String sql, RowReader reader, @Nullable Object... args) throws SQLException {
        flush();
        PreparedStatement ps = bound(sql, args);
        ps.setFetchSize(FETCH);
        try (ResultSet rs = ps.executeQuery()) {
            while (rs.next()) {
                reader.read(rs);
            }
        }
    }

    /// Takes the row a result stands on.
    interface RowReader {
        void read(ResultSet rs) throws SQLException;
    }

    /// Begins a transaction whose every query sees the same state; it ends with `commit` or `rollback`.
    void beginLooking() throws SQLException {
        if (dialect.shared()) {
            connection.setAutoCommit(false);
            execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
        } else {
            execute("BEGIN DEFERRED");
        }
    }

    void endLooking() throws SQLException {
        if (dialect.shared()) {
            commit();
        } else {
            execute("COMMIT");
        }
    }

    <T> Optional<T> first(String sql, Mapper<T> mapper, @Nullable Object... args) throws SQLException {
        try (ResultSet rs = asked(sql, args)) {
            return rs.next() ? Optional.of(mapper.map(rs)) : Optional.empty();
        } catch (SQLException e) {
            throw forgotten(sql, e);
        }
    }

    /// A statement that is run once or must not be prepared.
    void execute(String sql) throws SQLException {
        try (Statement s = connection.createStatement()) {
            s.execute(sql);
        }
    }

    /// Begins a transaction, as the connection's configuration says (for the writer `BEGIN IMMEDIATE`). Through the
    /// driver and not as a statement, because outside its own transactions it tries a begin after every statement.
    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        flush();
        if (dialect.shared()) {
            connection.commit();
        }
        connection.setAutoCommit(true);
    }

    void rollback() throws SQLException {
        queued.clear();
        connection.rollback();
        connection.setAutoCommit(true);
    }

    private PreparedStatement bound(String sql, @Nullable Object[] args) throws SQLException {
        PreparedStatement ps = prepared.get(sql);
        if (ps == null) {
            ps = connection.prepareStatement(sql);
            prepared.put(sql, ps);
        }
        for (int i = 0; i < args.length; i++) {
            bind(ps, i + 1, args[i]);
        }
        return ps;
    }

    private void bind(PreparedStatement ps, int i, @Nullable Object value) throws SQLException {
        switch (value) {
            case null -> ps.setNull(i, Types.NULL);
            case String s -> ps.setString(i, dialect.text(s));
            case UUID u -> ps.setBytes(i, bytes(u));
            case byte[] b -> ps.setBytes(i, b);
            case Long n -> ps.setLong(i, n);
            case Integer n -> ps.setInt(i, n);
            case Double n -> ps.setDouble(i, n);
            case Boolean b -> ps.setInt(i, b ? 1 : 0);
            case Instant t -> ps.setLong(i, t.toEpochMilli());
            case Many.Column c -> ps.setArray(i, connection.createArrayOf(c.type, c.values));
            case byte[][] ids -> ps.setArray(i, connection.createArrayOf("bytea", ids));
            case Long[] numbers -> ps.setArray(i, connection.createArrayOf("bigint", numbers));
            case String[] words -> ps.setArray(i, connection.createArrayOf("text", words));
            default -> throw new IllegalArgumentException("cannot be bound: " + value.getClass());
        }
    }

    /// A value as the driver takes it inside an array.
    @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case String s -> dialect.text(s);
            case UUID u -> bytes(u);
            case Integer n -> n.longValue();
            case Boolean b -> b ? 1L : 0L;
            case Instant t -> t.toEpochMilli();
            case null, default -> value;
        };
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID uuid(byte[] b) {
        ByteBuffer buf = ByteBuffer.wrap(b);
        return new UUID(buf.getLong(), buf.getLong());
    }

    static @Nullable UUID uuidOrNull(byte @Nullable [] b) {
        return b == null ? null : uuid(b);
    }

    static @Nullable Long longOrNull(ResultSet rs, int column) throws SQLException {
        long n = rs.getLong(column);
        return rs.wasNull() ? null : n;
    }

    static @Nullable Double doubleOrNull(ResultSet rs, int column) throws SQLException {
        double n = rs.getDouble(column);
        return rs.wasNull() ? null : n;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement ps : prepared.values()) {
            ps.close();
        }
        connection.close();
    }
}
