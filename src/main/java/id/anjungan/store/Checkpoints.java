package id.anjungan.store;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Carries the write-ahead log into the cache's file beside the writer. SQLite by itself does that at the end of
/// whichever commit makes the log long enough, and that commit then takes a tenth of a second and more, with a key press
/// waiting behind it. A passive checkpoint blocks nobody; the writer's own stays as a stop-gap and finds little to do.
/// One thread of its own, which opens the connection it asks with.
final class Checkpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    /// Pages not yet carried over, 4 KiB each, before it is worth the two syncs.
    private static final long ENOUGH = 2_000;

    private final Semaphore commits = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;

    Checkpoints(Supplier<Db> opened) {
        thread = Thread.ofPlatform().name("cache-checkpoints").daemon().start(() -> loop(opened));
    }

    /// Something was committed. Any thread; returns at once.
    void committed() {
        commits.release();
    }

    private void loop(Supplier<Db> opened) {
        try (Db db = opened.get()) {
            while (!closed) {
                commits.acquire();
                commits.drainPermits();
                if (!closed) {
                    carry(db);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A failing disk or a damaged file is the writer's to tell; it still carries the log over by itself.
    private static void carry(Db db) {
        try {
            if (owed(db, "NOOP") > ENOUGH) {
                owed(db, "PASSIVE");
            }
        } catch (StoreException e) {
            LOG.debug("checkpoint: {}", e.getMessage());
        }
    }

    /// Does a checkpoint of this mode and gives how many pages are still owed.
    private static long owed(Db db, String mode) {
        return db.one("PRAGMA wal_checkpoint(" + mode + ")", r -> r.getLong(2) - r.getLong(3)).orElse(0L);
    }

    @Override
    public void close() {
        closed = true;
        commits.release();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
