package id.anjungan.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Simulated against real time. The simulated day passes `startAt` at the real moment `began` and runs `speed`
/// times as fast from there. What lies before it is history of the same length in both. Immutable.
record Pace(InstantSource clock, Instant began, Instant startAt, double speed) {
    Pace {
        if (!(speed > 0) || speed > 100_000) {
            throw new IllegalArgumentException("speed must be above 0 and at most 100000: " + speed);
        }
    }

    /// What time it is in the simulated city.
    Instant now() {
        return startAt.plus(scaled(Duration.between(began, clock.instant()), speed));
    }

    /// The real moment of a simulated one.
    Instant real(Instant simulated) {
        Duration since = Duration.between(startAt, simulated);
        return began.plus(since.isNegative() ? since : scaled(since, 1 / speed));
    }

    /// Real time left until a simulated moment; not positive when it has come.
    Duration until(Instant simulated) {
        return Duration.between(clock.instant(), real(simulated));
    }

    private static Duration scaled(Duration d, double by) {
        return Duration.ofNanos(Math.round(d.toNanos() * by));
    }
}
