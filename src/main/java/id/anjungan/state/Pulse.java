package id.anjungan.state;

import id.anjungan.store.ChangeSet;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gathers what has changed and has it computed on one thread: at most some thirty times a second however much changes, and
/// never for more than a fifth of that thread's time, so that a huge city slows the figures and not the desk; at once
/// for an action of this desk, which somebody waits for.
final class Pulse implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
    private static final long LEAST_GAP = TimeUnit.MILLISECONDS.toNanos(30);
    private static final long LONGEST_GAP = TimeUnit.MILLISECONDS.toNanos(250);
    private static final int REST = 4;

    private final BiConsumer<ChangeSet, EnumSet<Part>> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private ChangeSet changes = new ChangeSet();
    private EnumSet<Part> parts = EnumSet.noneOf(Part.class);
    private List<CompletableFuture<Void>> waiting = new ArrayList<>();
    private final Thread thread;
    private boolean closed;

    Pulse(Runnable first, BiConsumer<ChangeSet, EnumSet<Part>> work) {
        this.work = work;
        this.thread = Thread.ofPlatform().name("projections").daemon().start(() -> {
            guarded(first);
            loop();
        });
    }

    void changed(ChangeSet set) {
        with(() -> changes.add(set));
    }

    void want(Part part, Part... more) {
        with(() -> parts.addAll(EnumSet.of(part, more)));
    }

    /// Completes when everything told until now has been computed and published; does not wait for the gap.
    CompletableFuture<Void> flush() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        with(() -> waiting.add(done));
        return done;
    }

    private void with(Runnable add) {
        lock.lock();
        try {
            add.run();
            asked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void loop() {
        long next = System.nanoTime();
        while (true) {
            ChangeSet set;
            EnumSet<Part> wanted;
            List<CompletableFuture<Void>> done;
            lock.lock();
            try {
                while (!closed && waiting.isEmpty() && changes.isEmpty() && parts.isEmpty()) {
                    asked.awaitUninterruptibly();
                }
                if (!pauseUntil(next)) {
                    waiting.forEach(w -> w.complete(null));
                    return;
                }
                set = changes;
                wanted = parts;
                done = waiting;
                changes = new ChangeSet();
                parts = EnumSet.noneOf(Part.class);
                waiting = new ArrayList<>();
            } finally {
                lock.unlock();
            }
            long from = System.nanoTime();
            guarded(() -> work.accept(set, wanted));
            done.forEach(w -> w.complete(null));
            long now = System.nanoTime();
            next = now + Math.clamp(REST * (now - from), LEAST_GAP, LONGEST_GAP);
        }
    }

    /// Waits for the moment, or for somebody who cannot wait; false when closed.
    private boolean pauseUntil(long nanos) {
        long left = nanos - System.nanoTime();
        while (left > 0 && waiting.isEmpty() && !closed) {
            try {
                left = asked.awaitNanos(left);
            } catch (InterruptedException e) {
                closed = true;
            }
        }
        return !closed;
    }

    private static void guarded(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("a projection failed", e);
        }
    }

    @Override
    public void close() {
        with(() -> closed = true);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
