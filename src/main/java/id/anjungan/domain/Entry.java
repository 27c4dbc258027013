package id.anjungan.domain;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the audit trail and of a timeline: who did what to which case or chat, with both times.
/// Append only. `args` holds codes, ids and numbers, never a personal value: free text lives in a message,
/// which `message` names. `offline` marks an action recorded long before the server received it.
public record Entry(
        UUID id,
        UUID about,
        String code,
        Map<String, String> args,
        String actor,
        Instant at,
        Instant receivedAt,
        boolean offline,
        @Nullable UUID message)
        implements Entity {
    public Entry {
        args = Map.copyOf(args);
    }
}
