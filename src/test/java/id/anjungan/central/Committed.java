package id.anjungan.central;

import id.anjungan.domain.Change;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Policy;
import java.util.List;
import java.util.UUID;

/// Writes a state on a running server as its writer does, and says when that was committed.
public final class Committed {
    private Committed() {}

    /// The number it got, and `System.nanoTime` right after its commit, before anybody was told.
    public record At(long seq, long nanos) {}

    public static At put(CentralServer server, Policy policy, Entity e) {
        long base = server.store().write(policy, tx -> tx.apply(UUID.randomUUID(), List.of(new Change.Put(e))));
        long at = System.nanoTime();
        server.head().moved(server.store().head());
        return new At(base + 1, at);
    }

    public static long head(CentralServer server) {
        return server.store().head();
    }
}
