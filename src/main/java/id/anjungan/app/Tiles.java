package id.anjungan.app;

import id.anjungan.geo.tile.TileShelf;
import java.nio.file.Path;
import java.time.InstantSource;

/// Where a desk keeps the tiles of its map, and by which name it asks for them.
final class Tiles {
    private static final long LIMIT = 500L << 20;
    /// Makers of tiles want to know which program asks.
    private static final String AGENT = "Anjungan/1.0 (city command console)";

    private Tiles() {}

    static TileShelf shelf(Path directory) {
        return new TileShelf(directory.resolve("tiles.db"), LIMIT, AGENT, InstantSource.system());
    }
}
