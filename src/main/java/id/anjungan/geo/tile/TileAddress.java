package id.anjungan.geo.tile;

import java.net.URI;
import java.util.Locale;

/// An address with the places `{z}`, `{x}` and `{y}` (or `{-y}`, counted from the south) to be filled in.
public record TileAddress(String pattern) {
    /// Checks what a person typed.
    public static TileAddress of(String typed) throws TileProblem {
        String p = typed.strip();
        String low = p.toLowerCase(Locale.ROOT);
        boolean web = low.startsWith("http://") || low.startsWith("https://");
        boolean places = p.contains("{z}") && p.contains("{x}") && (p.contains("{y}") || p.contains("{-y}"));
        TileAddress a = new TileAddress(p);
        if (!web || !places || !a.readable()) {
            throw new TileProblem(TileProblem.Code.BAD_ADDRESS, "wanted http(s)://…/{z}/{x}/{y}…, got " + p);
        }
        return a;
    }

    private boolean readable() {
        try {
            return at(new TileKey(0, 0, 0)).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    URI at(TileKey k) {
        return URI.create(pattern.replace("{z}", Integer.toString(k.zoom()))
                .replace("{x}", Integer.toString(k.x()))
                .replace("{-y}", Integer.toString(k.rowFromSouth()))
                .replace("{y}", Integer.toString(k.y())));
    }
}
