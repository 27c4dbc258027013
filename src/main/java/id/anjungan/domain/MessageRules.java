package id.anjungan.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Notes, answers, and what becomes of an answer on its way out.
final class MessageRules {
    private MessageRules() {}

    static void note(Deciding d, Command.AddNote c) {
        Case was = d.caseOf(c.caseId());
        UUID id = d.note(was.id(), d.text("text", c.text()));
        d.entry(was.id(), "noted", Map.of(), id);
    }

    static void answer(Deciding d, Command.AnswerCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        UUID id = outbound(d, was.id(), d.text("text", c.text()));
        Case next = was.edit(d.at(), d.receivedAt()).acknowledged().build();
        d.put(WorkRules.event(d, ClockRule.Event.ANSWERED, next));
        d.entry(was.id(), "answered", Map.of(), id);
        AlarmRules.acknowledgeOf(d, was.id());
    }

    /// An answer to the citizen, held for the undo time unless the case is an emergency.
    static UUID outbound(Deciding d, UUID about, String text) {
        boolean urgent = d.find(Case.class, about)
                .map(x -> x.priority() == Priority.EMERGENCY)
                .orElse(true);
        Instant hold = urgent ? null : d.receivedAt().plus(d.policy().limits().undo());
        UUID id = d.nextId();
        d.put(new Message(
                id, about, Message.Kind.OUTBOUND, d.actor(), d.at(), text, List.of(), Message.Delivery.WAITING, hold));
        return id;
    }

    static void cancel(Deciding d, Command.CancelMessage c) {
        Message was = d.find(Message.class, c.messageId()).orElseThrow(() -> d.notFound(c.messageId()));
        boolean mine = was.author().equals(d.actor()) || d.ctx.actor().may(Right.OVERRIDE);
        if (was.kind() != Message.Kind.OUTBOUND || !mine) {
            throw new Refusing(Refusal.NO_RIGHT, Map.of("right", Right.OVERRIDE.name()));
        }
        if (was.delivery() == Message.Delivery.CANCELLED) {
            return;
        }
        Instant hold = was.holdUntil();
        if (was.delivery() != Message.Delivery.WAITING || hold == null || !d.receivedAt().isBefore(hold)) {
            throw new Refusing(Refusal.ALREADY_SENT, Map.of());
        }
        d.put(was.withDelivery(Message.Delivery.CANCELLED));
        d.entry(was.about(), "answer-cancelled", Map.of(), was.id());
    }

    static void delivery(Deciding d, Command.RecordDelivery c) {
        Message was = d.find(Message.class, c.messageId()).orElseThrow(() -> d.notFound(c.messageId()));
        boolean settled = was.delivery() == Message.Delivery.DELIVERED || was.delivery() == Message.Delivery.CANCELLED;
        if (was.kind() != Message.Kind.OUTBOUND || settled || was.delivery() == c.delivery()) {
            return;
        }
        d.put(was.withDelivery(c.delivery()));
        d.entry(was.about(), "delivery", Map.of("delivery", c.delivery().name()), was.id());
    }
}
