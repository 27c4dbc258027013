package id.anjungan.intake;

import java.time.Duration;
import java.util.function.DoubleSupplier;

/// How long to wait before the next try: doubling from `first` to `longest`, of which a random part between half
/// and the whole is taken, so that many clients do not come back at the same moment. What the server asked for
/// (`Retry-After`) is never undercut. Confined to the thread that tries.
final class Backoff {
    private final Duration first;
    private final Duration longest;
    private final DoubleSupplier random;
    private int failures;

    Backoff(Duration first, Duration longest, DoubleSupplier random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    int failures() {
        return failures;
    }

    Duration next(Duration asked) {
        long whole = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, 16));
        failures++;
        Duration jittered = Duration.ofMillis(Math.round(whole * (0.5 + random.getAsDouble() / 2)));
        return asked.compareTo(jittered) > 0 ? asked : jittered;
    }
}
