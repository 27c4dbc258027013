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

/// Answers: held for a moment, taken back in that moment or not at all, and never two to one citizen.
class MessageRulesTest {
    private final Town town = new Town();
    private final UUID hole = town.report("road");

    @Test
    void an_answer_waits_eight_seconds() {
        town.ok(ANI, new Command.AnswerCase(hole, 0, "We come tomorrow."));
        Message answer = town.outbound(hole);
        assertThat(answer.delivery()).isEqualTo(Message.Delivery.WAITING);
        assertThat(answer.holdUntil()).isEqualTo(NINE.plusSeconds(8));
        assertThat(town.clock(hole, "answer").stopped()).isEqualTo(NINE);
    }

    @Test
    void an_answer_in_an_emergency_does_not_wait() {
        UUID fire = town.report("fire");
        town.ok(ANI, new Command.AnswerCase(fire, 0, "Leave the house."));
        assertThat(town.outbound(fire).holdUntil()).isNull();
    }

    @Test
    void of_two_who_answer_at_once_the_second_is_told_who_was_first() {
        town.ok(ANI, new Command.AnswerCase(hole, 0, "We come tomorrow."));
        var refused = town.no(BUDI, new Command.AnswerCase(hole, 0, "We came yesterday."));
        assertThat(refused.args()).containsEntry("by", "ani");
        assertThat(town.every(Message.class).filter(m -> m.kind() == Message.Kind.OUTBOUND)).hasSize(1);
    }

    @Test
    void an_answer_taken_back_in_time_never_goes_and_the_clock_runs_on() {
        Instant due = town.clock(hole, "answer").due();
        town.ok(ANI, new Command.AnswerCase(hole, 0, "Wrong person."));
        town.pass(Duration.ofSeconds(7));
        town.ok(ANI, new Command.CancelMessage(town.outbound(hole).id(), hole));

        assertThat(town.outbound(hole).delivery()).isEqualTo(Message.Delivery.CANCELLED);
        assertThat(town.clock(hole, "answer").running()).isTrue();
        assertThat(town.clock(hole, "answer").due()).isEqualTo(due);
        assertThat(town.ok(ANI, new Command.CancelMessage(town.outbound(hole).id(), hole))).isEmpty();
    }

    @Test
    void after_the_wait_undo_says_why_not() {
        town.ok(ANI, new Command.AnswerCase(hole, 0, "We come tomorrow."));
        town.pass(Duration.ofSeconds(8));
        assertThat(town.no(ANI, new Command.CancelMessage(town.outbound(hole).id(), hole)).code())
                .isEqualTo(Refusal.ALREADY_SENT);
    }

    @Test
    void an_answer_that_has_left_cannot_be_taken_back_even_within_the_wait() {
        town.ok(ANI, new Command.AnswerCase(hole, 0, "We come tomorrow."));
        UUID id = town.outbound(hole).id();
        town.ok(TICKER, new Command.RecordDelivery(id, Message.Delivery.SENT));
        assertThat(town.no(ANI, new Command.CancelMessage(id, hole)).code()).isEqualTo(Refusal.ALREADY_SENT);
    }

    @Test
    void only_the_author_or_a_lead_takes_an_answer_back() {
        town.ok(ANI, new Command.AnswerCase(hole, 0, "We come tomorrow."));
        UUID id = town.outbound(hole).id();
        assertThat(town.no(BUDI, new Command.CancelMessage(id, hole)).code()).isEqualTo(Refusal.NO_RIGHT);
        town.ok(LEAD, new Command.CancelMessage(id, hole));
    }

    @Test
    void an_answer_taken_back_on_hold_leaves_its_clock_standing() {
        town.ok(ANI, new Command.AnswerCase(hole, 0, "We come tomorrow."));
        town.ok(ANI, new Command.HoldCase(hole, 1, "rain"));
        town.ok(ANI, new Command.CancelMessage(town.outbound(hole).id(), hole));
        assertThat(town.clock(hole, "answer").paused()).isTrue();
        assertThat(town.clock(hole, "answer").remaining()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void what_became_of_an_answer_is_on_the_timeline_once() {
        town.ok(ANI, new Command.AnswerCase(hole, 0, "We come tomorrow."));
        UUID id = town.outbound(hole).id();
        town.ok(TICKER, new Command.RecordDelivery(id, Message.Delivery.DELIVERED));
        assertThat(town.ok(TICKER, new Command.RecordDelivery(id, Message.Delivery.DELIVERED))).isEmpty();
        assertThat(town.ok(TICKER, new Command.RecordDelivery(id, Message.Delivery.FAILED))).isEmpty();
        assertThat(town.timeline(hole)).containsOnlyOnce("delivery");
    }

    @Test
    void a_text_is_neither_missing_nor_endless() {
        assertThat(town.no(ANI, new Command.AnswerCase(hole, 0, " \n")).code()).isEqualTo(Refusal.TEXT_MISSING);
        assertThat(town.no(ANI, new Command.AddNote(hole, "x".repeat(20_001))).code())
                .isEqualTo(Refusal.TEXT_TOO_LONG);
    }
}
