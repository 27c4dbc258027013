package id.anjungan.state;

import id.anjungan.domain.Chat;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One chat in the list: waiting ones first, longest waiting on top, then one's own, then others'.
public record ChatRow(
        UUID id,
        String number,
        String channel,
        Chat.State state,
        String name,
        String lastLine,
        @Nullable Instant waitingSince,
        Instant lastAt,
        @Nullable String takenBy,
        boolean mine,
        boolean pending) {}
