package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// What the server says of how long work waits for its database.
class PaceTest {
    private final AtomicLong now = new AtomicLong(1_000);
    private final Pace pace = new Pace(now::get);

    private void later(long seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void nothingWaitsWhileNothingIsToBeWritten() {
        later(60);
        assertThat(pace.waiting()).isZero();
        assertThat(pace.slowest()).isZero();
    }

    @Test
    void workThatTheDatabaseRefusedGoesOnWaitingUntilSomethingIsWritten() {
        pace.waits();
        later(4);
        pace.waits();
        later(2);
        assertThat(pace.waiting()).isEqualTo(Duration.ofSeconds(6));
        pace.written();
        assertThat(pace.waiting()).isZero();
        assertThat(pace.slowest()).isEqualTo(Duration.ofSeconds(6));
        assertThat(pace.slowest()).as("told once").isZero();
    }

    @Test
    void theLongestWaitIsTold() {
        for (long s : new long[] {1, 5, 2}) {
            pace.waits();
            later(s);
            pace.written();
        }
        assertThat(pace.slowest()).isEqualTo(Duration.ofSeconds(5));
    }
}
