package id.anjungan.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// The estimate of server time holds however wrong this machine's clock is.
class ServerTimeTest {
    private static final Instant SERVER = Instant.parse("2026-07-01T02:00:00Z");
    private final AtomicLong nanos = new AtomicLong(77);
    private Instant machine = Instant.parse("2019-01-01T00:00:00Z");
    private final ServerTime time = new ServerTime(() -> machine, nanos::get, Duration.ZERO);

    private void pass(Duration d) {
        nanos.addAndGet(d.toNanos());
        machine = machine.plus(d);
    }

    @Test
    void runs_on_from_the_servers_last_word_even_when_this_clock_is_set() {
        time.said(SERVER);
        pass(Duration.ofSeconds(3));
        machine = Instant.parse("2031-01-01T00:00:00Z");

        assertThat(time.instant()).isEqualTo(SERVER.plusSeconds(3));
        assertThat(time.silence()).contains(Duration.ofSeconds(3));
    }

    @Test
    void a_word_that_was_slow_on_its_way_does_not_set_the_estimate_back() {
        time.said(SERVER);
        pass(Duration.ofSeconds(2));
        time.said(SERVER.plusMillis(1_200));

        assertThat(time.instant()).isEqualTo(SERVER.plusSeconds(2));
    }

    @Test
    void a_server_clock_that_was_set_back_is_followed() {
        time.said(SERVER);
        pass(Duration.ofSeconds(1));
        time.said(SERVER.minusSeconds(60));

        assertThat(time.instant()).isEqualTo(SERVER.minusSeconds(60));
    }

    @Test
    void the_offset_is_kept_for_a_start_without_server() {
        time.said(SERVER);
        ServerTime next = new ServerTime(() -> machine, nanos::get, time.offset());
        pass(Duration.ofMinutes(10));

        assertThat(next.instant()).isEqualTo(SERVER.plus(Duration.ofMinutes(10)));
        assertThat(next.silence()).isEmpty();
    }
}
