package id.anjungan.geo.tile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/// Tiles of one MBTiles file (an SQLite database with the tables `metadata` and `tiles`), read on a thread of its own.
/// The file is opened read-only and never changed.
public final class MbTiles implements TileSource {
    private static final Logger LOG = LoggerFactory.getLogger(MbTiles.class);

    private final Connection file;
    private final PreparedStatement one;
    private final Map<String, String> metadata;
    private final int minZoom;
    private final int maxZoom;
    private final ExecutorService reader = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("mbtiles").daemon().factory());

    private MbTiles(Connection file) throws SQLException, TileProblem {
        this.file = file;
        metadata = metadata(file);
        String format = metadata.getOrDefault("format", "png").toLowerCase(Locale.ROOT);
        if (!format.equals("png") && !format.equals("jpg") && !format.equals("jpeg")) {
            throw new TileProblem(TileProblem.Code.NOT_PICTURES, "format " + format + ", wanted png or jpg");
        }
        try (var s = file.createStatement();
                ResultSet r = s.executeQuery("SELECT min(zoom_level), max(zoom_level) FROM tiles")) {
            minZoom = zoom(r.next() ? r.getInt(1) : 0);
            maxZoom = zoom(r.getInt(2));
        }
        one = file.prepareStatement("SELECT tile_data FROM tiles WHERE zoom_level=? AND tile_column=? AND tile_row=?");
    }

    private static int zoom(int z) {
        return Math.clamp(z, 0, TileKey.MAX_ZOOM);
    }

    /// Opens a file, or says why it cannot give tiles.
    public static MbTiles open(Path path) throws TileProblem {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            throw new TileProblem(TileProblem.Code.NO_FILE, "cannot be read: " + path);
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection c = null;
        try {
            c = config.createConnection("jdbc:sqlite:" + path.toAbsolutePath());
            return new MbTiles(c);
        } catch (SQLException e) {
            closed(c);
            throw new TileProblem(TileProblem.Code.NOT_MBTILES, path + ": " + e.getMessage());
        } catch (TileProblem e) {
            closed(c);
            throw e;
        }
    }

    private static void closed(@org.jspecify.annotations.Nullable Connection c) {
        if (c != null) {
            try {
                c.close();
            } catch (SQLException e) {
                LOG.debug("closing: {}", e.getMessage());
            }
        }
    }

    private static Map<String, String> metadata(Connection file) throws SQLException {
        Map<String, String> all = new HashMap<>();
        try (var s = file.createStatement();
                ResultSet r = s.executeQuery("SELECT name, value FROM metadata")) {
            while (r.next()) {
                String value = r.getString(2);
                all.put(r.getString(1), value == null ? "" : value);
            }
        }
        return Map.copyOf(all);
    }

    @Override
    public CompletableFuture<Optional<Tile>> tile(TileKey key) {
        try {
            return CompletableFuture.supplyAsync(() -> read(key), reader);
        } catch (RejectedExecutionException closed) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
    }

    private Optional<Tile> read(TileKey key) {
        try {
            one.setInt(1, key.zoom());
            one.setInt(2, key.x());
            one.setInt(3, key.rowFromSouth());
            try (ResultSet r = one.executeQuery()) {
                byte[] bytes = r.next() ? r.getBytes(1) : null;
                return bytes == null ? Optional.empty() : Optional.of(new Tile(bytes, false));
            }
        } catch (SQLException e) {
            LOG.warn("tile {}: {}", key, e.getMessage());
            return Optional.empty();
        }
    }

    /// What the file calls itself; may be blank.
    public String name() {
        return metadata.getOrDefault("name", "");
    }

    /// The file's own, its markup taken away.
    @Override
    public String attribution() {
        return metadata.getOrDefault("attribution", "").replaceAll("<[^>]*>", "").replace("&copy;", "©").strip();
    }

    @Override
    public int minZoom() {
        return minZoom;
    }

    @Override
    public int maxZoom() {
        return maxZoom;
    }

    @Override
    public boolean local() {
        return true;
    }

    @Override
    public void close() {
        reader.shutdown();
        try {
            if (reader.awaitTermination(5, java.util.concurrent.TimeUnit.SECONDS)) {
                closed(file);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
