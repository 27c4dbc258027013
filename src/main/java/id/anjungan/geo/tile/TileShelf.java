package id.anjungan.geo.tile;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Opens sources of tiles by what a person typed: the path of an MBTiles file, or an XYZ address, whose tiles are kept
/// in one cache for all addresses. The cache is opened when it is needed first. Any thread.
public final class TileShelf implements AutoCloseable {
    /// How close tiles of an address go when nobody says.
    public static final int MAX_ZOOM = 19;

    private final @Nullable Path cacheFile;
    private final long limit;
    private final String agent;
    private final InstantSource time;
    private @Nullable TileCache cache;

    /// `limit` is how many bytes of pictures the cache may hold; `agent` is what servers are told about who asks.
    public TileShelf(Path cacheFile, long limit, String agent, InstantSource time) {
        this.cacheFile = cacheFile;
        this.limit = limit;
        this.agent = agent;
        this.time = time;
    }

    private TileShelf() {
        cacheFile = null;
        limit = 0;
        agent = "";
        time = () -> java.time.Instant.EPOCH;
    }

    /// A shelf without a cache: files only.
    public static TileShelf filesOnly() {
        return new TileShelf();
    }

    /// Opens what was typed, or says what is wrong with it. Reads a file: not on the thread of a screen.
    /// `attribution` is who must be named beside tiles of an address; a file names its own.
    public TileSource open(String typed, String attribution, boolean offline) throws TileProblem {
        return open(typed, attribution, offline, MAX_ZOOM);
    }

    /// As above; an address has no tiles closer than `maxZoom`.
    public TileSource open(String typed, String attribution, boolean offline, int maxZoom) throws TileProblem {
        String t = typed.strip();
        String low = t.toLowerCase(Locale.ROOT);
        if (low.contains("://") || low.contains("{z}")) {
            return new HttpTiles(
                    TileAddress.of(t), cache(), new HttpTiles.Settings(attribution.strip(), 0, maxZoom, agent, offline), time);
        }
        try {
            return MbTiles.open(Path.of(t));
        } catch (java.nio.file.InvalidPathException e) {
            throw new TileProblem(TileProblem.Code.NO_FILE, "no path: " + t);
        }
    }

    private synchronized TileCache cache() throws TileProblem {
        Path file = cacheFile;
        if (file == null) {
            throw new TileProblem(TileProblem.Code.BAD_ADDRESS, "no place to keep tiles of an address");
        }
        TileCache c = cache;
        if (c == null) {
            c = TileCache.open(file, limit);
            cache = c;
        }
        return c;
    }

    /// How much is kept, of how much may be; zero before the cache was needed.
    public synchronized long bytes() {
        TileCache c = cache;
        return c == null ? 0 : c.bytes();
    }

    public long limit() {
        return limit;
    }

    @Override
    public synchronized void close() {
        TileCache c = cache;
        if (c != null) {
            c.close();
        }
    }
}
