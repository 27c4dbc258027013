package id.anjungan.store;

import id.anjungan.domain.Entity;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// Fills a cache with records, without a server.
public final class CacheFiller {
    private static final int PORTION = 5_000;

    private CacheFiller() {}

    /// Puts in everything, in large transactions. Numbers begin at `seq`; gives the next.
    public static long fill(Path file, Iterator<? extends Entity> all, long seq) {
        long next = seq;
        try (CacheDb cache = CacheDb.open(file)) {
            while (all.hasNext()) {
                List<Incoming> portion = new ArrayList<>(PORTION);
                while (portion.size() < PORTION && all.hasNext()) {
                    Entity e = all.next();
                    portion.add(Incoming.of(new Frame.Change(next++, Kind.of(e).wire(), e.id(), Json.write(e))));
                }
                cache.write(tx -> {
                    portion.forEach(tx::apply);
                    return null;
                }).join();
            }
        }
        return next;
    }
}
