package id.anjungan.domain;

import static id.anjungan.domain.SmallCity.ANI;
import static id.anjungan.domain.SmallCity.LEAD;
import static id.anjungan.domain.SmallCity.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Verifying, handing to agencies, raising, holding and correcting, in the words of SP4N-LAPOR!.
class WorkRulesTest {
    private final Town town = new Town();
    private final UUID hole = town.report("road");

    @Test
    void verifying_stops_the_clock_for_verifying_and_is_seeing() {
        town.ok(ANI, new Command.VerifyCase(hole, 0));
        assertThat(town.aduan(hole).state()).isEqualTo(CaseState.VERIFIED);
        assertThat(town.clock(hole, "verify").stopped()).isEqualTo(NINE);
        assertThat(town.clock(hole, "seen").stopped()).isEqualTo(NINE);
        assertThat(town.ok(ANI, new Command.VerifyCase(hole, 0))).isEmpty();
    }

    @Test
    void disposing_verifies_and_starts_the_agencys_clock() {
        town.ok(ANI, new Command.DisposeCase(hole, 0, List.of("works", "brigade", "works"), "please look"));

        Case c = town.aduan(hole);
        assertThat(c.state()).isEqualTo(CaseState.IN_PROGRESS);
        assertThat(c.dispositions()).extracting(Disposition::agency).containsExactly("works", "brigade");
        assertThat(town.clock(hole, "verify").stopped()).isNotNull();
        assertThat(town.clock(hole, "agency").due()).isEqualTo(NINE.plus(Duration.ofHours(24)));
        assertThat(c.version()).isEqualTo(2);
    }

    @Test
    void an_agency_that_has_ended_names_its_successor() {
        var refused = town.no(ANI, new Command.DisposeCase(hole, 0, List.of("works", "old"), null));
        assertThat(refused.code()).isEqualTo(Refusal.AGENCY_NOT_VALID);
        assertThat(refused.args()).isEqualTo(Map.of("agency", "old", "successor", "works"));
        assertThat(town.no(ANI, new Command.DisposeCase(hole, 0, List.of("moon"), null)).code())
                .isEqualTo(Refusal.UNKNOWN_CODE);
        assertThat(town.no(ANI, new Command.DisposeCase(hole, 0, List.of(), null)).code())
                .isEqualTo(Refusal.TEXT_MISSING);
    }

    @Test
    void only_an_agency_that_was_asked_can_answer() {
        var reply = new Command.RecordAgencyReply(hole, "works", Disposition.Status.ANSWERED, "filled");
        assertThat(town.no(ANI, reply).code()).isEqualTo(Refusal.WRONG_STATE);

        town.ok(ANI, new Command.DisposeCase(hole, 0, List.of("works"), null));
        town.ok(ANI, reply);

        assertThat(town.aduan(hole).dispositions().getFirst().status()).isEqualTo(Disposition.Status.ANSWERED);
        assertThat(town.no(ANI, reply).code()).isEqualTo(Refusal.WRONG_STATE);
    }

    @Test
    void a_level_only_rises_and_not_above_the_top() {
        town.ok(ANI, new Command.EscalateCase(hole, 0, 2, "a school is near"));
        assertThat(town.no(ANI, new Command.EscalateCase(hole, 0, 2, "again")).code()).isEqualTo(Refusal.WRONG_LEVEL);
        assertThat(town.no(ANI, new Command.EscalateCase(hole, 0, 4, "too high")).code())
                .isEqualTo(Refusal.WRONG_LEVEL);
        assertThat(town.no(ANI, new Command.EscalateCase(hole, 0, 3, "")).code()).isEqualTo(Refusal.TEXT_MISSING);
    }

    @Test
    void raising_an_urgent_case_sounds_for_the_level_above() {
        UUID beating = town.report("violence");
        town.ok(ANI, new Command.EscalateCase(beating, 0, 2, "now"));
        assertThat(town.alarm(beating, Alarm.Kind.ESCALATION)).get().matches(Alarm::active);
    }

    @Test
    void hold_keeps_what_was_left_of_working_time() {
        // 8 working hours from Wednesday 09:00: three before noon, three after, two on Thursday until 10:00.
        assertThat(town.clock(hole, "answer").due()).isEqualTo(Instant.parse("2026-07-02T03:00:00Z"));

        town.pass(Duration.ofHours(2));
        town.ok(ANI, new Command.HoldCase(hole, 0, "waiting for the owner"));
        assertThat(town.clock(hole, "answer").remaining()).isEqualTo(Duration.ofHours(6));

        // Friday 3 July is a holiday: on Monday at 08:00 the six hours begin, and end at 15:00 for the noon hour.
        town.now = Instant.parse("2026-07-06T01:00:00Z");
        town.ok(ANI, new Command.ResumeCase(hole, 0));
        assertThat(town.clock(hole, "answer").due()).isEqualTo(Instant.parse("2026-07-06T08:00:00Z"));
    }

