package id.anjungan.domain;

import static id.anjungan.domain.SmallCity.ANI;
import static id.anjungan.domain.SmallCity.BUDI;
import static id.anjungan.domain.SmallCity.NINE;
import static id.anjungan.domain.SmallCity.TICKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How a case ends, and what its clocks do when it comes back.
class EndRulesTest {
    private final Town town = new Town();
    private final UUID hole = town.report("road");

    @Test
    void closing_stops_every_clock_and_no_claim_survives() {
        town.ok(ANI, new Command.ClaimCase(hole));
        town.ok(ANI, new Command.HoldCase(hole, 1, "rain"));
        town.pass(Duration.ofHours(1));
        town.ok(ANI, new Command.CloseCase(hole, 1, Outcome.RESOLVED, "It is filled."));

        Case c = town.aduan(hole);
        assertThat(c.state()).isEqualTo(CaseState.DONE);
        assertThat(c.outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(c.closedAt()).isEqualTo(town.now);
        assertThat(c.claim()).isNull();
        assertThat(c.clocks()).allMatch(k -> k.stopped() != null);
        assertThat(town.outbound(hole).body()).isEqualTo("It is filled.");
    }

    @Test
    void nothing_is_done_to_a_closed_case_but_a_note_a_link_and_reopening() {
        town.ok(ANI, new Command.CloseCase(hole, 0, Outcome.RESOLVED, null));
        assertThat(town.no(BUDI, new Command.ClaimCase(hole)).code()).isEqualTo(Refusal.CLOSED);
        assertThat(town.no(BUDI, new Command.AnswerCase(hole, 0, "hello")).code()).isEqualTo(Refusal.CLOSED);
        assertThat(town.no(BUDI, new Command.CloseCase(hole, 0, Outcome.NUISANCE, null)).args())
                .containsEntry("state", "DONE");
        town.ok(BUDI, new Command.AddNote(hole, "the owner called to thank"));
    }

    @Test
    void not_ours_is_archived_with_whose_it_is() {
        assertThat(town.no(ANI, new Command.NotOurs(hole, 0, "", "state road")).code())
                .isEqualTo(Refusal.TEXT_MISSING);
        town.ok(ANI, new Command.NotOurs(hole, 0, "BBPJN", "state road"));
        assertThat(town.aduan(hole).state()).isEqualTo(CaseState.ARCHIVED);
        assertThat(town.aduan(hole).outcome()).isEqualTo(Outcome.NOT_OUR_AUTHORITY);
        assertThat(town.every(Message.class).map(Message::body)).contains("BBPJN: state road");
    }

    @Test
    void archiving_needs_a_reason() {
        assertThat(town.no(ANI, new Command.ArchiveCase(hole, 0, Outcome.NUISANCE, "")).code())
                .isEqualTo(Refusal.TEXT_MISSING);
        town.ok(ANI, new Command.ArchiveCase(hole, 0, Outcome.NUISANCE, "a child playing"));
        assertThat(town.aduan(hole).state()).isEqualTo(CaseState.ARCHIVED);
    }

    @Test
    void reopening_neither_wins_nor_loses_time() {
        Instant solve = town.clock(hole, "solve").due();
        town.pass(Duration.ofHours(2));
        town.ok(ANI, new Command.CloseCase(hole, 0, Outcome.RESOLVED, null));
        town.ok(ANI, new Command.ReopenCase(hole, "closed the wrong one"));

        assertThat(town.aduan(hole).state()).isEqualTo(CaseState.IN_PROGRESS);
        assertThat(town.aduan(hole).outcome()).isNull();
        assertThat(town.aduan(hole).closedAt()).isNull();
        assertThat(town.clock(hole, "solve").running()).isTrue();
        assertThat(town.clock(hole, "solve").due()).isEqualTo(solve);
        assertThat(town.clock(hole, "seen").running()).isFalse();
        assertThat(town.no(ANI, new Command.ReopenCase(hole, "again")).code()).isEqualTo(Refusal.NOT_CLOSED);
    }

    @Test
    void the_time_a_case_was_closed_does_not_count() {
        town.pass(Duration.ofHours(2));
        town.ok(ANI, new Command.CloseCase(hole, 0, Outcome.RESOLVED, null));
        // Six of eight hours were left; on Monday 6 July from 08:00 they end at 15:00.
        town.now = Instant.parse("2026-07-06T01:00:00Z");
        town.ok(ANI, new Command.ReopenCase(hole, "the hole is back"));
        assertThat(town.clock(hole, "answer").due()).isEqualTo(Instant.parse("2026-07-06T08:00:00Z"));
    }

    @Test
    void closing_on_hold_and_reopening_keeps_what_the_hold_had_kept() {
        town.pass(Duration.ofHours(2));
        town.ok(ANI, new Command.HoldCase(hole, 0, "rain"));
        town.now = Instant.parse("2026-07-20T01:00:00Z");
        town.ok(ANI, new Command.CloseCase(hole, 0, Outcome.RESOLVED, null));
        assertThat(town.clock(hole, "answer").breached(town.now)).isFalse();
        town.ok(ANI, new Command.ReopenCase(hole, "no"));
        assertThat(town.clock(hole, "answer").due()).isEqualTo(Instant.parse("2026-07-20T08:00:00Z"));
    }

    @Test
    void what_was_missed_stays_missed() {
        town.pass(Duration.ofDays(20));
        town.ok(ANI, new Command.CloseCase(hole, 0, Outcome.RESOLVED, null));
        assertThat(town.timeline(hole)).contains("breached");
        town.ok(ANI, new Command.ReopenCase(hole, "no"));
        assertThat(town.clock(hole, "solve").breachedAt()).isEqualTo(town.clock(hole, "solve").due());
    }

    @Test
    void what_was_done_in_time_and_arrived_late_was_in_time() {
        Instant inTime = NINE.plus(Duration.ofHours(1));
        town.pass(Duration.ofDays(20));
        town.ok(TICKER, new Command.Tick(hole));
        assertThat(town.clock(hole, "solve").breachedAt()).isNotNull();

        town.ok(ANI, new Command.CloseCase(hole, 0, Outcome.RESOLVED, null), inTime);

        assertThat(town.clock(hole, "solve").breachedAt()).isNull();
        assertThat(town.clock(hole, "solve").breached(town.now)).isFalse();
        assertThat(town.timeline(hole)).contains("breach-withdrawn");
    }

    @Test
    void history_that_comes_in_closed_has_no_clocks_and_gets_them_when_reopened() {
        var item = town.item("sp4n", "old", "road").closed(Outcome.ANSWERED, NINE.minus(Duration.ofDays(900)));
        town.ok(TICKER, item.command());
        UUID old = item.command().caseId();

        assertThat(town.aduan(old).clocks()).isEmpty();
        assertThat(town.aduan(old).closedAt()).isEqualTo(NINE.minus(Duration.ofDays(900)));
        assertThat(town.ok(TICKER, new Command.Tick(old))).isEmpty();

        town.ok(ANI, new Command.ReopenCase(old, "it happened again"));
        assertThat(town.aduan(old).clocks()).extracting(Clock::rule).containsExactly("answer", "solve");
    }

    @Test
    void a_fire_that_comes_in_closed_sounds_no_alarm() {
        var item = town.item("112", "old", "fire").closed(Outcome.RESOLVED, null);
        town.ok(TICKER, item.command());
        assertThat(town.every(Alarm.class)).isEmpty();
    }

    @Test
    void closing_ends_the_cause_of_an_alarm_but_not_the_alarm() {
        UUID beating = town.report("violence");
        town.ok(ANI, new Command.EscalateCase(beating, 0, 2, "now"));
        town.ok(ANI, new Command.CloseCase(beating, 0, Outcome.ANSWERED, null));
        assertThat(town.alarm(beating, Alarm.Kind.ESCALATION))
                .get()
                .matches(Alarm::active)
                .matches(a -> a.clearedAt() != null);
    }
}
