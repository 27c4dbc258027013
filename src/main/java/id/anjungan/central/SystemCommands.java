package id.anjungan.central;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Alarm;
import id.anjungan.domain.Change;
import id.anjungan.domain.Command;
import id.anjungan.domain.Context;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.protocol.Json;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stages commands through the one deciding function, with their line of audit. Used inside a group; reads the
/// clock, holds no state.
final class SystemCommands {
    private final Policy policy;
    private final Decider decider;
    private final InstantSource clock;

    SystemCommands(Policy policy, Decider decider, InstantSource clock) {
        this.policy = policy;
        this.decider = decider;
        this.clock = clock;
    }

    Policy policy() {
        return policy;
    }

    Instant now() {
        return clock.instant();
    }

    /// Decides and stages a command of a part of the server; whether anything changed.
    boolean give(Tx tx, String part, UUID id, Command command) {
        Instant now = now();
        Context ctx = new Context(Actor.system(part), policy, now, now, id, false);
        return stage(tx, command, ctx, null) instanceof Decision.Accepted(List<Change> c) && !c.isEmpty();
    }

    /// Decides, stages the changes of an accepted command, and writes the audit line of any that did something
    /// or was refused.
    Decision stage(Tx tx, Command command, Context ctx, @Nullable UUID console) {
        Decision decision = decider.decide(tx, command, ctx);
        String outcome =
                switch (decision) {
                    case Decision.Refused(var code, var _) -> "REFUSED " + code.name();
                    case Decision.Accepted(var changes) -> changes.isEmpty() ? "UNCHANGED" : "DONE";
                };
        if (decision instanceof Decision.Accepted(List<Change> changes)) {
            tx.apply(ctx.commandId(), changes);
        }
        if (console != null || !outcome.equals("UNCHANGED")) {
            tx.audit(new Tx.AuditLine(
                    ctx.commandId(), console, ctx.actor().id(), ctx.at(), ctx.receivedAt(), Json.typeName(command),
                    command.touches(), outcome));
        }
        return decision;
    }

    /// A person must know that something failed here.
    void alarm(Tx tx, String incident) {
        give(
                tx,
                "central",
                Ids.of("incident-alarm", incident),
                new Command.RaiseSystemAlarm("central:" + incident, Priority.HIGH));
    }

    /// A person must know that work has waited long for the database. False when that is known and not yet acknowledged.
    boolean slow(Tx tx) {
        UUID command = Ids.of("slow-alarm", now().toString());
        return give(tx, "central", command, new Command.RaiseSystemAlarm(Alarm.SLOW, Priority.HIGH));
    }
}
