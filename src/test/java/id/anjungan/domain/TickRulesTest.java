package id.anjungan.domain;

import static id.anjungan.domain.SmallCity.ANI;
import static id.anjungan.domain.SmallCity.BUDI;
import static id.anjungan.domain.SmallCity.LEAD;
import static id.anjungan.domain.SmallCity.NINE;
import static id.anjungan.domain.SmallCity.TICKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What time does: deadlines are missed once, levels rise once, alarms sound until a person has heard them.
class TickRulesTest {
    private final Town town = new Town();
    private final UUID fire = town.report("112", "1", "fire");

    @Test
    void a_deadline_is_kept_until_its_last_moment_and_missed_after_it() {
        town.now = NINE.plus(Duration.ofMinutes(5));
        town.ok(TICKER, new Command.Tick(fire));
        assertThat(town.clock(fire, "seen").breachedAt()).isNull();

        town.pass(Duration.ofMillis(1));
        town.ok(TICKER, new Command.Tick(fire));
        assertThat(town.clock(fire, "seen").breachedAt()).isEqualTo(NINE.plus(Duration.ofMinutes(5)));
    }

    @Test
    void it_is_missed_once() {
        town.pass(Duration.ofMinutes(6));
        town.ok(TICKER, new Command.Tick(fire));
        assertThat(town.ok(TICKER, new Command.Tick(fire))).isEmpty();
        assertThat(town.timeline(fire)).containsOnlyOnce("breached");
        assertThat(town.alarm(fire, Alarm.Kind.BREACH)).isPresent();
    }

    @Test
    void an_emergency_that_nobody_sees_goes_up_after_two_minutes_and_only_once() {
        town.pass(Duration.ofMinutes(2));
        town.ok(TICKER, new Command.Tick(fire));
        assertThat(town.aduan(fire).level()).isEqualTo(2);
        assertThat(town.alarm(fire, Alarm.Kind.ESCALATION)).isPresent();
        town.pass(Duration.ofMinutes(2));
        assertThat(town.ok(TICKER, new Command.Tick(fire))).isEmpty();
    }

    @Test
    void one_that_was_seen_does_not_go_up() {
        town.ok(ANI, new Command.AcknowledgeCase(fire));
        town.pass(Duration.ofMinutes(3));
        assertThat(town.ok(TICKER, new Command.Tick(fire))).isEmpty();
    }

    @Test
    void one_that_was_seen_in_time_by_a_desk_without_a_line_does_not_go_up_twice() {
        town.pass(Duration.ofMinutes(3));
        town.ok(TICKER, new Command.Tick(fire));
        town.ok(ANI, new Command.AcknowledgeCase(fire), NINE.plusSeconds(30));
        assertThat(town.aduan(fire).acknowledgedAt()).isEqualTo(NINE.plusSeconds(30));
        assertThat(town.clock(fire, "seen").stopped()).isEqualTo(NINE.plusSeconds(30));
        assertThat(town.aduan(fire).level()).isEqualTo(2);
    }

    @Test
    void a_missed_deadline_left_lying_goes_up_step_by_step() {
        UUID hole = town.report("road");
        town.ok(ANI, new Command.ClaimCase(hole));
        Instant due = town.clock(hole, "answer").due();
        town.now = due.plusMillis(1);
        town.ok(TICKER, new Command.Tick(hole));
        assertThat(TickRules.nextTick(town.aduan(hole), town.policy)).contains(due.plus(Duration.ofMinutes(10)));
        town.now = due.plus(Duration.ofMinutes(10));
        town.ok(TICKER, new Command.Tick(hole));
        assertThat(town.aduan(hole).level()).isEqualTo(2);
        town.now = due.plus(Duration.ofHours(4));
        town.ok(TICKER, new Command.Tick(hole));
        assertThat(town.aduan(hole).level()).isEqualTo(3);
    }

    @Test
    void a_paused_clock_is_not_missed() {
        UUID hole = town.report("road");
        town.ok(ANI, new Command.HoldCase(hole, 0, "rain"));
        town.pass(Duration.ofDays(30));
        assertThat(town.ok(TICKER, new Command.Tick(hole))).isEmpty();
        assertThat(TickRules.nextTick(town.aduan(hole), town.policy)).isEmpty();
    }

    @Test
    void an_alarm_stays_until_a_person_acknowledges_and_keeps_who_and_when() {
        Alarm alarm = town.alarm(fire, Alarm.Kind.EMERGENCY).orElseThrow();
        town.pass(Duration.ofSeconds(20));
        town.ok(ANI, new Command.AcknowledgeAlarm(alarm.id(), fire));

        Alarm heard = town.alarm(fire, Alarm.Kind.EMERGENCY).orElseThrow();
        assertThat(heard.acknowledgedBy()).isEqualTo("ani");
        assertThat(heard.acknowledgedAt()).isEqualTo(NINE.plusSeconds(20));
        assertThat(town.clock(fire, "seen").stopped()).isEqualTo(NINE.plusSeconds(20));
        assertThat(town.ok(BUDI, new Command.AcknowledgeAlarm(alarm.id(), fire))).isEmpty();
    }

    @Test
    void an_alarm_of_a_case_outside_ones_channels_is_not_ones_own() {
        Actor web = new Actor(
                "cici", "Cici", Role.OPERATOR, Right.of(Role.OPERATOR), java.util.Set.of("sp4n"), java.util.Set.of());
        Alarm alarm = town.alarm(fire, Alarm.Kind.EMERGENCY).orElseThrow();
        assertThat(town.no(web, new Command.AcknowledgeAlarm(alarm.id(), fire)).code())
                .isEqualTo(Refusal.OUT_OF_SCOPE);
    }

    @Test
    void acting_on_an_emergency_is_hearing_its_alarm() {
        town.ok(ANI, new Command.DisposeCase(fire, 0, java.util.List.of("brigade"), null));
        assertThat(town.alarm(fire, Alarm.Kind.EMERGENCY)).get().matches(a -> !a.active());
    }

    @Test
    void the_system_sounds_once_until_it_is_heard_and_then_again() {
        var disk = new Command.RaiseSystemAlarm("disk", Priority.HIGH);
        town.ok(TICKER, disk);
        assertThat(town.ok(TICKER, disk)).isEmpty();
        UUID id = Ids.of("alarm", "disk");
        town.ok(LEAD, new Command.AcknowledgeAlarm(id, null));
        town.pass(Duration.ofMinutes(1));
        town.ok(TICKER, disk);
        assertThat(town.find(Alarm.class, id)).get().matches(Alarm::active).extracting(Alarm::raisedAt).isEqualTo(town.now);
    }

    @Test
    void an_unknown_alarm_or_case_is_said_to_be_unknown() {
        UUID nothing = Ids.of("nothing");
        assertThat(town.no(ANI, new Command.AcknowledgeAlarm(nothing, null)).code()).isEqualTo(Refusal.NOT_FOUND);
        assertThat(town.no(ANI, new Command.ClaimCase(nothing)).args()).containsEntry("id", nothing.toString());
    }
}
