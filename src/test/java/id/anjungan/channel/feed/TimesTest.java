package id.anjungan.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @ValueSource(strings = {
        "2024-05-01T08:30:00-04:00", "2024-05-01T08:30:00-0400", "2024-05-01T12:30:00Z", "2024-05-01T08:30:00.000",
        "2024-05-01T08:30:00", "2024-05-01 08:30:00", "2024-05-01 08:30", "05/01/2024 08:30:00 AM", "5/1/2024 8:30 am",
        "05/01/2024 08:30"
    })
    void oneMomentIsWrittenInManyWays(String text) {
        assertThat(Times.parse(text, NEW_YORK)).contains(Instant.parse("2024-05-01T12:30:00Z"));
    }

    @Test
    void aDateAloneBeginsTheDay() {
        assertThat(Times.parse("2024-05-01", NEW_YORK)).contains(Instant.parse("2024-05-01T04:00:00Z"));
        assertThat(Times.parse("05/01/2024", NEW_YORK)).contains(Instant.parse("2024-05-01T04:00:00Z"));
        assertThat(Times.parse("05/01/2024 12:05:00 PM", NEW_YORK)).contains(Instant.parse("2024-05-01T16:05:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2024-13-01T00:00:00Z", "31/31/2024", "1714566600"})
    void anythingElseIsNoTime(String text) {
        assertThat(Times.parse(text, NEW_YORK)).isEmpty();
    }
}
