package id.anjungan.state;

import id.anjungan.domain.Case;
import id.anjungan.domain.Change;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Disposition;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Message;
import id.anjungan.domain.WallPlan;
import id.anjungan.sync.Overlay;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/// What this desk did and how it is taken back: by the inverse command, decided like any other. Claiming, giving back,
/// holding, resuming, ending a case, answering within the undo time, taking a chat, links and corrections have an
/// inverse; a disposition is taken back as *returned*. Notes, escalations, acknowledgements, verification and hand-over
/// are facts others have seen, and have none. Thread-safe.
final class Undo {
    private static final int DEPTH = 100;

    private final ArrayDeque<List<Overlay.Submitted>> done = new ArrayDeque<>();
    private final String reason;

    Undo(String reason) {
        this.reason = reason;
    }

    /// What was given together is taken back together.
    synchronized void did(List<Overlay.Submitted> all) {
        List<Overlay.Submitted> kept = all.stream().filter(Undo::canBeTakenBack).toList();
        if (!kept.isEmpty()) {
            done.addLast(kept);
            if (done.size() > DEPTH) {
                done.removeFirst();
            }
        }
    }

    private static boolean canBeTakenBack(Overlay.Submitted s) {
        boolean effect = s.decision() instanceof Decision.Accepted(List<Change> changes) && !changes.isEmpty();
        return effect && undoable(s.command());
    }

    synchronized Optional<List<Overlay.Submitted>> takeLast() {
        return Optional.ofNullable(done.pollLast());
    }

    /// Taken back in another way: there is nothing left to undo.
    synchronized void forget(UUID commandId) {
        List<List<Overlay.Submitted>> rest = done.stream()
                .map(all -> all.stream().filter(s -> !s.id().equals(commandId)).toList())
                .filter(all -> !all.isEmpty())
                .toList();
        done.clear();
        done.addAll(rest);
    }

    private static boolean undoable(Command c) {
        return switch (c) {
            case Command.ClaimCase _, Command.ReleaseCase _, Command.HoldCase _, Command.ResumeCase _,
                    Command.CloseCase _, Command.NotOurs _, Command.ArchiveCase _, Command.AnswerCase _,
                    Command.RecategoriseCase _, Command.SetPrivacy _, Command.LocateCase _, Command.LinkIncident _,
                    Command.UnlinkIncident _, Command.MarkDuplicate _, Command.UnmarkDuplicate _, Command.TagCase _,
                    Command.UntagCase _, Command.WatchCase _, Command.UnwatchCase _, Command.SetReminder _,
                    Command.DropReminder _, Command.ConfirmResult _, Command.MarkGraphic _,
                    Command.DisposeCase _, Command.TakeChat _, Command.ReleaseChat _, Command.AnswerChat _,
                    Command.ComposeWall _ -> true;
            default -> false;
        };
    }

    /// The commands that take an action back, given how things stand now.
    List<Command> inverse(Overlay.Submitted s, Function<UUID, Optional<Entity>> now) {
        List<Command> all = new ArrayList<>(outbound(s));
        switch (s.command()) {
            case Command.OnCase c -> all.addAll(ofCase(s, c, before(s, c.caseId()), fencing(now.apply(c.caseId()))));
            case Command.TakeChat c -> all.add(new Command.ReleaseChat(c.chatId(), fencing(now.apply(c.chatId()))));
            case Command.ReleaseChat c -> all.add(new Command.TakeChat(c.chatId()));
            case Command.ComposeWall _ -> all.add(new Command.ComposeWall(wall(s)));
            default -> {}
        }
        return all;
    }

