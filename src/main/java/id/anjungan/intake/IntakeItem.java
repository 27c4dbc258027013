package id.anjungan.intake;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Priority;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One thing a channel delivers, a line of NDJSON to `POST /v1/intake`. (`channel`, `sourceId`) is its identity:
/// delivered again, it changes nothing. `kind` tells a report from a chat line; a chat line also names its
/// `lineId`, and `sourceId` then names the conversation. Areas may be left out: the server finds them from the
/// position. `service` is the channel's own word for a category, used when `category` is absent. `closedAt` with
/// `outcome` marks history that its source had already finished.
public record IntakeItem(
        Kind kind,
        String channel,
        String sourceId,
        @Nullable String lineId,
        @Nullable String category,
        @Nullable String service,
        @Nullable Priority priority,
        @Nullable Instant reportedAt,
        String text,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String account,
        @Nullable String email,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable String address,
        @Nullable String district,
        @Nullable String village,
        boolean confidential,
        boolean anonymous,
        List<Attachment> attachments,
        @Nullable Outcome outcome,
        @Nullable Instant closedAt) {
    public IntakeItem {
        attachments = attachments == null ? List.of() : List.copyOf(attachments);
    }

    public enum Kind {
        REPORT,
        CHAT_LINE,
        /// The citizen has left the conversation.
        CHAT_END
    }
}
