package id.anjungan.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The desk's estimate of server time: the last word of the server plus monotonic time since. A word that is older than
/// the estimate was only slow on its way and is ignored, unless it is older by so much that the server's clock must
/// have been set back. Before the first word: this machine's clock, corrected by the offset kept from last time.
/// Thread-safe.
public final class ServerTime implements InstantSource {
    private static final Duration SET_BACK = Duration.ofSeconds(2);

    private final InstantSource machine;
    private final LongSupplier nanos;
    private final Duration offset;
    private @Nullable Instant word;
    private @Nullable Instant heard;
    private long wordNanos;
    private long heardNanos;

    /// `nanos` counts monotonic nanoseconds; `offset` is server time minus this machine's, as last known.
    public ServerTime(InstantSource machine, LongSupplier nanos, Duration offset) {
        this.machine = machine;
        this.nanos = nanos;
        this.offset = offset;
    }

    /// The server has said what time it is.
    public synchronized void said(Instant at) {
        Instant now = instant();
        if (word == null || at.isAfter(now) || Duration.between(at, now).compareTo(SET_BACK) > 0) {
            word = at;
            wordNanos = nanos.getAsLong();
        }
        heard();
    }

    /// The server has said anything at all.
    public synchronized void heard() {
        heardNanos = nanos.getAsLong();
        heard = instant();
    }

    @Override
    public synchronized Instant instant() {
        return word == null ? machine.instant().plus(offset) : word.plusNanos(nanos.getAsLong() - wordNanos);
    }

    /// When the server was last heard in this run, in server time.
    public synchronized @Nullable Instant heardAt() {
        return heard;
    }

    /// How long nothing has been heard; empty when never in this run.
    public synchronized java.util.Optional<Duration> silence() {
        return heard == null
                ? java.util.Optional.empty()
                : java.util.Optional.of(Duration.ofNanos(nanos.getAsLong() - heardNanos));
    }

    /// Server time minus this machine's, to be kept for the next start.
    public synchronized Duration offset() {
        return word == null ? offset : Duration.between(machine.instant(), instant());
    }
}