    private List<Command> ofCase(
            Overlay.Submitted s, Command.OnCase command, Optional<Case> before, long fencing) {
        return switch (command) {
            case Command.ClaimCase c -> List.of(new Command.ReleaseCase(c.caseId(), fencing, reason));
            case Command.ReleaseCase c -> List.of(new Command.ClaimCase(c.caseId()));
            case Command.HoldCase c -> List.of(new Command.ResumeCase(c.caseId(), fencing));
            case Command.ResumeCase c -> List.of(new Command.HoldCase(c.caseId(), fencing, reason));
            case Command.CloseCase c -> reopened(c.caseId(), before);
            case Command.NotOurs c -> reopened(c.caseId(), before);
            case Command.ArchiveCase c -> reopened(c.caseId(), before);
            case Command.LinkIncident c -> List.of(new Command.UnlinkIncident(c.caseId(), c.incidentId()));
            case Command.UnlinkIncident c -> List.of(new Command.LinkIncident(c.caseId(), c.incidentId()));
            case Command.MarkDuplicate c -> List.of(new Command.UnmarkDuplicate(c.caseId(), c.of()));
            case Command.UnmarkDuplicate c -> List.of(new Command.MarkDuplicate(c.caseId(), c.of()));
            case Command.TagCase c -> List.of(new Command.UntagCase(c.caseId(), c.tag()));
            case Command.UntagCase c -> List.of(new Command.TagCase(c.caseId(), c.tag()));
            case Command.WatchCase c -> List.of(new Command.UnwatchCase(c.caseId()));
            case Command.UnwatchCase c -> List.of(new Command.WatchCase(c.caseId()));
            case Command.MarkGraphic c ->
                List.of(new Command.MarkGraphic(c.caseId(), c.messageId(), c.sha256(), !c.graphic()));
            case Command.SetReminder c -> List.of(reminded(s, c.caseId(), before));
            case Command.DropReminder c -> List.of(reminded(s, c.caseId(), before));
            case Command.ConfirmResult c -> corrected(before, b -> new Command.ConfirmResult(
                    c.caseId(), fencing, b.confirmed() != null, b.confirmed() != null ? null : reason));
            case Command.RecategoriseCase c ->
                corrected(before, b -> new Command.RecategoriseCase(c.caseId(), fencing, b.category(), b.priority()));
            case Command.SetPrivacy c -> corrected(before, b -> new Command.SetPrivacy(c.caseId(), b.privacy()));
            case Command.LocateCase c ->
                corrected(before, b -> new Command.LocateCase(c.caseId(), fencing, b.location(), reason));
            case Command.DisposeCase c ->
                c.agencies().stream()
                        .<Command>map(a -> new Command.RecordAgencyReply(
                                c.caseId(), a, Disposition.Status.RETURNED, reason))
                        .toList();
            default -> List.of();
        };
    }

    /// The reminder there was before, or none.
    private static Command reminded(Overlay.Submitted s, UUID caseId, Optional<Case> before) {
        return before.flatMap(b -> b.reminder(actor(s)))
                .<Command>map(r -> new Command.SetReminder(caseId, r.at(), null))
                .orElseGet(() -> new Command.DropReminder(caseId));
    }

    private static String actor(Overlay.Submitted s) {
        return s.decision() instanceof Decision.Accepted(List<Change> changes)
                ? changes.stream()
                        .flatMap(x -> x instanceof Change.Put(Entry e) ? java.util.stream.Stream.of(e.actor()) : java.util.stream.Stream.empty())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static WallPlan wall(Overlay.Submitted s) {
        return s.before().stream()
                .flatMap(e -> e instanceof WallPlan w ? Stream.of(w) : Stream.empty())
                .findFirst()
                .orElse(WallPlan.USUAL);
    }

    /// A reopened case belongs to nobody; who had it takes it again.
    private List<Command> reopened(UUID caseId, Optional<Case> before) {
        Command open = new Command.ReopenCase(caseId, reason);
        return before.filter(b -> b.claim() != null).isPresent()
                ? List.of(open, new Command.ClaimCase(caseId))
                : List.of(open);
    }

    private static List<Command> corrected(Optional<Case> before, Function<Case, Command> back) {
        return before.map(back).map(List::of).orElse(List.of());
    }

    /// The answers an action put on their way are called back first.
    private static List<Command> outbound(Overlay.Submitted s) {
        List<Command> all = new ArrayList<>();
        if (s.decision() instanceof Decision.Accepted(List<Change> changes)) {
            for (Change x : changes) {
                if (x instanceof Change.Put(Entity e) && e instanceof Message m && m.kind() == Message.Kind.OUTBOUND) {
                    all.add(new Command.CancelMessage(m.id(), m.about()));
                }
            }
        }
        return all;
    }

    static boolean hasOutbound(Overlay.Submitted s) {
        return !outbound(s).isEmpty();
    }

    /// What an operator wrote to a citizen, and in which case or conversation.
    record Written(UUID about, String text) {}

    static Optional<Written> words(Command command) {
        return switch (command) {
            case Command.AnswerCase c -> Optional.of(new Written(c.caseId(), c.text()));
            case Command.AnswerChat c -> Optional.of(new Written(c.chatId(), c.text()));
            default -> Optional.empty();
        };
    }

    private static Optional<Case> before(Overlay.Submitted s, UUID id) {
        return s.before().stream()
                .filter(e -> e.id().equals(id) && e instanceof Case)
                .map(Case.class::cast)
                .findFirst();
    }

    private static long fencing(Optional<Entity> e) {
        return switch (e.orElse(null)) {
            case Case c -> c.fencing();
            case Chat c -> c.fencing();
            case null, default -> 0;
        };
    }
}
