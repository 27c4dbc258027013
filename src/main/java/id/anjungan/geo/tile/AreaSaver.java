package id.anjungan.geo.tile;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// Fetches every tile of a part of the world, a few at a time through the same two connections as the map, so that it
/// is there without a network. Stops by itself when the server fails; what has come so far stays. Any thread.
public final class AreaSaver {
    /// More than this is no longer polite.
    public static final int MOST_TILES = 10_000;

    private static final int AT_ONCE = 4;

    private final HttpTiles tiles;
    private final Iterator<TileKey> left;
    private final int total;
    private final Consumer<Progress> hears;
    private final CompletableFuture<Progress> done = new CompletableFuture<>();
    private int finished;
    private int got;
    private boolean over;

    /// How far it has come: of `total` tiles `done` were asked for and `got` are here.
    public record Progress(int done, int got, int total, End end) {}

    /// Why it ended, if it has.
    public enum End {
        RUNNING,
        COMPLETE,
        CANCELLED,
        /// The server failed or there is no network.
        FAILED
    }

    private AreaSaver(HttpTiles tiles, List<TileKey> keys, Consumer<Progress> hears) {
        this.tiles = tiles;
        this.left = keys.iterator();
        this.total = keys.size();
        this.hears = hears;
    }

    /// Begins; `hears` is called on any thread. The caller has asked [TileKey#count] first: more than [#MOST_TILES] is
    /// refused.
    public static AreaSaver start(HttpTiles tiles, TileKey.Box box, int from, int to, Consumer<Progress> hears) {
        if (TileKey.count(box, from, to) > MOST_TILES) {
            throw new IllegalArgumentException("more than " + MOST_TILES + " tiles");
        }
        AreaSaver saver = new AreaSaver(tiles, TileKey.of(box, from, to), hears);
        for (int i = 0; i < AT_ONCE; i++) {
            saver.next();
        }
        return saver;
    }

    private void next() {
        TileKey key;
        synchronized (this) {
            if (over) {
                return;
            }
            if (!left.hasNext()) {
                if (finished == total) {
                    end(End.COMPLETE);
                }
                return;
            }
            key = left.next();
        }
        var _ = tiles.save(key).handleAsync((tile, failure) -> {
            came(tile != null && tile.isPresent());
            return null;
        });
    }

    private void came(boolean here) {
        Progress now;
        synchronized (this) {
            if (over) {
                return;
            }
            finished++;
            got += here ? 1 : 0;
            if (!tiles.allowed()) {
                end(End.FAILED);
                return;
            }
            now = progress(End.RUNNING);
        }
        if (now.done() < total) {
            hears.accept(now);
        }
        next();
    }

    private Progress progress(End end) {
        return new Progress(finished, got, total, end);
    }

    private void end(End why) {
        over = true;
        Progress last = progress(why);
        hears.accept(last);
        done.complete(last);
    }

    /// Stops; what has come so far stays.
    public synchronized void cancel() {
        if (!over) {
            end(End.CANCELLED);
        }
    }

    /// Completes when it has ended, for whatever reason.
    public CompletableFuture<Progress> done() {
        return done;
    }
}
