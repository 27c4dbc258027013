package id.anjungan.ui.control.map;

import id.anjungan.geo.Viewport;
import id.anjungan.geo.tile.Tile;
import id.anjungan.geo.tile.TileKey;
import id.anjungan.geo.tile.TileSource;
import id.anjungan.ui.fx.FxThread;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/// Draws raster tiles under a map at any fractional zoom. A tile that has not come yet is replaced by the part of a
/// coarser one that covers it. Keeps a bounded number of pictures; what is out of sight is asked for no more. FX thread.
final class TileLayer {
    /// About 40 MB of pixels: four screens full.
    private static final int MOST = 160;
    private static final int TILE = 256;
    private static final int COARSER = 5;

    private final Runnable changed;
    private final LinkedHashMap<TileKey, Image> pictures = new LinkedHashMap<>(64, 0.75f, true);
    private final Set<TileKey> absent = new HashSet<>();
    private final Map<TileKey, CompletableFuture<Optional<Tile>>> asked = new HashMap<>();
    private @Nullable TileSource source;
    private int generation;
    private boolean old;

    TileLayer(Runnable changed) {
        this.changed = changed;
    }

    void set(@Nullable TileSource next) {
        generation++;
        asked.values().forEach(a -> a.cancel(false));
        asked.clear();
        pictures.clear();
        absent.clear();
        old = false;
        source = next;
        changed.run();
    }

    boolean on() {
        return source != null;
    }

    /// Whether something shown is past its time.
    boolean old() {
        return old;
    }

    /// What is missing may be there by now: ask again.
    void retry() {
        absent.clear();
        changed.run();
    }

    int pictures() {
        return pictures.size();
    }

    void paint(GraphicsContext g, Viewport v, double scale) {
        TileSource from = source;
        if (from == null) {
            return;
        }
        int z = Math.clamp(Math.round(v.zoom() + Math.log(scale) / Math.log(2)), from.minZoom(), from.maxZoom());
        int n = 1 << z;
        double side = TILE * Math.pow(2, v.zoom() - z);
        int x0 = Math.clamp((long) Math.floor(v.worldX(0) * n), 0, n - 1);
        int x1 = Math.clamp((long) Math.floor(v.worldX(v.width()) * n), 0, n - 1);
        int y0 = Math.clamp((long) Math.floor(v.worldY(0) * n), 0, n - 1);
        int y1 = Math.clamp((long) Math.floor(v.worldY(v.height()) * n), 0, n - 1);
        if ((x1 - x0 + 1) * (y1 - y0 + 1) > MOST) {
            return; // zoomed out far below what the source has
        }
        Set<TileKey> wanted = new HashSet<>();
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                TileKey k = new TileKey(z, x, y);
                wanted.add(k);
                // Whole pixels, and each tile as far as the next one begins: no seams.
                double left = Math.rint(v.screenX((double) x / n) * scale) / scale;
                double top = Math.rint(v.screenY((double) y / n) * scale) / scale;
                double right = Math.rint((v.screenX((double) x / n) + side) * scale) / scale;
                double bottom = Math.rint((v.screenY((double) y / n) + side) * scale) / scale;
                draw(g, k, left, top, right - left, bottom - top);
                ask(from, k);
            }
        }
        forget(wanted);
    }

    private void draw(GraphicsContext g, TileKey k, double x, double y, double w, double h) {
        Image image = pictures.get(k);
        if (image != null) {
            g.drawImage(image, x, y, w, h);
            return;
        }
        TileKey above = k;
        for (int up = 1; up <= COARSER && above.zoom() > 0; up++) {
            above = above.parent();
            Image coarse = pictures.get(above);
            if (coarse != null) {
                int parts = 1 << up;
                double pw = coarse.getWidth() / parts;
                double ph = coarse.getHeight() / parts;
                g.drawImage(coarse, k.x() % parts * pw, k.y() % parts * ph, pw, ph, x, y, w, h);
                return;
            }
        }
    }

    private void ask(TileSource from, TileKey k) {
        if (pictures.containsKey(k) || absent.contains(k) || asked.containsKey(k)) {
            return;
        }
        int mine = generation;
        CompletableFuture<Optional<Tile>> answer = from.tile(k);
        asked.put(k, answer);
        var _ = answer.handle((tile, failure) -> {
            Tile t = tile == null ? null : tile.orElse(null);
            Image image = t == null ? null : decoded(t);
            boolean stale = t != null && t.old();
            boolean dropped = answer.isCancelled();
            FxThread.later(() -> came(mine, k, image, stale, dropped));
            return null;
        });
    }

    private static @Nullable Image decoded(Tile t) {
        Image i = new Image(new ByteArrayInputStream(t.bytes()));
        return i.isError() ? null : i;
    }

    private void came(int from, TileKey k, @Nullable Image image, boolean stale, boolean dropped) {
        if (from != generation) {
            return;
        }
        asked.remove(k);
        if (image != null) {
            pictures.put(k, image);
            old |= stale;
        } else if (!dropped) {
            absent.add(k);
        }
        changed.run();
    }

    private void forget(Set<TileKey> wanted) {
        asked.entrySet().removeIf(e -> {
            boolean gone = !wanted.contains(e.getKey());
            if (gone) {
                e.getValue().cancel(false);
            }
            return gone;
        });
        if (absent.size() > 4 * MOST) {
            absent.clear();
        }
        Iterator<TileKey> eldest = pictures.keySet().iterator();
        while (pictures.size() > MOST && eldest.hasNext()) {
            if (!wanted.contains(eldest.next())) {
                eldest.remove();
            }
        }
    }
}
