package id.anjungan.domain;

import id.anjungan.domain.Decision.Accepted;
import id.anjungan.domain.Decision.Refused;

/// The one function that decides. Server, console and replay call it, so they cannot disagree. Pure: the same
/// view, command and context always give the same answer. It never throws for anything an actor can cause.
public final class Decide {
    private Decide() {}

    /// What a command does, or why nothing.
    public static Decision decide(View view, Command command, Context context) {
        Deciding d = new Deciding(view, context);
        try {
            route(d, command);
            return new Accepted(d.changes());
        } catch (Refusing r) {
            return new Refused(r.code, r.args);
        }
    }

    private static void route(Deciding d, Command command) {
        switch (command) {
            case Command.ByServer c -> {
                d.need(Right.SYSTEM);
                system(d, c);
            }
            case Command.OnChat c -> {
                d.need(Right.CHAT);
                ChatRules.decide(d, c);
            }
            case Command.OnCase c -> {
                d.need(Right.ACT);
                onCase(d, c);
            }
            case Command.AcknowledgeAlarm c -> {
                d.need(Right.ACT);
                AlarmRules.acknowledge(d, c);
            }
            case Command.CancelMessage c -> {
                d.need(Right.ACT);
                MessageRules.cancel(d, c);
            }
            case Command.ComposeWall c -> {
                d.need(Right.OVERRIDE);
                WallRules.compose(d, c);
            }
        }
    }

    private static void system(Deciding d, Command.ByServer command) {
        switch (command) {
            case Command.ReceiveItem c -> IntakeRules.receive(d, c);
            case Command.ReceiveChatLine c -> IntakeRules.receive(d, c);
            case Command.Tick c -> TickRules.tick(d, c);
            case Command.DetectIncident c -> LinkRules.detect(d, c);
            case Command.ReleaseAbsent c -> ClaimRules.releaseAbsent(d, c);
            case Command.RecordDelivery c -> MessageRules.delivery(d, c);
            case Command.RaiseSystemAlarm c -> AlarmRules.system(d, c);
        }
    }

    private static void onCase(Deciding d, Command.OnCase command) {
        switch (command) {
            case Command.ClaimCase c -> ClaimRules.claim(d, c);
            case Command.ReleaseCase c -> ClaimRules.release(d, c);
            case Command.HandOverCase c -> ClaimRules.handOver(d, c);
            case Command.AcknowledgeCase c -> AlarmRules.acknowledge(d, c);
            case Command.VerifyCase c -> WorkRules.verify(d, c);
            case Command.DisposeCase c -> WorkRules.dispose(d, c);
            case Command.RecordAgencyReply c -> WorkRules.agencyReply(d, c);
            case Command.EscalateCase c -> WorkRules.escalate(d, c);
            case Command.HoldCase c -> WorkRules.hold(d, c);
            case Command.ResumeCase c -> WorkRules.resume(d, c);
            case Command.CloseCase c -> EndRules.close(d, c);
            case Command.NotOurs c -> EndRules.notOurs(d, c);
            case Command.ArchiveCase c -> EndRules.archive(d, c);
            case Command.ReopenCase c -> EndRules.reopen(d, c);
            case Command.AddNote c -> MessageRules.note(d, c);
            case Command.AnswerCase c -> MessageRules.answer(d, c);
            case Command.RecategoriseCase c -> WorkRules.recategorise(d, c);
            case Command.SetPrivacy c -> WorkRules.privacy(d, c);
            case Command.LocateCase c -> WorkRules.locate(d, c);
            case Command.LinkIncident c -> LinkRules.link(d, c);
            case Command.UnlinkIncident c -> LinkRules.unlink(d, c);
            case Command.MarkDuplicate c -> LinkRules.mark(d, c);
            case Command.UnmarkDuplicate c -> LinkRules.unmark(d, c);
            case Command.TagCase c -> BesideRules.tag(d, c);
            case Command.UntagCase c -> BesideRules.untag(d, c);
            case Command.WatchCase c -> BesideRules.watch(d, c.caseId(), true);
            case Command.UnwatchCase c -> BesideRules.watch(d, c.caseId(), false);
            case Command.SetReminder c -> BesideRules.remind(d, c);
            case Command.DropReminder c -> BesideRules.drop(d, c);
            case Command.ConfirmResult c -> EndRules.confirm(d, c);
            case Command.AttachFiles c -> AttachmentRules.attach(d, c);
            case Command.MarkGraphic c -> AttachmentRules.graphic(d, c);
            case Command.RedactAttachment c -> AttachmentRules.redact(d, c);
        }
    }
}
