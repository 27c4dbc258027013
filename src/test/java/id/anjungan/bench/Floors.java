package id.anjungan.bench;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the machine allows at best: the same rows written by plain JDBC with nothing else around.
final class Floors {
    private static final int BATCH = 5_000;

    private Floors() {}

    /// A record as it lies on the server.
    record Body(ByteBuffer id, String kind, long seq, String body) {}

    /// All records of a server's file, or those of one kind.
    static List<Body> bodies(Path central, @Nullable String kind) throws SQLException {
        try (Connection k = DriverManager.getConnection("jdbc:sqlite:" + central);
                Statement s = k.createStatement();
                ResultSet r = s.executeQuery("SELECT id, kind, seq, body FROM entity"
                        + (kind == null ? "" : " WHERE kind='" + kind + "'"))) {
            List<Body> all = new ArrayList<>();
            while (r.next()) {
                all.add(new Body(ByteBuffer.wrap(r.getBytes(1)), r.getString(2), r.getLong(3), r.getString(4)));
            }
            return all;
        }
    }

    /// Rows a second into one table with one unique index, in the settings of the cache.
    static double inserted(List<Body> rows, Path file) throws SQLException {
        return inserted(rows, file, "NORMAL", BATCH);
    }

    /// The same with every group of so many rows on the disk before the next, as the server does.
    static double synced(List<Body> rows, Path file, int group) throws SQLException {
        return inserted(rows, file, "FULL", group);
    }

    private static double inserted(List<Body> rows, Path file, String sync, int group) throws SQLException {
        try (Connection k = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = k.createStatement()) {
            s.execute("PRAGMA journal_mode=WAL");
            s.execute("PRAGMA synchronous=" + sync);
            s.execute("PRAGMA cache_size=-65536");
            s.execute("CREATE TABLE e(id BLOB PRIMARY KEY, kind TEXT, seq INTEGER, body TEXT)");
            k.setAutoCommit(false);
            long from = System.nanoTime();
            try (PreparedStatement p = k.prepareStatement("INSERT INTO e VALUES(?,?,?,?)")) {
                int n = 0;
                for (Body b : rows) {
                    p.setBytes(1, b.id().array());
                    p.setString(2, b.kind());
                    p.setLong(3, b.seq());
                    p.setString(4, b.body());
                    p.executeUpdate();
                    if (++n % group == 0) {
                        k.commit();
                    }
                }
            }
            k.commit();
            return rows.size() / Figure.seconds(from);
        }
    }

    /// Milliseconds of a query at the median, its rows read but not kept.
    static double queried(Path file, String sql, int times) throws SQLException {
        try (Connection k = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = k.createStatement();
                PreparedStatement p = k.prepareStatement(sql)) {
            s.execute("PRAGMA cache_size=-65536");
            double[] took = new double[times];
            for (int i = 0; i < times; i++) {
                long from = System.nanoTime();
                try (ResultSet r = p.executeQuery()) {
                    int columns = r.getMetaData().getColumnCount();
                    while (r.next()) {
                        for (int c = 1; c <= columns; c++) {
                            r.getObject(c);
                        }
                    }
                }
                took[i] = Figure.seconds(from) * 1000;
            }
            return Figure.at(0.5, took);
        }
    }
}
