package id.anjungan.geo.tile;

/// A picture as it came (PNG, JPEG, WebP), and whether it is older than its maker wants it to be shown.
public final class Tile {
    private final byte[] bytes;
    private final boolean old;

    public Tile(byte[] bytes, boolean old) {
        this.bytes = bytes;
        this.old = old;
    }

    /// Not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// True when it is past its time and its maker could not be asked.
    public boolean old() {
        return old;
    }
}
