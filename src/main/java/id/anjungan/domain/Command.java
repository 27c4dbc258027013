package id.anjungan.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody wants done. `touches` names every existing entity the decision reads or changes, so the server
/// can lock them in id order; alarms and entries of a case are under its lock. `fencing` is the number the giver last saw on the case or chat: it is how a claim
/// lost without knowing is noticed. Texts are personal values: they end up in messages only.
public sealed interface Command {
    List<UUID> touches();

    /// Commands of operators that name one case.
    sealed interface OnCase extends Command {
        UUID caseId();

        @Override
        default List<UUID> touches() {
            return List.of(caseId());
        }
    }

    /// Commands of operators that name one chat.
    sealed interface OnChat extends Command {
        UUID chatId();

        @Override
        default List<UUID> touches() {
            return List.of(chatId());
        }
    }

    /// Commands that only the server gives.
    sealed interface ByServer extends Command {}

    /// Take a case as one's own.
    record ClaimCase(UUID caseId) implements OnCase {}

    /// Give a case back to the queue.
    record ReleaseCase(UUID caseId, long fencing, String reason) implements OnCase {}

    /// Give a case to a colleague.
    record HandOverCase(UUID caseId, long fencing, String to, @Nullable String note) implements OnCase {}

    /// Confirm having seen an alarm; `caseId` is its case, when it has one, and is acknowledged with it.
    record AcknowledgeAlarm(UUID alarmId, @Nullable UUID caseId) implements Command {
        @Override
        public List<UUID> touches() {
            return caseId == null ? List.of(alarmId) : List.of(alarmId, caseId);
        }
    }

    /// Confirm having seen a case.
    record AcknowledgeCase(UUID caseId) implements OnCase {}

    /// Judge a report to be complete and ours (SP4N *verifikasi*).
    record VerifyCase(UUID caseId, long fencing) implements OnCase {}

    /// Hand a case to agencies (SP4N *disposisi*), with a text for them.
    record DisposeCase(UUID caseId, long fencing, List<String> agencies, @Nullable String text) implements OnCase {
        public DisposeCase {
            agencies = List.copyOf(agencies);
        }
    }

    /// Record that an agency has answered or sent the case back.
    record RecordAgencyReply(UUID caseId, String agency, Disposition.Status status, @Nullable String text)
            implements OnCase {}

    /// Raise a case to a higher level.
    record EscalateCase(UUID caseId, long fencing, int toLevel, String reason) implements OnCase {}

    /// Set a case aside (SP4N *tunda*); pausable clocks stand still.
    record HoldCase(UUID caseId, long fencing, String reason) implements OnCase {}

    /// Take a case up again.
    record ResumeCase(UUID caseId, long fencing) implements OnCase {}

    /// Finish a case; `answer`, when given, goes to the reporter.
    record CloseCase(UUID caseId, long fencing, Outcome outcome, @Nullable String answer) implements OnCase {}

    /// SP4N *bukan wewenang*: belongs to somebody outside this government.
    record NotOurs(UUID caseId, long fencing, String belongsTo, String reason) implements OnCase {}

    /// SP4N *arsipkan*: keep without action.
    record ArchiveCase(UUID caseId, long fencing, Outcome outcome, String reason) implements OnCase {}

    record ReopenCase(UUID caseId, String reason) implements OnCase {}

    /// A note for colleagues; needs no claim.
    record AddNote(UUID caseId, String text) implements OnCase {}

    /// Answer the reporter.
    record AnswerCase(UUID caseId, long fencing, String text) implements OnCase {}

    /// Correct category and priority; running clocks keep their deadlines, missing ones start.
    record RecategoriseCase(UUID caseId, long fencing, String category, Priority priority) implements OnCase {}

    record SetPrivacy(UUID caseId, Privacy privacy) implements OnCase {}

    /// Correct where it is.
    record LocateCase(UUID caseId, long fencing, Location location, String reason) implements OnCase {}

    /// Say that a case is about an incident.
    record LinkIncident(UUID caseId, UUID incidentId) implements OnCase {
        @Override
        public List<UUID> touches() {
            return List.of(caseId, incidentId);
        }
    }

    record UnlinkIncident(UUID caseId, UUID incidentId) implements OnCase {
        @Override
        public List<UUID> touches() {
            return List.of(caseId, incidentId);
        }
    }

    /// Say that a case repeats another.
    record MarkDuplicate(UUID caseId, UUID of) implements OnCase {
        @Override
        public List<UUID> touches() {
            return List.of(caseId, of);
        }
    }

    record UnmarkDuplicate(UUID caseId, UUID of) implements OnCase {
        @Override
        public List<UUID> touches() {
            return List.of(caseId, of);
        }
    }

    /// Put a word of the desk's own on a case; needs no claim.
    record TagCase(UUID caseId, String tag) implements OnCase {}

    record UntagCase(UUID caseId, String tag) implements OnCase {}

