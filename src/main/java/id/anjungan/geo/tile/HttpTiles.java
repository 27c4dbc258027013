package id.anjungan.geo.tile;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tiles of an XYZ address behind a cache, as its makers ask to be treated: two connections, a name that says who
/// asks, nothing asked again before its time, nothing at all for a while after a failure. What was fetched once is
/// there without a network, past its time too. The newest wish is served first, since a map moves on; wishes nobody
/// waits for any more are forgotten.
public final class HttpTiles implements TileSource {
    private static final Logger LOG = LoggerFactory.getLogger(HttpTiles.class);
    private static final int CONNECTIONS = 2;
    private static final int MOST_WAITING = 512;
    private static final int LARGEST_TILE = 4 << 20;
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final TileAddress address;
    private final TileCache cache;
    private final Settings settings;
    private final InstantSource time;
    private final HttpClient http;
    private final Patience patience = new Patience();
    private final Deque<Wish> waiting = new ArrayDeque<>();
    private final Map<TileKey, Wish> known = new HashMap<>();
    private final List<Thread> workers = new ArrayList<>();
    private boolean closed;

    /// `agent` names the program and whom to write to; `offline`: never ask, only show what is kept.
    public record Settings(String attribution, int minZoom, int maxZoom, String agent, boolean offline) {}

    private static final class Wish {
        final TileKey key;
        final CompletableFuture<Optional<Tile>> answer = new CompletableFuture<>();
        boolean save;
        int waiters;

        Wish(TileKey key) {
            this.key = key;
        }
    }

    public HttpTiles(TileAddress address, TileCache cache, Settings settings, InstantSource time) {
        this.address = address;
        this.cache = cache;
        this.settings = settings;
        this.time = time;
        http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        for (int i = 0; i < CONNECTIONS; i++) {
            workers.add(Thread.ofPlatform().name("tiles-" + i).daemon().start(this::work));
        }
    }

    @Override
    public CompletableFuture<Optional<Tile>> tile(TileKey key) {
        return wish(key, false);
    }

    /// Gets a tile to keep it; for saving an area.
    CompletableFuture<Optional<Tile>> save(TileKey key) {
        return wish(key, true);
    }

    /// Whether asking makes sense now, or the server has failed too lately.
    boolean allowed() {
        return !settings.offline() && patience.allows(time.instant());
    }

