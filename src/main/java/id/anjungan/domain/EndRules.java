package id.anjungan.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a case ends and comes back.
final class EndRules {
    private EndRules() {}

    static void close(Deciding d, Command.CloseCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        if (was.confirmed() == null && d.policy().closing().asks(was, c.outcome())) {
            throw new Refusing(Refusal.RESULT_NOT_CONFIRMED, Map.of());
        }
        String answer = d.optionalText("answer", c.answer());
        UUID message = answer == null ? null : MessageRules.outbound(d, was.id(), answer);
        if (message != null) {
            was = Timing.event(d, ClockRule.Event.ANSWERED, was);
        }
        if (message != null) {
            MessageRules.toDuplicates(d, was, message);
        }
        end(d, was, CaseState.DONE, c.outcome(), "closed", Map.of("outcome", c.outcome().name()), message);
    }

    /// Says after looking whether the work is done; it is not done any more once an agency has it again.
    static void confirm(Deciding d, Command.ConfirmResult c) {
        Case was = d.writable(c.caseId(), c.fencing());
        String text = c.done() ? d.optionalText("text", c.text()) : d.text("text", c.text());
        Confirmation now = c.done() ? new Confirmation(d.actor(), d.at()) : null;
        d.put(Timing.seen(d, was).edit(d.at(), d.receivedAt()).confirmed(now).build());
        UUID note = text == null ? null : d.note(was.id(), text);
        d.entry(was.id(), c.done() ? "result-confirmed" : "result-rejected", Map.of(), note);
    }

    static void notOurs(Deciding d, Command.NotOurs c) {
        Case was = d.writable(c.caseId(), c.fencing());
        String reason = d.text("reason", c.reason());
        String whose = d.text("belongsTo", c.belongsTo());
        String both = whose + ": " + reason;
        end(
                d,
                was,
                CaseState.ARCHIVED,
                Outcome.NOT_OUR_AUTHORITY,
                "not-ours",
                Map.of(),
                d.note(was.id(), both));
    }

    static void archive(Deciding d, Command.ArchiveCase c) {
        Case was = d.writable(c.caseId(), c.fencing());
        String reason = d.text("reason", c.reason());
        end(
                d,
                was,
                CaseState.ARCHIVED,
                c.outcome(),
                "archived",
                Map.of("outcome", c.outcome().name()),
                d.note(was.id(), reason));
    }

    /// Takes a closed case up again. Its clocks run on with what was left of them, and history that came in closed
    /// gets the clocks it never had: no open case is without a deadline.
    static void reopen(Deciding d, Command.ReopenCase c) {
        Case was = d.caseOf(c.caseId());
        if (was.open()) {
            throw new Refusing(Refusal.NOT_CLOSED, Map.of());
        }
        String reason = d.text("reason", c.reason());
        Instant closed = was.closedAt() == null ? d.at() : was.closedAt();
        Case open = was.edit(d.at(), d.receivedAt()).reopen().acknowledged().build();
        Case running = Timing.each(d, open, k -> Clocks.reopen(k, d.policy(), closed, d.at()));
        d.put(Timing.event(d, ClockRule.Event.RECEIVED, running));
        d.entry(was.id(), "reopened", Map.of(), d.note(was.id(), reason));
        for (Case each : LinkRules.duplicatesOf(d, was)) {
            if (!each.open() && closed.equals(each.closedAt())) {
                Case again = each.edit(d.at(), d.receivedAt()).reopen().acknowledged().build();
                d.put(Timing.each(d, again, k -> Clocks.reopen(k, d.policy(), closed, d.at())));
                d.entry(each.id(), "reopened-with", Map.of("of", was.id().toString()));
            }
        }
    }

    private static void end(
            Deciding d,
            Case was,
            CaseState state,
            Outcome outcome,
            String code,
            Map<String, String> args,
            @Nullable UUID message) {
        ended(d, was, state, outcome);
        d.entry(was.id(), code, args, message);
        // What repeats a case ends with it: no clock runs on for something that is over.
        for (Case each : LinkRules.duplicatesOf(d, was)) {
            if (each.open()) {
                ended(d, each, state, outcome);
                d.entry(each.id(), "closed-with", Map.of("of", was.id().toString(), "outcome", outcome.name()));
            }
        }
    }

    private static void ended(Deciding d, Case was, CaseState state, Outcome outcome) {
        Case seen = Timing.seen(d, was);
        Case next = seen.edit(d.at(), d.receivedAt()).end(state, outcome).build();
        Timing.note(d, seen, next.clocks());
        d.put(next);
        AlarmRules.clearAll(d, next);
    }
}
