package id.anjungan.domain;

import static id.anjungan.domain.SmallCity.ANI;
import static id.anjungan.domain.SmallCity.BUDI;
import static id.anjungan.domain.SmallCity.LEAD;
import static id.anjungan.domain.SmallCity.NINE;
import static id.anjungan.domain.SmallCity.TICKER;
import static id.anjungan.domain.SmallCity.WALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// One case, at most one holder; whoever loses it is told to whom and since when.
class ClaimRulesTest {
    private final Town town = new Town();
    private final UUID hole = town.report("road");

    @Test
    void the_loser_of_a_race_is_told_by_whom_and_since_when() {
        town.ok(ANI, new Command.ClaimCase(hole));
        town.pass(Duration.ofMillis(300));

        var refused = town.no(BUDI, new Command.ClaimCase(hole));

        assertThat(refused.code()).isEqualTo(Refusal.CLAIMED_BY_OTHER);
        assertThat(refused.args()).isEqualTo(Map.of("by", "ani", "since", NINE.toString()));
    }

    @Test
    void the_order_of_receipt_decides_a_race_not_the_desk_that_says_it_was_first() {
        town.pass(Duration.ofMinutes(5));
        town.ok(ANI, new Command.ClaimCase(hole));

        Decision late = town.give(BUDI, new Command.ClaimCase(hole), NINE);

        assertThat(late).isInstanceOf(Decision.Refused.class);
        assertThat(town.aduan(hole).claim()).extracting(Claim::operator).isEqualTo("ani");
    }

    @Test
    void claiming_ones_own_case_again_changes_nothing() {
        town.ok(ANI, new Command.ClaimCase(hole));
        assertThat(town.ok(ANI, new Command.ClaimCase(hole))).isEmpty();
    }

    @Test
    void claiming_is_seeing_so_the_clock_for_that_stops() {
        town.ok(ANI, new Command.ClaimCase(hole));

        assertThat(town.aduan(hole).acknowledgedAt()).isEqualTo(NINE);
        assertThat(town.clock(hole, "seen").stopped()).isEqualTo(NINE);
        assertThat(town.clock(hole, "solve").running()).isTrue();
    }

    @Test
    void a_lead_may_take_over_and_the_timeline_says_from_whom() {
        town.ok(ANI, new Command.ClaimCase(hole));
        town.ok(LEAD, new Command.ClaimCase(hole));

        assertThat(town.aduan(hole).claim()).isEqualTo(new Claim("lestari", 2, NINE, false));
        assertThat(town.timeline(hole)).endsWith("taken-over");
    }

    @Test
    void a_write_under_a_lost_claim_is_refused() {
        town.ok(ANI, new Command.ClaimCase(hole));
        town.ok(LEAD, new Command.ClaimCase(hole));
        town.ok(LEAD, new Command.ReleaseCase(hole, 2, "for the night shift"));

        assertThat(town.no(ANI, new Command.VerifyCase(hole, 1)).code()).isEqualTo(Refusal.STALE_CLAIM);
        assertThat(town.no(ANI, new Command.EscalateCase(hole, 1, 2, "big")).code()).isEqualTo(Refusal.STALE_CLAIM);
    }

    @Test
    void even_a_lead_is_refused_when_what_the_lead_saw_is_old() {
        town.ok(ANI, new Command.ClaimCase(hole));
        var refused = town.no(LEAD, new Command.VerifyCase(hole, 0));
        assertThat(refused.code()).isEqualTo(Refusal.STALE_CLAIM);
        assertThat(refused.args()).containsEntry("by", "ani");
    }

    @Test
    void a_case_held_by_another_is_not_written_to() {
        town.ok(ANI, new Command.ClaimCase(hole));
        assertThat(town.no(BUDI, new Command.HoldCase(hole, 1, "rain")).code()).isEqualTo(Refusal.CLAIMED_BY_OTHER);
    }

    @Test
    void giving_back_needs_a_reason_and_leaves_the_number() {
        town.ok(ANI, new Command.ClaimCase(hole));
        assertThat(town.no(ANI, new Command.ReleaseCase(hole, 1, "  ")).code()).isEqualTo(Refusal.TEXT_MISSING);

        town.ok(ANI, new Command.ReleaseCase(hole, 1, "end of shift"));

        assertThat(town.aduan(hole).claim()).isNull();
        assertThat(town.aduan(hole).fencing()).isEqualTo(1);
        assertThat(town.ok(ANI, new Command.ReleaseCase(hole, 1, "again"))).isEmpty();
    }

