package id.anjungan.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a person must acknowledge. Latches: it stays until acknowledged, even when its cause is gone
/// (`clearedAt`). `key` names the cause (`case:<id>:<kind>:<level>`), so a provisional alarm that a console
/// raised offline and the server's own are the same one. Its id is derived from the key.
public record Alarm(
        UUID id,
        String key,
        Kind kind,
        @Nullable UUID caseId,
        Priority priority,
        int level,
        Instant raisedAt,
        @Nullable Instant clearedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        boolean provisional)
        implements Entity {
    /// As `key`: work has waited long for the server's database.
    public static final String SLOW = "central:slow";

    public enum Kind {
        /// An emergency came in.
        EMERGENCY,
        /// A deadline was missed.
        BREACH,
        /// A case went up a level.
        ESCALATION,
        /// The system itself needs a person.
        SYSTEM
    }

    /// Acknowledged, and its cause gone: the same cause again raises it anew, with a later `raisedAt`.
    public boolean over() {
        return acknowledgedAt != null && clearedAt != null;
    }

    public boolean active() {
        return acknowledgedAt == null;
    }

    public Alarm acknowledged(String by, Instant at) {
        return new Alarm(id, key, kind, caseId, priority, level, raisedAt, clearedAt, by, at, provisional);
    }

    public Alarm cleared(Instant at) {
        return new Alarm(
                id, key, kind, caseId, priority, level, raisedAt, at, acknowledgedBy, acknowledgedAt, provisional);
    }
}