    /// Be told when a case changes.
    record WatchCase(UUID caseId) implements OnCase {}

    record UnwatchCase(UUID caseId) implements OnCase {}

    /// Have a case come back to whoever asks, at `remindAt`; takes the place of an earlier reminder of theirs.
    record SetReminder(UUID caseId, Instant remindAt, @Nullable String text) implements OnCase {}

    /// Put one's reminder away, whether it was due or not.
    record DropReminder(UUID caseId) implements OnCase {}

    /// Say after looking whether the work is really done, where the city asks for it before closing.
    record ConfirmResult(UUID caseId, long fencing, boolean done, @Nullable String text) implements OnCase {}

    /// Add files to a case; the server has their bytes before. The giver chooses `messageId`, so that what is given
    /// twice is there once.
    record AttachFiles(UUID caseId, UUID messageId, List<Attachment> files, @Nullable String text) implements OnCase {
        public AttachFiles {
            files = List.copyOf(files);
        }

        @Override
        public List<UUID> touches() {
            return List.of(caseId, messageId);
        }
    }

    /// Show an attachment only to those who ask, or to everybody again.
    record MarkGraphic(UUID caseId, UUID messageId, String sha256, boolean graphic) implements OnCase {
        @Override
        public List<UUID> touches() {
            return List.of(caseId, messageId);
        }
    }

    /// Put a redacted picture in an attachment's place.
    record RedactAttachment(UUID caseId, UUID messageId, String sha256, Attachment redacted) implements OnCase {
        @Override
        public List<UUID> touches() {
            return List.of(caseId, messageId);
        }
    }

    /// Take back an answer that has not gone out yet. `about` is its case or chat: clocks that the answer stopped
    /// run on.
    record CancelMessage(UUID messageId, UUID about) implements Command {
        @Override
        public List<UUID> touches() {
            return List.of(messageId, about);
        }
    }

    /// Say what the walls show and in which order.
    record ComposeWall(WallPlan plan) implements Command {
        @Override
        public List<UUID> touches() {
            return List.of(WallPlan.ID);
        }
    }

    record TakeChat(UUID chatId) implements OnChat {}

    record ReleaseChat(UUID chatId, long fencing) implements OnChat {}

    record AnswerChat(UUID chatId, long fencing, String text) implements OnChat {}

    record HandOverChat(UUID chatId, long fencing, String to, @Nullable String note) implements OnChat {}

    record EndChat(UUID chatId, long fencing) implements OnChat {}

    /// Make a case of a chat; the case takes the chat's number.
    record ChatToCase(UUID chatId, long fencing, String category, Priority priority, Location location)
            implements OnChat {}

    /// What a channel delivered becomes a case. Personal values are in `person` and `text` only.
    record ReceiveItem(
            UUID caseId,
            String number,
            String channel,
            String sourceId,
            Person person,
            String category,
            @Nullable Priority priority,
            Privacy privacy,
            Location location,
            Instant reportedAt,
            String text,
            List<Attachment> attachments,
            @Nullable Outcome alreadyClosed,
            @Nullable Instant closedAt)
            implements ByServer {
        public ReceiveItem {
            attachments = List.copyOf(attachments);
        }

        @Override
        public List<UUID> touches() {
            return List.of(caseId);
        }
    }

    /// A citizen's chat line; opens the chat when it is the first.
    record ReceiveChatLine(
            UUID chatId,
            String number,
            String channel,
            String sourceId,
            String lineId,
            Person person,
            Location location,
            Instant saidAt,
            String text,
            boolean ends)
            implements ByServer {
        @Override
        public List<UUID> touches() {
            return List.of(chatId);
        }
    }

    /// Look at a case's clocks: mark what is missed, raise what must be raised.
    record Tick(UUID caseId) implements ByServer {
        @Override
        public List<UUID> touches() {
            return List.of(caseId);
        }
    }

    /// Cases found to be about one thing.
    record DetectIncident(UUID incidentId, UUID caseId, @Nullable UUID otherCaseId) implements ByServer {
        @Override
        public List<UUID> touches() {
            return otherCaseId == null ? List.of(incidentId, caseId) : List.of(incidentId, caseId, otherCaseId);
        }
    }

    /// A case or chat returns to the queue because its holder has been away too long, or has signed out.
    record ReleaseAbsent(UUID id, long fencing, boolean signedOut) implements ByServer {
        @Override
        public List<UUID> touches() {
            return List.of(id);
        }
    }

    /// What became of an answer on its way out.
    record RecordDelivery(UUID messageId, Message.Delivery delivery) implements ByServer {
        @Override
        public List<UUID> touches() {
            return List.of(messageId);
        }
    }

    /// The system itself needs a person; `key` names the cause.
    record RaiseSystemAlarm(String key, Priority priority) implements ByServer {
        @Override
        public List<UUID> touches() {
            return List.of(Ids.of("alarm", key));
        }
    }
}
