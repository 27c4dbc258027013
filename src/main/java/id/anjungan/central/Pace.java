package id.anjungan.central;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// How long work waits for the database of this node: what the status page of the server shows, and what raises an
/// alarm when a transaction elsewhere, a full disk or a frozen node holds everything up. Any thread.
final class Pace {
    /// Citizens and operators notice from here on; a group is written in a few milliseconds.
    static final Duration SLOW = Duration.ofSeconds(3);

    private final LongSupplier nanos;
    private final AtomicLong began = new AtomicLong(NONE);
    private final AtomicLong slowest = new AtomicLong();
    private static final long NONE = Long.MIN_VALUE;

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// There is something to write. A group that the database did not take goes on waiting with the next.
    void waits() {
        began.compareAndSet(NONE, nanos.getAsLong());
    }

    /// Something was written.
    void written() {
        long from = began.getAndSet(NONE);
        if (from != NONE) {
            slowest.accumulateAndGet(nanos.getAsLong() - from, Math::max);
        }
    }

    /// Of what waits now.
    Duration waiting() {
        long from = began.get();
        return Duration.ofNanos(from == NONE ? 0 : nanos.getAsLong() - from);
    }

    /// The longest wait since this was last asked.
    Duration slowest() {
        return Duration.ofNanos(slowest.getAndSet(0));
    }
}
