package id.anjungan.sync;

import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheTx;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/// Writes the full text that a first snapshot left for later, as bulk, behind everything live.
final class Docs {
    private Docs() {}

    static void write(CacheDb cache) {
        List<UUID> missing = Follower.join(cache.write(CacheTx::missingDocs));
        List<Consumer<CacheTx>> steps = new ArrayList<>();
        missing.forEach(id -> steps.add(tx -> tx.writeDoc(id)));
        steps.add(CacheTx::docsWritten);
        var _ = cache.bulk(steps);
    }
}
