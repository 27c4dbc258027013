package id.anjungan.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What operators read must read the same everywhere.
class FormatsTest {
    private static final Instant NOON = Instant.parse("2026-11-24T07:32:07Z");
    private final Formats id = new Formats(Messages.strict(Lang.ID), ZoneId.of("Asia/Jakarta"));
    private final Formats en = new Formats(Messages.strict(Lang.EN), ZoneId.of("Asia/Jakarta"));

    @Test
    void aTimeNamesItsZone() {
        assertThat(id.time(NOON)).isEqualTo("14.32 WIB");
        assertThat(new Formats(Messages.strict(Lang.ID), ZoneId.of("Asia/Makassar")).time(NOON))
                .isEqualTo("15.32 WITA");
        assertThat(new Formats(Messages.strict(Lang.EN), ZoneId.of("America/New_York")).time(NOON))
                .isEqualTo("02.32 EST");
        assertThat(id.timeWithSeconds(NOON)).isEqualTo("14.32.07");
    }

    @Test
    void anotherDayIsNamed() {
        assertThat(id.when(NOON, NOON.plusSeconds(60))).isEqualTo("14.32");
        assertThat(id.when(NOON, NOON.plus(Duration.ofDays(1)))).isEqualTo("24 Nov 14.32");
        assertThat(id.date(NOON)).isEqualTo("Selasa, 24 November 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "134, 02:14, 02:14",
        "-134, −02:14, −02:14",
        "3599, 59:59, 59:59",
        "7800, 2 j 10, 2 h 10",
        "3960, 1 j 06, 1 h 06",
        "-7800, −2 j 10, −2 h 10",
        "97200, 1 hr 3 j, 1 d 3 h",
        "172800, 2 hr, 2 d",
        "0, 00:00, 00:00",
    })
    void whatIsLeft(long seconds, String indonesian, String english) {
        assertThat(id.left(Duration.ofSeconds(seconds))).isEqualTo(indonesian);
        assertThat(en.left(Duration.ofSeconds(seconds))).isEqualTo(english);
    }

    @Test
    void aClockThatStillRunsNeverReadsAsRunOut() {
        assertThat(id.left(Duration.ofMillis(1))).isEqualTo("00:01");
        assertThat(id.left(Duration.ofMillis(-1))).isEqualTo("−00:00");
    }

    @Test
    void whatIsLeftInOfficeTime() {
        assertThat(id.workingLeft(1, Duration.ofHours(3), false)).isEqualTo("1 hk 3 j");
        assertThat(en.workingLeft(1, Duration.ofHours(3), false)).isEqualTo("1 wd 3 h");
        assertThat(id.workingLeft(7, Duration.ZERO, false)).isEqualTo("7 hk");
        assertThat(id.workingLeft(0, Duration.ofMinutes(295), false)).isEqualTo("4 j 55");
        assertThat(id.workingLeft(2, Duration.ofHours(1), true)).isEqualTo("−2 hk 1 j");
    }

    @ParameterizedTest
    @CsvSource({
        "340, '0,3 dtk', 0.3 s",
        "999, '0,9 dtk', 0.9 s",
        "4200, 4 dtk, 4 s",
        "2460000, 41 mnt, 41 min",
        "3960000, 1 j 06, 1 h 06",
        "172800000, 2 hr, 2 d",
        "-50, '0,0 dtk', 0.0 s",
    })
    void howOldSomethingIs(long ms, String indonesian, String english) {
        assertThat(id.age(Duration.ofMillis(ms))).isEqualTo(indonesian);
        assertThat(en.age(Duration.ofMillis(ms))).isEqualTo(english);
    }

    @Test
    void numbers() {
        assertThat(id.number(12_781)).isEqualTo("12.781");
        assertThat(en.number(-12_781)).isEqualTo("−12,781");
        assertThat(id.percent(0.944)).isEqualTo("94 %");
        assertThat(en.percent(0.944)).isEqualTo("94%");
        assertThat(id.trend(18)).isEqualTo("+18 / jam");
        assertThat(id.trend(0)).isEqualTo("0 / jam");
        assertThat(en.trend(-3)).isEqualTo("−3 / h");
        assertThat(id.workingDays(2)).isEqualTo("2 hk");
        assertThat(id.distance(60)).isEqualTo("60 m");
        assertThat(id.distance(1_240)).isEqualTo("1,2 km");
    }
}
