package id.anjungan.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that writes a file. Live work that waits is committed together, each piece under a savepoint of
/// its own, so that one failure undoes only itself; its future completes after the commit. Bulk work is done in
/// small steps: a bulk transaction ends after `BULK_ROWS` steps, or once live work waits and 8 ms have passed.
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int GROUP = 256;
    private static final int BULK_ROWS = 5_000;
    private static final long YIELD_NANOS = 8_000_000;
    private static final int BULK_WAITING = 4;

    private final Db db;
    private final Runnable begun;
    private final Runnable ending;
    private final Runnable committed;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Job<?>> live = new ArrayDeque<>();
    private final ArrayDeque<Bulk> bulk = new ArrayDeque<>();
    private final Thread thread;
    private boolean closed;
    private volatile Runnable onDamage = () -> {};
    private boolean damaged;

    /// `begun` is called before the first piece of each transaction, `ending` before its commit, `committed` after its commit and before the
    /// futures complete; both on the writer's thread.
    Writer(String name, Db db, Runnable begun, Runnable ending, Runnable committed) {
        this.db = db;
        this.begun = begun;
        this.ending = ending;
        this.committed = committed;
        this.thread = Thread.ofPlatform().name(name).daemon().start(this::loop);
    }

    /// Called on the writer's thread, outside any transaction, after work found the file's content broken. What was
    /// queued as bulk has failed by then: it belonged to what the file held.
    void onDamage(Runnable action) {
        onDamage = action;
    }

    private record Job<T extends @Nullable Object>(Function<Db, T> work, CompletableFuture<T> done) {
        Runnable run(Db db) {
            T value = work.apply(db);
            return () -> done.complete(value);
        }
    }

    private static final class Bulk {
        final List<Consumer<Db>> steps;
        final CompletableFuture<Void> done;
        int next;

        Bulk(List<Consumer<Db>> steps, CompletableFuture<Void> done) {
            this.steps = steps;
            this.done = done;
        }
    }

    <T extends @Nullable Object> CompletableFuture<T> live(Function<Db, T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        locked(() -> live.add(new Job<>(work, done)), done);
        return done;
    }

    /// Steps that may be spread over several transactions, in order. Waits while too much bulk is queued already.
    CompletableFuture<Void> bulk(List<Consumer<Db>> steps) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        lock.lock();
        try {
            while (bulk.size() >= BULK_WAITING && !closed) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        locked(() -> bulk.add(new Bulk(steps, done)), done);
        return done;
    }

    private void locked(Runnable add, CompletableFuture<?> done) {
        lock.lock();
        try {
            if (closed) {
                done.completeExceptionally(new StoreException("the file is closed", null));
                return;
            }
            add.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean liveWaits() {
        lock.lock();
        try {
            return !live.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        while (true) {
            List<Job<?>> group = new ArrayList<>();
            Bulk piece = null;
            lock.lock();
            try {
                while (live.isEmpty() && bulk.isEmpty() && !closed) {
                    changed.awaitUninterruptibly();
                }
                if (live.isEmpty() && bulk.isEmpty()) {
                    return;
                }
                while (!live.isEmpty() && group.size() < GROUP) {
                    group.add(live.removeFirst());
                }
                piece = group.isEmpty() ? bulk.peekFirst() : null;
            } finally {
                lock.unlock();
            }
            if (piece == null) {
                commit(group);
            } else {
                advance(piece);
            }
            mend();
        }
    }

    private void found(RuntimeException e) {
        damaged |= e instanceof StoreException s && s.damaged();
    }

    private void mend() {
        if (!damaged) {
            return;
        }
        damaged = false;
        List<Bulk> queued = new ArrayList<>();
        lock.lock();
        try {
            queued.addAll(bulk);
            bulk.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        StoreException why = StoreException.damaged("the file was damaged");
        queued.forEach(b -> b.done.completeExceptionally(why));
        try {
            onDamage.run();
        } catch (RuntimeException e) {
            LOG.error("a damaged file could not be replaced: {}", e.getMessage(), e);
        }
    }

    private void commit(List<Job<?>> group) {
        List<Runnable> completions = new ArrayList<>();
        try {
            db.run("BEGIN IMMEDIATE");
            begun.run();
            for (Job<?> job : group) {
                completions.add(alone(job));
            }
            ending.run();
            db.run("COMMIT");
            committed.run();
        } catch (RuntimeException e) {
            found(e);
            rollback();
            group.forEach(j -> j.done().completeExceptionally(e));
            return;
        }
        completions.forEach(Runnable::run);
    }

    private Runnable alone(Job<?> job) {
        db.run("SAVEPOINT piece");
        try {
            Runnable done = job.run(db);
            db.run("RELEASE piece");
            return done;
        } catch (RuntimeException e) {
            found(e);
            db.run("ROLLBACK TO piece");
            db.run("RELEASE piece");
            return () -> job.done().completeExceptionally(e);
        }
    }

    private void advance(Bulk piece) {
        long from = System.nanoTime();
        int at = piece.next;
        try {
            db.run("BEGIN IMMEDIATE");
            begun.run();
            for (int n = 0; n < BULK_ROWS && at < piece.steps.size(); n++, at++) {
                piece.steps.get(at).accept(db);
                if ((n & 15) == 15 && System.nanoTime() - from > YIELD_NANOS && liveWaits()) {
                    at++;
                    break;
                }
            }
            ending.run();
            db.run("COMMIT");
            committed.run();
            piece.next = at;
            if (at >= piece.steps.size()) {
                remove();
                piece.done.complete(null);
            }
        } catch (RuntimeException e) {
            found(e);
            rollback();
            remove();
            piece.done.completeExceptionally(e);
        }
    }

    private void remove() {
        lock.lock();
        try {
            bulk.removeFirst();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void rollback() {
        try {
            db.run("ROLLBACK");
        } catch (StoreException e) {
            LOG.debug("nothing to roll back: {}", e.getMessage());
        }
    }

    /// Finishes what is queued, then closes the file.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        db.close();
    }
}
