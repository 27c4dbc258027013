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

    /// Answers, and takes the case when nobody holds it: of two who answer at once, the second is told who was first.
    static void answer(Deciding d, Command.AnswerCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        UUID id = outbound(d, was.id(), d.text("text", c.text()));
        CaseEdit next = Timing.event(d, ClockRule.Event.ANSWERED, Timing.seen(d, was)).edit(d.at(), d.receivedAt());
        if (was.claim() == null) {
            next.claim(ClaimRules.newClaim(d, d.actor(), was.fencing()));
            d.entry(was.id(), "claimed", Map.of());
        }
        d.put(next.build());
        d.entry(was.id(), "answered", Map.of(), id);
    }

    /// An answer to the citizen, held for the undo time unless the case is an emergency; a chat line goes at once.
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
        if (!was.about().equals(c.about())) {
            throw d.notFound(c.messageId());
        }
        Case about = d.find(Case.class, was.about()).orElse(null);
        if (about != null) {
            d.inScope(about.channel(), about.location());
        }
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
        if (about != null && about.open()) {
            Case waits = Timing.each(d, about, k -> Clocks.unanswered(k, d.policy(), was.at(), d.at()));
            if (!waits.equals(about)) {
                d.put(waits);
            }
        }
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
