package id.anjungan.ui.shell;

import id.anjungan.domain.Command;
import id.anjungan.ui.casefile.FormKind;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The operator's own words in a command, so that a refusal never costs them.
final class Kept {
    private Kept() {}

    static String text(Command command) {
        @Nullable String text = switch (command) {
            case Command.ReleaseCase c -> c.reason();
            case Command.HandOverCase c -> c.note();
            case Command.DisposeCase c -> c.text();
            case Command.RecordAgencyReply c -> c.text();
            case Command.EscalateCase c -> c.reason();
            case Command.HoldCase c -> c.reason();
            case Command.CloseCase c -> c.answer();
            case Command.NotOurs c -> c.reason();
            case Command.ArchiveCase c -> c.reason();
            case Command.ReopenCase c -> c.reason();
            case Command.AddNote c -> c.text();
            case Command.AnswerCase c -> c.text();
            case Command.AnswerChat c -> c.text();
            case Command.HandOverChat c -> c.note();
            case Command.LocateCase c -> c.reason();
            case Command.SetReminder c -> c.text();
            case Command.ConfirmResult c -> c.text();
            case Command.TagCase c -> c.tag();
            default -> null;
        };
        return text == null ? "" : text;
    }

    /// Whether the operator's words in it can be changed.
    static boolean hasText(Command command) {
        return !withText(command, "\u0000").equals(command);
    }

    /// The same command with other words; itself when it has none.
    static Command withText(Command command, String text) {
        return switch (command) {
            case Command.ReleaseCase c -> new Command.ReleaseCase(c.caseId(), c.fencing(), text);
            case Command.HandOverCase c -> new Command.HandOverCase(c.caseId(), c.fencing(), c.to(), text);
            case Command.DisposeCase c -> new Command.DisposeCase(c.caseId(), c.fencing(), c.agencies(), text);
            case Command.RecordAgencyReply c ->
                new Command.RecordAgencyReply(c.caseId(), c.agency(), c.status(), text);
            case Command.EscalateCase c -> new Command.EscalateCase(c.caseId(), c.fencing(), c.toLevel(), text);
            case Command.HoldCase c -> new Command.HoldCase(c.caseId(), c.fencing(), text);
            case Command.CloseCase c -> new Command.CloseCase(c.caseId(), c.fencing(), c.outcome(), text.isEmpty() ? null : text);
            case Command.NotOurs c -> new Command.NotOurs(c.caseId(), c.fencing(), c.belongsTo(), text);
            case Command.ArchiveCase c -> new Command.ArchiveCase(c.caseId(), c.fencing(), c.outcome(), text);
            case Command.ReopenCase c -> new Command.ReopenCase(c.caseId(), text);
            case Command.AddNote c -> new Command.AddNote(c.caseId(), text);
            case Command.AnswerCase c -> new Command.AnswerCase(c.caseId(), c.fencing(), text);
            case Command.AnswerChat c -> new Command.AnswerChat(c.chatId(), c.fencing(), text);
            case Command.HandOverChat c -> new Command.HandOverChat(c.chatId(), c.fencing(), c.to(), text);
            case Command.LocateCase c -> new Command.LocateCase(c.caseId(), c.fencing(), c.location(), text);
            case Command.SetReminder c -> new Command.SetReminder(c.caseId(), c.remindAt(), text);
            case Command.ConfirmResult c -> new Command.ConfirmResult(c.caseId(), c.fencing(), c.done(), text);
            case Command.TagCase c -> new Command.TagCase(c.caseId(), text);
            default -> command;
        };
    }

    /// The form in which it can be sent again; none for what has no form.
    static FormKind formOf(Command command) {
        return switch (command) {
            case Command.ReleaseCase c -> FormKind.RELEASE;
            case Command.HandOverCase c -> FormKind.HAND_OVER;
            case Command.DisposeCase c -> FormKind.DISPOSE;
            case Command.EscalateCase c -> FormKind.ESCALATE;
            case Command.HoldCase c -> FormKind.HOLD;
            case Command.CloseCase c -> FormKind.CLOSE;
            case Command.NotOurs c -> FormKind.NOT_OURS;
            case Command.ArchiveCase c -> FormKind.ARCHIVE;
            case Command.ReopenCase c -> FormKind.REOPEN;
            case Command.AddNote c -> FormKind.NOTE;
            case Command.RecordAgencyReply c -> FormKind.AGENCY_REPLY;
            case Command.LocateCase c -> FormKind.RELOCATE;
            case Command.SetReminder c -> FormKind.REMIND;
            case Command.ConfirmResult c -> FormKind.RESULT;
            case Command.TagCase c -> FormKind.TAG;
            default -> FormKind.NONE;
        };
    }

    static Optional<UUID> caseOf(Command command) {
        return command instanceof Command.OnCase c ? Optional.of(c.caseId()) : Optional.empty();
    }

    /// The key of the action's name.
    static String nameKey(Command command) {
        return switch (command) {
            case Command.ClaimCase c -> "casefile.action.claim";
            case Command.ReleaseCase c -> "casefile.action.release";
            case Command.HandOverCase c -> "casefile.action.handOver";
            case Command.AcknowledgeCase c -> "casefile.action.acknowledge";
            case Command.AcknowledgeAlarm c -> "casefile.action.acknowledge";
            case Command.VerifyCase c -> "casefile.action.verify";
            case Command.DisposeCase c -> "casefile.action.dispose";
            case Command.EscalateCase c -> "casefile.action.escalate";
            case Command.HoldCase c -> "casefile.action.hold";
            case Command.ResumeCase c -> "casefile.action.resume";
            case Command.CloseCase c -> "casefile.action.close";
            case Command.NotOurs c -> "casefile.action.notOurs";
            case Command.ArchiveCase c -> "casefile.action.archive";
            case Command.ReopenCase c -> "casefile.action.reopen";
            case Command.AddNote c -> "casefile.action.note";
            case Command.AnswerCase c -> "casefile.action.answer";
            case Command.RecategoriseCase c -> "casefile.action.recategorise";
            case Command.MarkDuplicate c -> "casefile.action.merge";
            case Command.UnmarkDuplicate c -> "casefile.action.apart";
            case Command.TagCase c -> "casefile.form.TAG";
            case Command.UntagCase c -> "casefile.form.TAG";
            case Command.WatchCase c -> "shell.keys.WATCH";
            case Command.UnwatchCase c -> "shell.keys.WATCH";
            case Command.SetReminder c -> "casefile.form.REMIND";
            case Command.DropReminder c -> "casefile.reminder.drop";
            case Command.ConfirmResult c -> "casefile.action.result";
            case Command.LocateCase c -> "casefile.form.RELOCATE";
            case Command.SetPrivacy c -> "casefile.form.PRIVACY";
            case Command.RecordAgencyReply c -> "casefile.form.AGENCY_REPLY";
            case Command.TakeChat c -> "chat.take";
            case Command.ReleaseChat c -> "chat.release";
            case Command.AnswerChat c -> "chat.send";
            case Command.HandOverChat c -> "chat.handOver";
            case Command.EndChat c -> "chat.end";
            case Command.ChatToCase c -> "chat.toCase";
            case Command.ComposeWall c -> "wallboard.editor.title";
            default -> "shell.action";
        };
    }
}
