package id.anjungan.state;

import id.anjungan.domain.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An action of this desk that the server has not settled: what, since when, on which case, how often it was to be sent
/// and when last. Once `sent` it may have taken effect, so it can neither be taken back nor changed.
public record WaitingAction(
        UUID commandId,
        Command command,
        Instant at,
        @Nullable String caseNumber,
        int tries,
        @Nullable Instant triedAt,
        boolean sent) {}
