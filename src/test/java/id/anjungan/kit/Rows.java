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

/// Reads the files of desks and server from outside, by plain SQL, as an auditor would.
public final class Rows {
    private Rows() {}

    interface Mapper<T> {
        T map(ResultSet r) throws SQLException;
    }

    static <T> List<T> list(Path file, String sql, Mapper<T> mapper, Object... args) {
        try (Connection c = open(file);
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
            throw new IllegalStateException("reading " + file.getFileName() + ": " + e.getMessage(), e);
        }
    }

    private static Connection open(Path file) throws SQLException {
        Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (var s = c.createStatement()) {
            s.execute("PRAGMA busy_timeout = 10000");
            s.execute("PRAGMA query_only = 1");
        }
        return c;
    }

    /// Changes a file behind its owner's back, for builds that are broken on purpose.
    public static void sabotage(Path file, String... statements) {
        try (Connection c = DriverManager.getConnection("jdbc:sqlite:" + file);
                var s = c.createStatement()) {
            s.execute("PRAGMA busy_timeout = 10000");
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
