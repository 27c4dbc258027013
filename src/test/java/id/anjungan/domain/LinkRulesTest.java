package id.anjungan.domain;

import static id.anjungan.domain.SmallCity.ANI;
import static id.anjungan.domain.SmallCity.TICKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Links move nothing, so taking one away restores everything.
class LinkRulesTest {
    private final Town town = new Town();
    private final UUID first = town.report("road");
    private final UUID second = town.report("road");
    private final UUID third = town.report("road");
    private final UUID flood = Ids.of("incident", "flood");

    private Incident incident() {
        return town.find(Incident.class, flood).orElseThrow();
    }

    @Test
    void two_reports_of_one_thing_become_an_incident_of_two() {
        town.ok(TICKER, new Command.DetectIncident(flood, first, second));
        assertThat(incident().cases()).isEqualTo(2);
        assertThat(town.aduan(second).link(Link.Kind.INCIDENT)).get().extracting(Link::target).isEqualTo(flood);
        assertThat(town.ok(TICKER, new Command.DetectIncident(flood, first, second))).isEmpty();
    }

    @Test
    void detection_moves_no_case_that_is_somewhere_already_and_makes_no_empty_incident() {
        town.ok(TICKER, new Command.DetectIncident(flood, first, second));
        UUID other = Ids.of("incident", "other");
        assertThat(town.ok(TICKER, new Command.DetectIncident(other, first, null))).isEmpty();
        town.ok(TICKER, new Command.DetectIncident(other, first, third));
        assertThat(town.find(Incident.class, other)).get().extracting(Incident::cases).isEqualTo(1);
    }

    @Test
    void a_case_detected_with_itself_counts_once() {
        town.ok(TICKER, new Command.DetectIncident(flood, first, first));
        assertThat(incident().cases()).isEqualTo(1);
    }

    @Test
    void an_incident_remembers_its_last_report() {
        town.pass(Duration.ofMinutes(9));
        UUID later = town.report("road");
        town.ok(TICKER, new Command.DetectIncident(flood, first, later));
        assertThat(incident().lastReportAt()).isEqualTo(town.now);
        assertThat(incident().openedAt()).isEqualTo(SmallCity.NINE);
    }

    @Test
    void a_person_links_and_unlinks_and_the_count_follows() {
        town.ok(TICKER, new Command.DetectIncident(flood, first, second));
        town.ok(ANI, new Command.LinkIncident(third, flood));
        assertThat(town.ok(ANI, new Command.LinkIncident(third, flood))).isEmpty();
        assertThat(incident().cases()).isEqualTo(3);

        town.ok(ANI, new Command.UnlinkIncident(first, flood));
        assertThat(town.ok(ANI, new Command.UnlinkIncident(first, flood))).isEmpty();
        assertThat(incident().cases()).isEqualTo(2);
        assertThat(town.aduan(first).links()).isEmpty();
    }

    @Test
    void a_person_may_say_that_a_case_is_about_a_second_incident_too() {
        UUID fire = Ids.of("incident", "fire");
        town.ok(TICKER, new Command.DetectIncident(flood, first, null));
        town.ok(TICKER, new Command.DetectIncident(fire, second, null));
        town.ok(ANI, new Command.LinkIncident(first, fire));
        assertThat(town.aduan(first).links()).extracting(Link::target).containsExactly(flood, fire);
    }

    @Test
    void a_ring_or_a_chain_of_duplicates_is_refused() {
        town.ok(ANI, new Command.MarkDuplicate(first, second));
        assertThat(town.no(ANI, new Command.MarkDuplicate(second, first)).code()).isEqualTo(Refusal.LINK_RING);
        assertThat(town.no(ANI, new Command.MarkDuplicate(first, first)).code()).isEqualTo(Refusal.LINK_RING);
        assertThat(town.no(ANI, new Command.MarkDuplicate(second, third)).code()).isEqualTo(Refusal.LINK_RING);
        assertThat(town.no(ANI, new Command.MarkDuplicate(third, first)).code()).isEqualTo(Refusal.LINK_RING);
        assertThat(town.no(ANI, new Command.MarkDuplicate(first, third)).code()).isEqualTo(Refusal.LINK_RING);
        assertThat(town.ok(ANI, new Command.MarkDuplicate(first, second))).isEmpty();
    }

    @Test
    void unmarking_restores_both_cases_exactly() {
        town.ok(ANI, new Command.AcknowledgeCase(first));
        Case a = town.aduan(first);
        Case b = town.aduan(second);
        town.ok(ANI, new Command.MarkDuplicate(first, second));
        town.ok(ANI, new Command.UnmarkDuplicate(first, second));

        assertThat(town.aduan(first).withVersion(a.version())).isEqualTo(a);
        assertThat(town.aduan(second).withVersion(b.version())).isEqualTo(b);
        assertThat(town.timeline(second)).endsWith("duplicate-joined", "duplicate-left");
        assertThat(town.ok(ANI, new Command.UnmarkDuplicate(first, second))).isEmpty();
    }

    @Test
    void across_duplicates_the_stricter_privacy_wins_both_ways_and_stays() {
        town.ok(ANI, new Command.SetPrivacy(first, new Privacy(true, false, false)));
        town.ok(ANI, new Command.SetPrivacy(second, new Privacy(false, true, false)));
        town.ok(ANI, new Command.MarkDuplicate(first, second));

        Privacy both = new Privacy(true, true, false);
        assertThat(town.aduan(first).privacy()).isEqualTo(both);
        assertThat(town.aduan(second).privacy()).isEqualTo(both);
        assertThat(town.timeline(second)).contains("privacy");

        town.ok(ANI, new Command.UnmarkDuplicate(first, second));
        assertThat(town.aduan(second).privacy()).isEqualTo(both);
    }
}
