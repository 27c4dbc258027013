package id.anjungan.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        toDuplicates(d, was, id);
    }

    /// Everybody who reported the same hears the same, each on their own case and by their own channel, so that each
    /// answer has its own fate.
    static void toDuplicates(Deciding d, Case main, UUID answer) {
        Message said = d.find(Message.class, answer).orElseThrow();
        for (Case each : LinkRules.duplicatesOf(d, main)) {
            UUID id = copy(answer, each.id());
            String text = Readdressed.text(
                    said.body(), main, d.find(Person.class, main.person()), each, d.find(Person.class, each.person()));
            d.put(new Message(
                    id, each.id(), Message.Kind.OUTBOUND, d.actor(), d.at(), text, List.of(), Message.Delivery.WAITING,
                    said.holdUntil()));
            Case told = each.open() ? Timing.event(d, ClockRule.Event.ANSWERED, Timing.seen(d, each)) : each;
            if (!told.equals(each)) {
                d.put(told);
            }
            d.entry(each.id(), "answered-with", Map.of("of", main.id().toString()), id);
        }
    }

    /// The id follows from the answer, so that taking it back finds what went with it.
    private static UUID copy(UUID answer, UUID duplicate) {
        return Ids.near(duplicate, "copy", answer.toString(), duplicate.toString());
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
        cancelled(d, was, about);
        if (about != null) {
            for (UUID each : about.duplicates()) {
                d.find(Message.class, copy(was.id(), each))
                        .filter(m -> m.delivery() == Message.Delivery.WAITING)
                        .ifPresent(m -> cancelled(d, m, d.find(Case.class, each).orElse(null)));
            }
        }
    }

    private static void cancelled(Deciding d, Message was, @Nullable Case about) {
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