    private CompletableFuture<Optional<Tile>> wish(TileKey key, boolean save) {
        if (key.zoom() < settings.minZoom() || key.zoom() > settings.maxZoom()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        synchronized (waiting) {
            if (closed) {
                return CompletableFuture.completedFuture(Optional.empty());
            }
            Wish same = known.get(key);
            if (same != null && !same.answer.isDone()) {
                same.save |= save;
                return waiter(same);
            }
            Wish wish = new Wish(key);
            wish.save = save;
            known.put(key, wish);
            if (save) {
                waiting.addLast(wish); // what is on the screen goes before what is fetched for later
            } else {
                waiting.addFirst(wish);
            }
            if (waiting.size() > MOST_WAITING) {
                drop(waiting.removeLast());
            }
            waiting.notify();
            return waiter(wish);
        }
    }

    /// An answer of one's own: when everybody has cancelled theirs, the tile is not fetched.
    private CompletableFuture<Optional<Tile>> waiter(Wish wish) {
        CompletableFuture<Optional<Tile>> mine = wish.answer.copy();
        wish.waiters++;
        var _ = mine.whenComplete((tile, failure) -> {
            if (mine.isCancelled()) {
                synchronized (waiting) {
                    if (--wish.waiters == 0) {
                        wish.answer.complete(Optional.empty());
                    }
                }
            }
        });
        return mine;
    }

    private void drop(Wish wish) {
        known.remove(wish.key, wish);
        wish.answer.complete(Optional.empty());
    }

    private void work() {
        while (true) {
            Wish wish = next();
            if (wish == null) {
                return;
            }
            Optional<Tile> tile = Optional.empty();
            try {
                if (!wish.answer.isDone()) {
                    tile = find(wish);
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("tile {}: {}", wish.key, e.toString());
            } finally {
                synchronized (waiting) {
                    known.remove(wish.key, wish);
                }
                wish.answer.complete(tile);
            }
        }
    }

    private @Nullable Wish next() {
        synchronized (waiting) {
            try {
                while (waiting.isEmpty() && !closed) {
                    waiting.wait();
                }
            } catch (InterruptedException e) {
                return null;
            }
            return closed ? null : waiting.removeFirst();
        }
    }

    private Optional<Tile> find(Wish wish) throws InterruptedException {
        TileKey key = wish.key;
        Instant now = time.instant();
        TileCache.Kept kept = cache.get(address.pattern(), key, now).orElse(null);
        if (kept != null && now.isBefore(kept.expires())) {
            if (wish.save) {
                cache.save(address.pattern(), key);
            }
            return shown(kept, false);
        }
        if (!allowed()) {
            return shown(kept, true);
        }
        try {
            return fetch(wish, kept, now);
        } catch (IOException e) {
            patience.failed(now, null);
            LOG.debug("tile {}: {}", key, e.toString());
            return shown(kept, true);
        }
    }

    private static Optional<Tile> shown(TileCache.@Nullable Kept kept, boolean old) {
        return kept == null || kept.missing() ? Optional.empty() : Optional.of(new Tile(kept.body(), old));
    }

    private Optional<Tile> fetch(Wish wish, TileCache.@Nullable Kept kept, Instant now)
            throws IOException, InterruptedException {
        HttpRequest.Builder ask = HttpRequest.newBuilder(address.at(wish.key))
                .timeout(TIMEOUT)
                .header("User-Agent", settings.agent())
                .header("Accept", "image/png,image/jpeg,image/*;q=0.8");
        String tag = kept == null ? null : kept.tag();
        if (tag != null) {
            ask.header("If-None-Match", tag);
        }
        HttpResponse<byte[]> got = http.send(ask.build(), HttpResponse.BodyHandlers.ofByteArray());
        return switch (got.statusCode()) {
            case 200 -> came(wish, kept, got, now);
            case 304 -> same(wish, kept, got, now);
            case 204, 404, 410 -> missing(wish, got, now);
            default -> {
                patience.failed(now, Freshness.retryAfter(got.headers()));
                LOG.debug("tile {}: answered {}", wish.key, got.statusCode());
                yield shown(kept, true);
            }
        };
    }

    private Optional<Tile> came(Wish wish, TileCache.@Nullable Kept kept, HttpResponse<byte[]> got, Instant now) {
        patience.worked();
        if (got.body().length == 0 || got.body().length > LARGEST_TILE) {
            return shown(kept, true);
        }
        if (Freshness.mayBeKept(got.headers())) {
            keep(wish, got.body(), got.headers().firstValue("ETag").orElse(null), got, now);
        }
        return Optional.of(new Tile(got.body(), false));
    }

    private Optional<Tile> same(Wish wish, TileCache.@Nullable Kept kept, HttpResponse<byte[]> got, Instant now) {
        patience.worked();
        if (kept != null) {
            keep(wish, kept.body(), kept.tag(), got, now);
        }
        return shown(kept, false);
    }

    private Optional<Tile> missing(Wish wish, HttpResponse<byte[]> got, Instant now) {
        patience.worked();
        keep(wish, new byte[0], null, got, now);
        return Optional.empty();
    }

    private void keep(Wish wish, byte[] body, @Nullable String tag, HttpResponse<byte[]> got, Instant now) {
        TileCache.Kept k = new TileCache.Kept(body, tag, Freshness.until(got.headers(), now));
        cache.put(address.pattern(), wish.key, k, now, wish.save);
    }

    @Override
    public String attribution() {
        return settings.attribution();
    }

    @Override
    public int minZoom() {
        return settings.minZoom();
    }

    @Override
    public int maxZoom() {
        return settings.maxZoom();
    }

    @Override
    public boolean local() {
        return settings.offline();
    }

    /// Stops asking; the cache stays open, it belongs to whoever opened it.
    @Override
    public void close() {
        synchronized (waiting) {
            closed = true;
            waiting.forEach(w -> w.answer.complete(Optional.empty()));
            waiting.clear();
            known.clear();
            waiting.notifyAll();
        }
        workers.forEach(Thread::interrupt);
        http.shutdownNow();
    }
}
