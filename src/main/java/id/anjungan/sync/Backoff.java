package id.anjungan.sync;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;

/// Growing, jittered waiting between attempts, up to ten seconds. A person who asks ends any wait at once; new work only
/// ends the wait of somebody idle, never one that a failing or refusing server is owed.
final class Backoff {
    private static final long FIRST_MS = 200;
    private static final long LONGEST_MS = 10_000;
    /// A server that asks for more is called again all the same.
    private static final long LONGEST_NAMED_MS = 600_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private final LongConsumer waiting;
    private long next = FIRST_MS;
    private boolean hurry;
    private boolean work;

    Backoff() {
        this(ms -> {});
    }

    /// `waiting` is told before each pause how many milliseconds it will take.
    Backoff(LongConsumer waiting) {
        this.waiting = waiting;
    }

    /// Waits half to all of the present delay, or `atLeast` when the server named a time.
    void pause(Duration atLeast) throws InterruptedException {
        long ms = next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
        next = Math.min(LONGEST_MS, next * 2);
        long named = Math.clamp(atLeast.toMillis(), 0, LONGEST_NAMED_MS);
        waiting.accept(Math.max(ms, named));
        await(Math.max(ms, named), false);
    }

    /// Waits for work, at most this long.
    void idle(long ms) throws InterruptedException {
        await(ms, true);
    }

    private void await(long ms, boolean forWork) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(ms);
            while (!hurry && !(forWork && work) && left > 0) {
                left = asked.awaitNanos(left);
            }
            hurry = false;
            work = forWork ? false : work;
        } finally {
            lock.unlock();
        }
    }

    void worked() {
        next = FIRST_MS;
    }

    /// There is something to do for somebody idle.
    void work() {
        lock.lock();
        try {
            work = true;
            asked.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Try at once: a person asks, or the server is known to be there again.
    void hurry() {
        lock.lock();
        try {
            hurry = true;
            asked.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
