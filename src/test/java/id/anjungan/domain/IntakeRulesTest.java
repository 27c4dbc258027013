package id.anjungan.domain;

import static id.anjungan.domain.SmallCity.ANI;
import static id.anjungan.domain.SmallCity.NINE;
import static id.anjungan.domain.SmallCity.TICKER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Each channel item appears exactly once, with the privacy that the strictest of three demands.
class IntakeRulesTest {
    private final Town town = new Town();

    @Test
    void the_same_item_twice_changes_nothing() {
        var item = town.item("sp4n", "7", "road").command();
        assertThat(town.ok(TICKER, item)).isNotEmpty();
        town.pass(Duration.ofMinutes(3));
        assertThat(town.ok(TICKER, item)).isEmpty();
    }

    @Test
    void an_item_becomes_a_case_a_person_and_the_citizens_words() {
        UUID id = town.report("sp4n", "7", "road");
        Case c = town.aduan(id);
        assertThat(c.priority()).isEqualTo(Priority.MEDIUM);
        assertThat(c.state()).isEqualTo(CaseState.UNVERIFIED);
        assertThat(town.find(Person.class, c.person())).get().extracting(Person::name).isEqualTo("Siti 7");
        assertThat(town.every(Message.class)).singleElement().matches(m -> m.kind() == Message.Kind.REPORT);
        assertThat(town.timeline(id)).containsExactly("received");
    }

    @Test
    void clocks_start_when_the_citizen_reported_however_late_the_channel_delivers() {
        UUID id = reportedAt("late", NINE.minusSeconds(600));
        assertThat(town.aduan(id).cameAt()).isEqualTo(NINE.minusSeconds(600));
        assertThat(town.clock(id, "seen").started()).isEqualTo(NINE.minusSeconds(600));
        assertThat(town.clock(id, "seen").policyVersion()).isEqualTo("1");
    }

    @Test
    void a_channel_whose_clock_runs_ahead_starts_no_clock_in_the_future() {
        UUID id = reportedAt("ahead", NINE.plusSeconds(600));
        assertThat(town.clock(id, "seen").started()).isEqualTo(NINE);
    }

    private UUID reportedAt(String source, java.time.Instant when) {
        var c = town.item("sp4n", source, "road").command();
        town.ok(TICKER, new Command.ReceiveItem(
                c.caseId(), c.number(), c.channel(), c.sourceId(), c.person(), c.category(), c.priority(), c.privacy(),
                c.location(), when, c.text(), c.attachments(), c.alreadyClosed(), c.closedAt()));
        return c.caseId();
    }

    @Test
    void a_code_the_city_does_not_know_is_refused_by_name() {
        assertThat(town.no(TICKER, town.item("pigeon", "1", "road").command()).args()).containsEntry("code", "pigeon");
        assertThat(town.no(TICKER, town.item("sp4n", "1", "dragons").command()).args())
                .containsEntry("code", "dragons");
    }

    @Test
    void of_citizen_channel_and_category_the_strictest_holds() {
        var item = town.item("wbs", "1", "violence").privacy(new Privacy(true, false, false)).command();
        town.ok(TICKER, item);
        assertThat(town.aduan(item.caseId()).privacy()).isEqualTo(new Privacy(true, true, true));
    }

    @Test
    void an_emergency_sounds_at_once() {
        UUID fire = town.report("fire");
        assertThat(town.alarm(fire, Alarm.Kind.EMERGENCY)).get().matches(Alarm::active);
        UUID hole = town.report("road");
        assertThat(town.alarm(hole, Alarm.Kind.EMERGENCY)).isEmpty();
    }

    @Test
    void a_chat_opens_with_its_first_line_and_keeps_since_when_the_citizen_waits() {
        UUID chat = town.chatLine("a", "1", "hello?", false);
        town.pass(Duration.ofMinutes(2));
        town.chatLine("a", "2", "anybody?", false);
        assertThat(town.chat(chat).state()).isEqualTo(Chat.State.WAITING);
        assertThat(town.chat(chat).waitingSince()).isEqualTo(NINE);
        assertThat(town.chat(chat).lastAt()).isEqualTo(town.now);
        assertThat(town.every(Message.class)).hasSize(2);
    }

    @Test
    void the_same_line_twice_changes_nothing_even_one_without_words() {
        UUID chat = town.chatLine("a", "1", "hello?", false);
        assertThat(town.ok(TICKER, town.line("a", "1", "hello?", false))).isEmpty();
        town.chatLine("a", "2", "", true);
        assertThat(town.ok(TICKER, town.line("a", "2", "", true))).isEmpty();
        town.chatLine("a", "3", "one more thing", false);
        assertThat(town.ok(TICKER, town.line("a", "2", "", true))).isEmpty();
        assertThat(town.chat(chat).state()).isEqualTo(Chat.State.WAITING);
    }

    @Test
    void a_citizen_who_writes_again_after_the_end_waits_again() {
        UUID chat = town.chatLine("a", "1", "hello?", false);
        town.ok(ANI, new Command.TakeChat(chat));
        town.chatLine("a", "2", "thank you", true);
        assertThat(town.chat(chat).state()).isEqualTo(Chat.State.ENDED);
        assertThat(town.chat(chat).claim()).isNull();

        town.pass(Duration.ofMinutes(1));
        town.chatLine("a", "3", "still broken", false);
        assertThat(town.chat(chat).state()).isEqualTo(Chat.State.WAITING);
        assertThat(town.chat(chat).endedAt()).isNull();
        assertThat(town.chat(chat).waitingSince()).isEqualTo(town.now);
    }
}
