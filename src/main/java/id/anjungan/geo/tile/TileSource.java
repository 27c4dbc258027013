package id.anjungan.geo.tile;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Where tiles come from. Any thread.
public interface TileSource extends AutoCloseable {
    /// A tile, or empty where there is none now. Never fails: a map without a tile is still a map. Cancelling the
    /// answer says that nobody needs it any more.
    CompletableFuture<Optional<Tile>> tile(TileKey key);

    /// Who must be named beside the map; may be blank.
    String attribution();

    int minZoom();

    /// Above this a map enlarges what it has.
    int maxZoom();

    /// True when tiles are on this machine by nature.
    boolean local();

    @Override
    void close();
}
