package id.anjungan.central;

import id.anjungan.protocol.Settlement;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One staged write of a group, in the order it was staged.
sealed interface Op {
    /// A new state of a row; takes a number. `left` when the row leaves a scope. `created` when the database was
    /// asked for the row and had none: should it have one by now, another node was faster, and the group fails.
    record Put(Row row, @Nullable Scope left, UUID command, boolean created) implements Op {}

    /// The last case number given for a prefix.
    record CaseNumber(String prefix, long last) implements Op {}

    /// The answer's `seq` is a position until the group commits: see `Tx.numbered`.
    record Settle(UUID console, Settlement answer) implements Op {}

    record Audit(Tx.AuditLine line) implements Op {}

    record SetAside(Tx.Aside aside) implements Op {}

    record OpenSession(Tx.SessionRow row) implements Op {}

    record EndSession(String tokenHash, Instant at) implements Op {}

    record Shown(UUID console, String digest) implements Op {}

    /// An answer, or the end of a conversation, waits for its channel.
    record Queue(UUID id, String channel, String sourceId, @Nullable UUID message, boolean ends, Instant notBefore)
            implements Op {}

    /// An answer waits no more.
    record Unqueue(UUID message) implements Op {}

    /// A message names a file; `restricted` when its bytes are from now on for few.
    record NameFile(String sha256, boolean restricted) implements Op {}

    record HandedOut(String channel, long upTo) implements Op {}

    record Postpone(UUID caseId, Instant until) implements Op {}

    /// The profile that this node decides by is in effect from here on.
    record InEffect() implements Op {}

    /// Whether it is the outcome of a decision, which rests on a policy.
    default boolean decided() {
        return switch (this) {
            case Put _, CaseNumber _, Settle _, Audit _, Queue _, Unqueue _, NameFile _, Postpone _ -> true;
            case SetAside _, OpenSession _, EndSession _, Shown _, HandedOut _, InEffect _ -> false;
        };
    }
}