    @Test
    void a_paused_clock_says_why_and_a_missed_or_stubborn_one_is_not_paused() {
        town.ok(ANI, new Command.HoldCase(hole, 0, "rain"));
        assertThat(town.clock(hole, "answer").pauseReason()).startsWith("hold:");
        assertThat(town.no(ANI, new Command.HoldCase(hole, 0, "more rain")).code()).isEqualTo(Refusal.WRONG_STATE);

        UUID fire = town.report("fire");
        town.ok(ANI, new Command.HoldCase(fire, 0, "no"));
        assertThat(town.clock(fire, "arrive").running()).isTrue();

        UUID late = town.report("road");
        town.pass(Duration.ofDays(3));
        town.ok(ANI, new Command.HoldCase(late, 0, "too late"));
        assertThat(town.clock(late, "answer").running()).isTrue();
        assertThat(town.clock(late, "solve").paused()).isTrue();
    }

    @Test
    void on_hold_a_clock_that_starts_stands_still_too() {
        town.ok(ANI, new Command.HoldCase(hole, 0, "rain"));
        town.ok(ANI, new Command.DisposeCase(hole, 0, List.of("works"), null));
        assertThat(town.aduan(hole).state()).isEqualTo(CaseState.ON_HOLD);
        assertThat(town.clock(hole, "agency").paused()).isTrue();
    }

    @Test
    void a_case_held_before_it_was_verified_is_verified_when_taken_up() {
        town.ok(ANI, new Command.HoldCase(hole, 0, "rain"));
        town.ok(ANI, new Command.ResumeCase(hole, 0));
        assertThat(town.aduan(hole).state()).isEqualTo(CaseState.VERIFIED);
        assertThat(town.clock(hole, "verify").stopped()).isNotNull();
        assertThat(town.no(ANI, new Command.ResumeCase(hole, 0)).code()).isEqualTo(Refusal.WRONG_STATE);
    }

    @Test
    void correcting_the_category_moves_no_running_deadline_and_starts_the_missing_clock() {
        Instant due = town.clock(hole, "answer").due();
        town.pass(Duration.ofMinutes(1));
        town.ok(ANI, new Command.RecategoriseCase(hole, 0, "fire", Priority.EMERGENCY));

        assertThat(town.clock(hole, "answer").due()).isEqualTo(due);
        assertThat(town.clock(hole, "arrive").due()).isEqualTo(town.now.plus(Duration.ofMinutes(7)));
        assertThat(town.ok(ANI, new Command.RecategoriseCase(hole, 0, "fire", Priority.EMERGENCY))).isEmpty();
    }

    @Test
    void what_turns_out_to_be_an_emergency_sounds_although_the_case_was_seen() {
        town.ok(ANI, new Command.ClaimCase(hole));
        town.ok(ANI, new Command.RecategoriseCase(hole, 1, "fire", Priority.EMERGENCY));
        assertThat(town.alarm(hole, Alarm.Kind.EMERGENCY)).get().matches(Alarm::active);

        town.ok(LEAD, new Command.AcknowledgeCase(hole));
        assertThat(town.alarm(hole, Alarm.Kind.EMERGENCY)).get().matches(a -> !a.active());
    }

    @Test
    void a_clock_whose_act_was_done_before_does_not_start() {
        town.ok(ANI, new Command.DisposeCase(hole, 0, List.of("brigade"), null));
        town.ok(ANI, new Command.RecategoriseCase(hole, 0, "fire", Priority.EMERGENCY));
        assertThat(town.aduan(hole).clocks()).extracting(Clock::rule).doesNotContain("arrive");
    }

    @Test
    void anybody_may_hide_more_and_only_the_right_shows_more() {
        Privacy secret = new Privacy(true, true, false);
        town.ok(ANI, new Command.SetPrivacy(hole, secret));
        assertThat(town.no(ANI, new Command.SetPrivacy(hole, Privacy.OPEN)).code()).isEqualTo(Refusal.PRIVACY_LOWERED);
        assertThat(town.ok(ANI, new Command.SetPrivacy(hole, secret))).isEmpty();
        town.ok(LEAD, new Command.SetPrivacy(hole, Privacy.OPEN));
        assertThat(town.aduan(hole).privacy()).isEqualTo(Privacy.OPEN);
    }

    @Test
    void a_sensitive_category_stays_sensitive_whoever_asks() {
        UUID beating = town.report("violence");
        town.ok(LEAD, new Command.SetPrivacy(beating, Privacy.OPEN));
        assertThat(town.aduan(beating).privacy().sensitive()).isTrue();
        town.ok(ANI, new Command.RecategoriseCase(beating, 0, "road", Priority.LOW));
        assertThat(town.aduan(beating).privacy().sensitive()).isTrue();
    }

    @Test
    void moving_a_case_on_the_map_says_why() {
        Location there = Location.of(-7.3, 112.7);
        assertThat(town.no(ANI, new Command.LocateCase(hole, 0, there, " ")).code()).isEqualTo(Refusal.TEXT_MISSING);
        town.ok(ANI, new Command.LocateCase(hole, 0, there, "seen on the photo"));
        assertThat(town.aduan(hole).location()).isEqualTo(there);
    }
}
