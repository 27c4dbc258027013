package id.anjungan.central;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Leases where one node has the database to itself: they only keep its own threads apart. Real time. Any thread.
final class LocalLeases {
    private final Map<String, Held> held = new HashMap<>();
    private long fencing;

    private record Held(CentralStore.Lease lease, long untilNanos) {}

    synchronized Optional<CentralStore.Lease> take(String name, UUID holder, Duration howLong) {
        Held now = held.get(name);
        CentralStore.Lease mine = now != null && now.lease().holder().equals(holder) ? now.lease() : null;
        if (now != null && mine == null && now.untilNanos() - System.nanoTime() > 0) {
            return Optional.empty();
        }
        CentralStore.Lease lease = mine != null ? mine : new CentralStore.Lease(name, holder, ++fencing);
        held.put(name, new Held(lease, System.nanoTime() + howLong.toNanos()));
        return Optional.of(lease);
    }

    synchronized void release(CentralStore.Lease lease) {
        if (stands(lease)) {
            held.remove(lease.name());
        }
    }

    synchronized boolean stands(CentralStore.Lease lease) {
        Held now = held.get(lease.name());
        return now != null && now.lease().equals(lease);
    }
}
