package id.anjungan.central;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The last committed number, and a bell that rings when it moves, when an answer may go out, or when the server
/// closes. Any thread.
final class Head {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition bell = lock.newCondition();
    private volatile long last;
    private long rings;
    private volatile boolean closing;

    Head(long last) {
        this.last = last;
    }

    long last() {
        return last;
    }

    void moved(long to) {
        lock.lock();
        try {
            if (to > last) {
                last = to;
                rings++;
                bell.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Wakes everybody who waits, for another reason than a number.
    void ring() {
        lock.lock();
        try {
            rings++;
            bell.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// How often it has rung; a waiter gives the count it has already acted on.
    long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    /// Waits until it has rung more often than `heard`, at most so long. Real time, not the server's clock.
    void await(long heard, Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (rings <= heard && left > 0) {
                left = bell.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        closing = true;
        ring();
    }

    boolean closing() {
        return closing;
    }
}
