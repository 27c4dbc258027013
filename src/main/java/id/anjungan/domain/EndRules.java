package id.anjungan.domain;

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
            was = WorkRules.event(d, ClockRule.Event.ANSWERED, was);
        }
        end(d, was, CaseState.DONE, c.outcome(), "closed", Map.of("outcome", c.outcome().name()), message);
    }

    static void notOurs(Deciding d, Command.NotOurs c) {
        Case was = d.writable(c.caseId(), c.fencing());
        String reason = d.text("reason", c.reason());
        String whose = d.text("belongsTo", c.belongsTo());
        end(
                d,
                was,
                CaseState.ARCHIVED,
                Outcome.NOT_OUR_AUTHORITY,
                "not-ours",
                Map.of("belongsTo", whose),
                d.note(was.id(), reason));
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

    static void reopen(Deciding d, Command.ReopenCase c) {
        Case was = d.caseOf(c.caseId());
        if (was.open()) {
            throw new Refusing(Refusal.NOT_CLOSED, Map.of());
        }
        String reason = d.text("reason", c.reason());
        d.put(was.edit(d.at(), d.receivedAt()).reopen().build());
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
        d.put(was.edit(d.at(), d.receivedAt()).acknowledged().end(state, outcome).build());
        d.entry(was.id(), code, args, message);
        AlarmRules.acknowledgeOf(d, was.id());
    }
}
