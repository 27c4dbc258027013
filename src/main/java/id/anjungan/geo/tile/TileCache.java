package id.anjungan.geo.tile;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/// Tiles that were fetched, in an SQLite file with a size limit: what was longest not looked at goes first, and what
/// somebody saved on purpose goes last. Losing the file loses nothing but time, so a damaged one is begun anew and an
/// error means "not here". Any thread; one at a time gets in.
public final class TileCache implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TileCache.class);
    /// Room is made for some more than is needed, so that it is not made for every tile.
    private static final double DOWN_TO = 0.95;
    private static final int CHUNK = 64;

    private final Connection file;
    private final long limit;
    private long bytes;

    /// What is kept of a tile. `expires`: until then it is shown without asking. `body` is empty for a tile its maker
    /// does not have.
    @SuppressWarnings("ArrayRecordComponent") // passed on as it is, never compared
    record Kept(byte[] body, @Nullable String tag, Instant expires) {
        boolean missing() {
            return body.length == 0;
        }
    }

    private TileCache(Connection file, long limit) throws SQLException {
        this.file = file;
        this.limit = limit;
        try (var s = file.createStatement()) {
            s.execute("CREATE TABLE IF NOT EXISTS tile(source TEXT NOT NULL, z INTEGER NOT NULL, x INTEGER NOT NULL,"
                    + " y INTEGER NOT NULL, body BLOB NOT NULL, tag TEXT, expires INTEGER NOT NULL, used INTEGER NOT NULL,"
                    + " size INTEGER NOT NULL, saved INTEGER NOT NULL, PRIMARY KEY(source, z, x, y))");
            s.execute("CREATE INDEX IF NOT EXISTS tile_used ON tile(saved, used)");
        }
        bytes = counted();
    }

    /// Opens or begins a file that holds at most so many bytes of pictures.
    public static TileCache open(Path path, long limit) {
        try {
            return opened(path, limit);
        } catch (SQLException first) {
            LOG.warn("tile cache begun anew: {}", first.getMessage());
            try {
                for (String more : List.of("", "-wal", "-shm")) {
                    java.nio.file.Files.deleteIfExists(path.resolveSibling(path.getFileName() + more));
                }
                return opened(path, limit);
            } catch (SQLException | java.io.IOException e) {
                throw new IllegalStateException("no tile cache at " + path, e);
            }
        }
    }

    private static TileCache opened(Path path, long limit) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
        config.setBusyTimeout(2_000);
        Connection c = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
        try {
            return new TileCache(c, limit);
        } catch (SQLException e) {
            c.close();
            throw e;
        }
    }

    private long counted() throws SQLException {
        try (var s = file.createStatement();
                ResultSet r = s.executeQuery("SELECT coalesce(sum(size),0) FROM tile")) {
            return r.next() ? r.getLong(1) : 0;
        }
    }

    /// How many bytes of pictures are here.
    public synchronized long bytes() {
        return bytes;
    }

    public long limit() {
        return limit;
    }

    synchronized Optional<Kept> get(String source, TileKey k, Instant now) {
        try (PreparedStatement s = of("SELECT body, tag, expires FROM tile WHERE source=? AND z=? AND x=? AND y=?", source, k)) {
            Kept kept;
            try (ResultSet r = s.executeQuery()) {
                if (!r.next()) {
                    return Optional.empty();
                }
                kept = new Kept(r.getBytes(1), r.getString(2), Instant.ofEpochSecond(r.getLong(3)));
            }
            // To the hour: a write for every look would cost more than the order is worth.
            try (PreparedStatement u = file.prepareStatement(
                    "UPDATE tile SET used=? WHERE source=? AND z=? AND x=? AND y=? AND used<?")) {
                long hour = now.getEpochSecond() / 3_600;
                u.setLong(1, hour);
                key(u, 2, source, k);
                u.setLong(6, hour);
                u.executeUpdate();
            }
            return Optional.of(kept);
        } catch (SQLException e) {
            LOG.warn("tile cache: {}", e.getMessage());
            return Optional.empty();
        }
    }

    synchronized void put(String source, TileKey k, Kept kept, Instant now, boolean save) {
        try {
            boolean saved = save || savedAlready(source, k);
            bytes -= size(source, k);
            try (PreparedStatement s = file.prepareStatement("INSERT OR REPLACE INTO tile VALUES(?,?,?,?,?,?,?,?,?,?)")) {
                key(s, 1, source, k);
                s.setBytes(5, kept.body());
                s.setString(6, kept.tag());
                s.setLong(7, kept.expires().getEpochSecond());
                s.setLong(8, now.getEpochSecond() / 3_600);
                s.setLong(9, kept.body().length);
                s.setInt(10, saved ? 1 : 0);
                s.executeUpdate();
            }
            bytes += kept.body().length;
            makeRoom();
        } catch (SQLException e) {
            LOG.warn("tile cache: {}", e.getMessage());
        }
    }

    /// Marks a tile as saved on purpose; false when it is not here.
    synchronized boolean save(String source, TileKey k) {
        try (PreparedStatement s = of("UPDATE tile SET saved=1 WHERE source=? AND z=? AND x=? AND y=?", source, k)) {
            return s.executeUpdate() > 0;
        } catch (SQLException e) {
            LOG.warn("tile cache: {}", e.getMessage());
            return false;
        }
    }

    private boolean savedAlready(String source, TileKey k) throws SQLException {
        return number("SELECT saved FROM tile WHERE source=? AND z=? AND x=? AND y=?", source, k) > 0;
    }

    private long size(String source, TileKey k) throws SQLException {
        return number("SELECT size FROM tile WHERE source=? AND z=? AND x=? AND y=?", source, k);
    }

    private long number(String sql, String source, TileKey k) throws SQLException {
        try (PreparedStatement s = of(sql, source, k);
                ResultSet r = s.executeQuery()) {
            return r.next() ? r.getLong(1) : 0;
        }
    }

    private void makeRoom() throws SQLException {
        if (bytes <= limit) {
            return;
        }
        long goal = (long) (limit * DOWN_TO);
        while (bytes > goal) {
            List<Long> rows = new ArrayList<>();
            long freed = 0;
            try (var s = file.createStatement();
                    ResultSet r = s.executeQuery("SELECT rowid, size FROM tile ORDER BY saved, used, rowid LIMIT " + CHUNK)) {
                while (r.next() && bytes - freed > goal) {
                    rows.add(r.getLong(1));
                    freed += r.getLong(2);
                }
            }
            if (rows.isEmpty()) {
                bytes = counted();
                return;
            }
            try (PreparedStatement d = file.prepareStatement("DELETE FROM tile WHERE rowid=?")) {
                for (long row : rows) {
                    d.setLong(1, row);
                    d.executeUpdate();
                }
            }
            bytes -= freed;
        }
    }

    private PreparedStatement of(String sql, String source, TileKey k) throws SQLException {
        PreparedStatement s = file.prepareStatement(sql);
        key(s, 1, source, k);
        return s;
    }

    private static void key(PreparedStatement s, int at, String source, TileKey k) throws SQLException {
        s.setString(at, source);
        s.setInt(at + 1, k.zoom());
        s.setInt(at + 2, k.x());
        s.setInt(at + 3, k.y());
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (SQLException e) {
            LOG.debug("closing the tile cache: {}", e.getMessage());
        }
    }
}
