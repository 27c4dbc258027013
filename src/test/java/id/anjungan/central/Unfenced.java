package id.anjungan.central;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Command;
import id.anjungan.domain.Context;
import id.anjungan.domain.Decide;
import id.anjungan.domain.Right;
import id.anjungan.domain.Role;
import java.util.EnumSet;
import java.util.Set;

/// A server broken on purpose, for the fault rig to catch: it looks neither at who holds a case nor at the fencing
/// number that a command carries.
public final class Unfenced {
    private static final long ANY = Long.MAX_VALUE;

    private Unfenced() {}

    public static CentralServer start(CentralConfig config) {
        return CentralServer.start(
                config, (view, command, ctx) -> Decide.decide(view, blind(command), everybody(ctx)));
    }

    private static Context everybody(Context c) {
        if (c.actor().role() != Role.OPERATOR) {
            return c;
        }
        Set<Right> rights = EnumSet.copyOf(c.actor().rights());
        rights.add(Right.OVERRIDE);
        Actor a = c.actor();
        Actor may = new Actor(a.id(), a.name(), a.role(), rights, a.channels(), a.areas());
        return new Context(may, c.policy(), c.at(), c.receivedAt(), c.commandId(), c.provisional());
    }

    private static Command blind(Command command) {
        return switch (command) {
            case Command.ReleaseCase c -> new Command.ReleaseCase(c.caseId(), ANY, c.reason());
            case Command.VerifyCase c -> new Command.VerifyCase(c.caseId(), ANY);
            case Command.HoldCase c -> new Command.HoldCase(c.caseId(), ANY, c.reason());
            case Command.ResumeCase c -> new Command.ResumeCase(c.caseId(), ANY);
            case Command.AnswerCase c -> new Command.AnswerCase(c.caseId(), ANY, c.text());
            case Command.CloseCase c -> new Command.CloseCase(c.caseId(), ANY, c.outcome(), c.answer());
            default -> command;
        };
    }
}