    @Test
    void handing_over_gives_the_colleague_a_new_number() {
        town.ok(ANI, new Command.ClaimCase(hole));
        town.ok(ANI, new Command.HandOverCase(hole, 1, "budi", "she speaks Madurese"));

        assertThat(town.aduan(hole).claim()).isEqualTo(new Claim("budi", 2, NINE, false));
        assertThat(town.no(ANI, new Command.VerifyCase(hole, 1)).args()).containsEntry("by", "budi");
        assertThat(town.no(BUDI, new Command.HandOverCase(hole, 2, " ", null)).code())
                .isEqualTo(Refusal.TEXT_MISSING);
    }

    @Test
    void absence_ends_a_claim_and_says_whose() {
        town.ok(ANI, new Command.ClaimCase(hole));
        town.ok(TICKER, new Command.ReleaseAbsent(hole, 1, false));

        assertThat(town.aduan(hole).claim()).isNull();
        assertThat(town.timeline(hole)).endsWith("released-absent");
    }

    @Test
    void signing_out_ends_a_claim_and_says_so() {
        town.ok(ANI, new Command.ClaimCase(hole));
        town.ok(TICKER, new Command.ReleaseAbsent(hole, 1, true));

        assertThat(town.aduan(hole).claim()).isNull();
        assertThat(town.timeline(hole)).endsWith("released-signed-out");
    }

    @Test
    void absence_of_an_earlier_holder_does_nothing_to_the_next() {
        town.ok(ANI, new Command.ClaimCase(hole));
        town.ok(ANI, new Command.HandOverCase(hole, 1, "budi", null));

        assertThat(town.ok(TICKER, new Command.ReleaseAbsent(hole, 1, false))).isEmpty();
        assertThat(town.aduan(hole).claim()).isNotNull();
    }

    @Test
    void a_screen_on_the_wall_can_do_nothing() {
        List<Command> all = List.of(
                new Command.ClaimCase(hole), new Command.AcknowledgeCase(hole), new Command.AddNote(hole, "x"),
                new Command.SetPrivacy(hole, Privacy.OPEN), new Command.TakeChat(hole),
                new Command.CancelMessage(hole, hole), new Command.AcknowledgeAlarm(hole, hole), new Command.Tick(hole));
        for (Command c : all) {
            assertThat(town.no(WALL, c).code()).isEqualTo(Refusal.NO_RIGHT);
        }
    }

    @Test
    void only_the_server_gives_the_servers_commands() {
        assertThat(town.no(LEAD, new Command.Tick(hole)).code()).isEqualTo(Refusal.NO_RIGHT);
        assertThat(town.no(LEAD, new Command.ReleaseAbsent(hole, 0, false)).code()).isEqualTo(Refusal.NO_RIGHT);
    }

    @Test
    void nobody_acts_outside_their_channels_or_areas() {
        Actor calls = new Actor(
                "cici", "Cici", Role.OPERATOR, Right.of(Role.OPERATOR), java.util.Set.of("112"), java.util.Set.of());
        assertThat(town.no(calls, new Command.ClaimCase(hole)).code()).isEqualTo(Refusal.OUT_OF_SCOPE);
        Actor north = new Actor(
                "dedi", "Dedi", Role.OPERATOR, Right.of(Role.OPERATOR), java.util.Set.of(), java.util.Set.of("35.78.01"));
        assertThat(town.no(north, new Command.ClaimCase(hole)).code()).isEqualTo(Refusal.OUT_OF_SCOPE);
    }

    @Test
    void what_was_done_offline_is_marked_as_that() {
        town.pass(Duration.ofHours(1));
        town.ok(ANI, new Command.AddNote(hole, "called back"), NINE);
        Entry noted = town.every(Entry.class).filter(e -> e.code().equals("noted")).findFirst().orElseThrow();
        assertThat(noted.offline()).isTrue();
        assertThat(noted.at()).isEqualTo(NINE);
        assertThat(noted.receivedAt()).isEqualTo(NINE.plusSeconds(3600));
    }
}
