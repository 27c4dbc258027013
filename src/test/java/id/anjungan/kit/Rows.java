package id.anjungan.kit;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Reads the files of desks and the server's database from outside, by plain SQL, as an auditor would.
public final class Rows {
    private Rows() {}

    interface Mapper<T> {
        T map(ResultSet r) throws SQLException;
    }

    static <T> List<T> list(Path file, String sql, Mapper<T> mapper, Object... args) {
        return list("jdbc:sqlite:" + file, sql, mapper, args);
    }

    static <T> List<T> list(String jdbc, String sql, Mapper<T> mapper, Object... args) {
        try (Connection c = open(jdbc);
                PreparedStatement s = c.prepareStatement(sql)) {
            for (int i = 0; i < args.length; i++) {
                s.setObject(i + 1, args[i] instanceof UUID id ? bytes(id) : args[i]);
            }
            try (ResultSet r = s.executeQuery()) {
                List<T> all = new ArrayList<>();
                while (r.next()) {
                    all.add(mapper.map(r));
                }
                return all;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("reading " + jdbc.substring(jdbc.lastIndexOf('/') + 1) + ": " + e.getMessage(), e);
        }
    }

    private static Connection open(String jdbc) throws SQLException {
        Connection c = DriverManager.getConnection(jdbc);
        if (!jdbc.startsWith("jdbc:sqlite:")) {
            c.setReadOnly(true);
            return c;
        }
        try (var s = c.createStatement()) {
            s.execute("PRAGMA busy_timeout = 10000");
            s.execute("PRAGMA query_only = 1");
        }
        return c;
    }

    /// Changes a file behind its owner's back, for builds that are broken on purpose.
    public static void sabotage(Path file, String... statements) {
        sabotage("jdbc:sqlite:" + file + "?busy_timeout=10000", statements);
    }

    public static void sabotage(String jdbc, String... statements) {
        try (Connection c = DriverManager.getConnection(jdbc);
                var s = c.createStatement()) {
            for (String sql : statements) {
                s.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    static UUID id(byte[] b) {
        ByteBuffer buf = ByteBuffer.wrap(b);
        return new UUID(buf.getLong(), buf.getLong());
    }
}
