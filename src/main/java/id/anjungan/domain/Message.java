package id.anjungan.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One piece of text on a case or chat: the citizen's report, a chat line, an answer, an internal note.
/// The body is a personal value. `about` is the case or chat it belongs to; `author` is a person id for
/// incoming text and an operator id otherwise.
public record Message(
        UUID id,
        UUID about,
        Kind kind,
        String author,
        Instant at,
        String body,
        List<Attachment> attachments,
        Delivery delivery,
        @Nullable Instant holdUntil)
        implements Entity {
    public Message {
        attachments = List.copyOf(attachments);
    }

    public enum Kind {
        /// What the citizen first reported.
        REPORT,
        /// What the citizen said later.
        INBOUND,
        /// What goes to the citizen.
        OUTBOUND,
        /// For colleagues only.
        NOTE
    }

    public enum Delivery {
        /// Not something that leaves the building.
        NONE,
        /// Held for the undo time, or in the delivery outbox.
        WAITING,
        SENT,
        DELIVERED,
        /// The channel did not say; a person decides, nothing is sent again by itself.
        UNCERTAIN,
        FAILED,
        /// Taken back within the undo time.
        CANCELLED
    }

    Message withAttachments(List<Attachment> next) {
        return new Message(id, about, kind, author, at, body, next, delivery, holdUntil);
    }

    public Message withDelivery(Delivery next) {
        return new Message(id, about, kind, author, at, body, attachments, next, holdUntil);
    }
}
