package id.anjungan.domain;

import static id.anjungan.domain.SmallCity.ANI;
import static id.anjungan.domain.SmallCity.LEAD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Composing the wall: by the lead alone, and nothing on it that belongs to one citizen.
class WallRulesTest {
    private final Town town = new Town();

    @Test
    void the_lead_composes_and_what_stands_there_says_who_and_when() {
        WallPlan wanted = WallPlan.USUAL
                .withPages(List.of(WallPlan.Page.of("trend", 30), WallPlan.Page.of("overview", 1)))
                .withWords("  Rapat regu 15.00  ", List.of("Hujan lebat sore ini", " "));
        town.ok(LEAD, new Command.ComposeWall(wanted));
        WallPlan now = town.find(WallPlan.class, WallPlan.ID).orElseThrow();
        assertThat(now.message()).isEqualTo("Rapat regu 15.00");
        assertThat(now.ticker()).containsExactly("Hujan lebat sore ini");
        assertThat(now.pages()).extracting(WallPlan.Page::kind).containsExactly("trend", "overview");
        assertThat(now.pages()).extracting(WallPlan.Page::seconds).containsExactly(30, 5);
        assertThat(now.by()).isEqualTo(LEAD.id());
        assertThat(now.at()).isEqualTo(town.now);
    }

    @Test
    void an_operator_may_not() {
        assertThat(town.no(ANI, new Command.ComposeWall(WallPlan.USUAL)).code()).isEqualTo(Refusal.NO_RIGHT);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Hubungi 0812-3456-7890", "Telepon +62 31 567 8901", "NIK 3578012345678901", "Surat ke budi@contoh.id"
    })
    void what_could_be_a_persons_is_refused(String words) {
        assertThat(town.no(LEAD, new Command.ComposeWall(WallPlan.USUAL.withWords(words, List.of()))).code())
                .isEqualTo(Refusal.PERSONAL_VALUE);
        assertThat(town.no(LEAD, new Command.ComposeWall(WallPlan.USUAL.withWords("", List.of(words)))).args())
                .containsEntry("field", "ticker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Apel 24-11-2026 pukul 07.00", "Target 95 %, kini 1.234 aduan", "Call Center 112 siaga 24 jam"})
    void times_and_figures_are_not(String words) {
        town.ok(LEAD, new Command.ComposeWall(WallPlan.USUAL.withWords(words, List.of(words))));
    }

    @Test
    void more_than_a_wall_can_hold_is_refused() {
        WallPlan many = WallPlan.USUAL.withPages(Collections.nCopies(WallPlan.MOST_PAGES + 1, WallPlan.Page.of("map", 9)));
        assertThat(town.no(LEAD, new Command.ComposeWall(many)).code()).isEqualTo(Refusal.TEXT_TOO_LONG);
        assertThat(town.no(LEAD, new Command.ComposeWall(WallPlan.USUAL.withWords("a".repeat(281), List.of()))).code())
                .isEqualTo(Refusal.TEXT_TOO_LONG);
    }

    @Test
    void a_page_has_its_hours_over_midnight_too() {
        WallPlan.Page day = WallPlan.Page.of("shift", 20).between(7 * 60, 15 * 60);
        WallPlan.Page night = WallPlan.Page.of("shift", 20).between(22 * 60, 6 * 60);
        assertThat(day.dueAt(7 * 60)).isTrue();
        assertThat(day.dueAt(15 * 60)).isFalse();
        assertThat(night.dueAt(23 * 60)).isTrue();
        assertThat(night.dueAt(5 * 60)).isTrue();
        assertThat(night.dueAt(12 * 60)).isFalse();
        assertThat(WallPlan.Page.of("map", 20).dueAt(0)).isTrue();
    }

    @Test
    void an_emergency_never_keeps_the_wall_for_good() {
        WallPlan forever = new WallPlan(WallPlan.ID, List.of(), "", List.of(), Duration.ofDays(9), "", Instant.EPOCH);
        assertThat(forever.take()).isEqualTo(Duration.ofMinutes(30));
    }
}
