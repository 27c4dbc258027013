package id.anjungan.geo.tile;

import id.anjungan.geo.Mercator;
import java.util.ArrayList;
import java.util.List;

/// One square of a tiled map: zoom, column from the west, row from the north (XYZ numbering).
public record TileKey(int zoom, int x, int y) {
    public static final int MAX_ZOOM = 22;

    public TileKey {
        if (zoom < 0 || zoom > MAX_ZOOM || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom) {
            throw new IllegalArgumentException("no such tile: " + zoom + "/" + x + "/" + y);
        }
    }

    /// The tile around a position in degrees.
    public static TileKey at(int zoom, double lat, double lon) {
        int n = 1 << zoom;
        return new TileKey(zoom, inside((int) Math.floor(Mercator.x(lon) * n), n), inside((int) Math.floor(Mercator.y(lat) * n), n));
    }

    private static int inside(int i, int n) {
        return Math.clamp(i, 0, n - 1);
    }

    /// The tile of the zoom below that holds this one; itself at zoom 0.
    public TileKey parent() {
        return zoom == 0 ? this : new TileKey(zoom - 1, x / 2, y / 2);
    }

    /// Row from the south, as MBTiles and TMS count.
    public int rowFromSouth() {
        return (1 << zoom) - 1 - y;
    }

    /// How many tiles a box in degrees has from one zoom to another.
    public static long count(Box box, int from, int to) {
        long n = 0;
        for (int z = from; z <= to; z++) {
            TileKey a = at(z, box.north(), box.west());
            TileKey b = at(z, box.south(), box.east());
            n += (long) (b.x - a.x + 1) * (b.y - a.y + 1);
        }
        return n;
    }

    /// All tiles of a box in degrees, coarse ones first, so that half of it is of use already.
    public static List<TileKey> of(Box box, int from, int to) {
        List<TileKey> all = new ArrayList<>();
        for (int z = from; z <= to; z++) {
            TileKey a = at(z, box.north(), box.west());
            TileKey b = at(z, box.south(), box.east());
            for (int y = a.y; y <= b.y; y++) {
                for (int x = a.x; x <= b.x; x++) {
                    all.add(new TileKey(z, x, y));
                }
            }
        }
        return all;
    }

    /// A part of the world in degrees.
    public record Box(double south, double west, double north, double east) {}
}
