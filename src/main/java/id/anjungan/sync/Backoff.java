package id.anjungan.sync;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Growing, jittered waiting between attempts, up to ten seconds, that ends at once when somebody asks.
final class Backoff {
    private static final long FIRST_MS = 200;
    private static final long LONGEST_MS = 10_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition asked = lock.newCondition();
    private long next = FIRST_MS;
    private boolean hurry;

    /// Waits half to all of the present delay, or `atLeast` when the server named a time.
    void pause(Duration atLeast) throws InterruptedException {
        long ms = next / 2 + ThreadLocalRandom.current().nextLong(next / 2 + 1);
        next = Math.min(LONGEST_MS, next * 2);
        await(Math.max(ms, atLeast.toMillis()));
    }

    /// Waits until somebody asks, at most this long.
    void await(long ms) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(ms);
            while (!hurry && left > 0) {
                left = asked.awaitNanos(left);
            }
            hurry = false;
        } finally {
            lock.unlock();
        }
    }

    void worked() {
        next = FIRST_MS;
    }

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
