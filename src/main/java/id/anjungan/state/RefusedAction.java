package id.anjungan.state;

import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An action the server did not accept: what it was (with the operator's text), when, on which case, and why.
public record RefusedAction(
        UUID commandId, Command command, Instant at, @Nullable String caseNumber, Decision.Refused why) {}
