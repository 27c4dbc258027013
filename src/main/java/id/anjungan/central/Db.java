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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One database connection with its prepared statements, kept for as long as the connection. One thread at a time.
final class Db implements AutoCloseable {
    private static final int FETCH = 1_000;

    private final Connection connection;
    private final Dialect dialect;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private @Nullable PreparedStatement batch;
    private String batchSql = "";

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

    /// Like `run`, when only the order among writes counts. On PostgreSQL the same statement again and again makes
    /// one journey; the next other statement, or `flush`, sends it off.
    void later(String sql, @Nullable Object... args) throws SQLException {
        if (!dialect.shared()) {
            run(sql, args);
            return;
        }
        if (!batchSql.equals(sql)) {
            flush();
        }
        PreparedStatement ps = bound(sql, args);
        ps.addBatch();
        batch = ps;
        batchSql = sql;
    }

    void flush() throws SQLException {
        PreparedStatement ps = batch;
        if (ps != null) {
            batch = null;
            batchSql = "";
            ps.executeBatch();
        }
    }

    <T> List<T> list(String sql, Mapper<T> mapper, @Nullable Object... args) throws SQLException {
        flush();
        try (ResultSet rs = bound(sql, args).executeQuery()) {
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
        flush();
        try (ResultSet rs = bound(sql, args).executeQuery()) {
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
        batch = null;
        batchSql = "";
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
            case byte[][] ids -> ps.setArray(i, connection.createArrayOf("bytea", ids));
            case Long[] numbers -> ps.setArray(i, connection.createArrayOf("bigint", numbers));
            case String[] words -> ps.setArray(i, connection.createArrayOf("text", words));
            default -> throw new IllegalArgumentException("cannot be bound: " + value.getClass());
        }
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
