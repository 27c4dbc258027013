package id.anjungan.central;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Time that moves only when a test says so. A Tuesday morning in Jakarta.
final class MovableClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-03-03T02:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    /// By the test's own thread only.
    void advance(Duration by) {
        now = instant().plus(by);
    }
}
