package id.anjungan.profile;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.ClockRule;
import id.anjungan.domain.Clocks;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Deadlines of the packed cities, worked out by hand with a calendar of 2026 beside it. Times are local.
class DeadlinesTest {
    @ParameterizedTest(name = "{0} {1} from {2}: {3} ({4})")
    @CsvSource({
        "surabaya, CC112-TIBA,  2026-12-31T23:58, 2027-01-01T00:05, seven minutes run through the new year",
        "surabaya, WGK-TANGGAP, 2026-03-20T23:30, 2026-03-21T23:30, a day is a day on a holiday too",
        "surabaya, SP4N-VERIF,  2026-03-12T10:00, 2026-03-17T15:00, Fri Mon Tue; Ramadan closes at three",
        "surabaya, SP4N-VERIF,  2026-03-12T00:30, 2026-03-17T15:00, half past midnight is still the twelfth",
        "surabaya, SP4N-VERIF,  2026-03-16T09:00, 2026-03-26T16:00, Tue 17 then Nyepi Idulfitri and leave until Wed 25",
        "surabaya, MC-TANGGAP,  2026-05-13T15:00, 2026-05-18T16:00, Ascension and the leave after it",
        "surabaya, MC-TANGGAP,  2026-03-05T09:00, 2026-03-06T15:30, a Friday in Ramadan",
        "surabaya, MC-TANGGAP,  2026-11-26T20:00, 2026-11-27T16:30, an ordinary Friday",
        "surabaya, PPID-JAWAB,  2026-12-14T08:00, 2026-12-30T16:00, ten days around Christmas and its leave",
        "paser,    SP4N-VERIF,  2026-03-12T10:00, 2026-03-17T15:00, the same days by the clock of WITA",
        "paser,    CC112-TIBA,  2026-12-31T23:58, 2027-01-01T00:13, a quarter of an hour where ways are long",
    })
    @DisplayName("a deadline falls where a person with a calendar would put it")
    void due(String city, String rule, LocalDateTime from, LocalDateTime due, String why) {
        CityProfile profile = CitiesTest.load(city);
        ClockRule clock = profile.clock(rule).orElseThrow().rule();
        Instant at = from.atZone(profile.zone()).toInstant();
        assertThat(Clocks.due(clock, profile.calendar(), at))
                .as(why)
                .isEqualTo(due.atZone(profile.zone()).toInstant());
    }

    @Test
    @DisplayName("the same working-day deadline is one hour earlier in Paser than in Surabaya")
    void zones() {
        Instant from = Instant.parse("2026-03-12T03:00:00Z");
        assertThat(verified("surabaya", from)).isEqualTo("2026-03-17T08:00:00Z");
        assertThat(verified("paser", from)).isEqualTo("2026-03-17T07:00:00Z");
    }

    @Test
    @DisplayName("one instant, two dates: late evening in Surabaya is already the next day in Paser")
    void zonesAtMidnight() {
        Instant from = Instant.parse("2026-03-11T16:30:00Z"); // Wed 23.30 WIB, Thu 00.30 WITA
        assertThat(verified("surabaya", from)).isEqualTo("2026-03-16T08:00:00Z"); // Thu, Fri, Mon
        assertThat(verified("paser", from)).isEqualTo("2026-03-17T07:00:00Z"); // Fri, Mon, Tue
    }

    private static String verified(String city, Instant from) {
        CityProfile profile = CitiesTest.load(city);
        return Clocks.due(profile.clock("SP4N-VERIF").orElseThrow().rule(), profile.calendar(), from).toString();
    }

    @Test
    @DisplayName("a category excepted from a clock has the clock of its own kind instead")
    void exceptedCategories() {
        CityProfile city = CitiesTest.load("surabaya");
        assertThat(city.clock("SP4N-SELESAI-14").orElseThrow().rule().categories())
                .hasSize(38)
                .doesNotContain("INF", "PNG");
    }
}
