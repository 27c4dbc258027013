package id.anjungan.central;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/// The newest part of the change log, read once for all open streams: a thousand desks that wait for the same change
/// ask the database once, not a thousand times. Whoever is further behind reads the log itself. Bounded, any thread.
final class Tail {
    /// Rows, of about a kilobyte each.
    private static final int KEPT = 4_000;

    private final CentralStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<CentralStore.LogRow> rows = new ArrayDeque<>();
    private UUID epoch;
    private long from;
    private long upTo;

    Tail(CentralStore store) {
        this.store = store;
        this.epoch = store.epoch();
        this.from = store.head();
        this.upTo = from;
    }

    /// As `CentralStore.changes`.
    List<CentralStore.LogRow> changes(long after, long to) {
        lock.lock();
        try {
            if (!epoch.equals(store.epoch())) {
                begin(store.head());
                epoch = store.epoch();
            }
            if (after >= from && to > upTo) {
                read(to);
            }
            if (after >= from && to <= upTo) {
                return between(after, to);
            }
        } finally {
            lock.unlock();
        }
        return store.changes(after, to);
    }

    private void begin(long at) {
        rows.clear();
        from = at;
        upTo = at;
    }

    private void read(long to) {
        rows.addAll(store.changes(upTo, to));
        upTo = to;
        while (rows.size() > KEPT) {
            from = rows.removeFirst().seq();
        }
    }

    private List<CentralStore.LogRow> between(long after, long to) {
        List<CentralStore.LogRow> found = new ArrayList<>();
        var newestFirst = rows.descendingIterator();
        while (newestFirst.hasNext()) {
            CentralStore.LogRow row = newestFirst.next();
            if (row.seq() <= after) {
                break;
            }
            if (row.seq() <= to) {
                found.add(row);
            }
        }
        return found.reversed();
    }
}
