package id.anjungan.geo.tile;

/// A file or address that cannot give tiles: `code` has words in the message bundles, `detail` is for a log.
public final class TileProblem extends Exception {
    private static final long serialVersionUID = 1;
    private final Code code;

    /// What is wrong with it.
    public enum Code {
        /// There is no such file, or it cannot be read.
        NO_FILE,
        /// The file is no MBTiles.
        NOT_MBTILES,
        /// Vector tiles, or a picture format the screen does not know.
        NOT_PICTURES,
        /// The address lacks `{z}`, `{x}` and `{y}`, or is no web address.
        BAD_ADDRESS
    }

    public TileProblem(Code code, String detail) {
        super(detail);
        this.code = code;
    }

    public Code code() {
        return code;
    }
}
