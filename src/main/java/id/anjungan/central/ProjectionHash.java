package id.anjungan.central;

import id.anjungan.domain.Case;
import id.anjungan.protocol.HashAnswer;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.RowHash;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/// One number for all that a console should hold, so that server and console can be compared: see `RowHash`.
///
/// Counted are the rows of the projection whose seq is not above the console's cursor and that have not changed
/// since: those that have are named in `changed`, and the console leaves them out of its sum too. Cases closed
/// before `closedAfter` and what is about them are left out on both sides.
///
/// Reads everything once, so only one is computed at a time; the next asker is told to come again. Any thread.
final class ProjectionHash {
    /// Whoever is further behind catches up first.
    static final int MOST_CHANGED = 2_000;

    private final CentralStore store;
    private final Unreadable unreadable;
    private final Semaphore one = new Semaphore(1);

    ProjectionHash(CentralStore store, Unreadable unreadable) {
        this.store = store;
        this.unreadable = unreadable;
    }

    HashAnswer of(Projection projection, UUID epoch, long after, Instant closedAfter) {
        if (!epoch.equals(store.epoch())) {
            throw Problem.conflict("the epoch is " + store.epoch() + "; begin with a snapshot");
        }
        if (after < store.floor() || after > store.headNow() || store.headNow() - after > MOST_CHANGED) {
            throw Problem.conflict("the cursor is too far from the head; catch up first");
        }
        if (!one.tryAcquire()) {
            throw Problem.busy();
        }
        try {
            Sum sum = new Sum(projection, unreadable, closedAfter);
            long head = store.scan(after, sum);
            return new HashAnswer(
                    epoch, after, head, sum.hash.rows(), sum.hash.text(), List.copyOf(sum.changed));
        } finally {
            one.release();
        }
    }

    private static final class Sum implements CentralStore.Scan {
        private final Projection projection;
        private final Unreadable unreadable;
        private final Instant closedAfter;
        private final Set<UUID> old = new HashSet<>();
        private final Set<UUID> changed = new TreeSet<>();
        private final RowHash hash = new RowHash();

        Sum(Projection projection, Unreadable unreadable, Instant closedAfter) {
            this.projection = projection;
            this.unreadable = unreadable;
            this.closedAfter = closedAfter;
        }

        @Override
        public void endedCase(Row row) {
            if (closedAfter.equals(Instant.MIN)) {
                return;
            }
            try {
                Instant closed = Json.read(row.body(), Case.class).closedAt();
                if (closed != null && closed.isBefore(closedAfter)) {
                    old.add(row.id());
                }
            } catch (RuntimeException e) {
                unreadable.note(row, e);
            }
        }

        @Override
        public void changed(UUID id) {
            changed.add(id);
        }

        @Override
        public void row(Row row) {
            UUID about = row.about();
            if (old.contains(row.id()) || (about != null && old.contains(about)) || changed.contains(row.id())) {
                return;
            }
            try {
                String body = projection.body(row).orElse(null);
                if (body != null) {
                    hash.add(row.id(), row.seq(), body);
                }
            } catch (RuntimeException e) {
                unreadable.note(row, e);
            }
        }
    }
}
