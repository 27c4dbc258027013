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
        String answer = d.optionalText("answer", c.answer());
        UUID message = answer == null ? null : MessageRules.outbound(d, was.id(), answer);
        if (message != null) {
            was = Timing.event(d, ClockRule.Event.ANSWERED, was);
        }
        end(d, was, CaseState.DONE, c.outcome(), "closed", Map.of("outcome", c.outcome().name()), message);
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
    }

    private static void end(
            Deciding d,
            Case was,
            CaseState state,
            Outcome outcome,
            String code,
            Map<String, String> args,
            @Nullable UUID message) {
        Case seen = Timing.seen(d, was);
        Case next = seen.edit(d.at(), d.receivedAt()).end(state, outcome).build();
        Timing.note(d, seen, next.clocks());
        d.put(next);
        d.entry(was.id(), code, args, message);
        AlarmRules.clearAll(d, next);
    }
}
