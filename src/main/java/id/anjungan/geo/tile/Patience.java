package id.anjungan.geo.tile;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a server of tiles may be asked again after it failed: longer each time, and not before it says so itself.
/// Any thread.
final class Patience {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private int failures;
    private Instant notBefore = Instant.MIN;

    synchronized boolean allows(Instant now) {
        return !now.isBefore(notBefore);
    }

    synchronized void worked() {
        failures = 0;
        notBefore = Instant.MIN;
    }

    synchronized void failed(Instant now, @Nullable Duration asked) {
        Duration wait = FIRST.multipliedBy(1L << Math.min(failures++, 10));
        wait = wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
        wait = asked != null && asked.compareTo(wait) > 0 ? asked : wait;
        Instant until = now.plus(wait);
        notBefore = until.isAfter(notBefore) ? until : notBefore;
    }
}
