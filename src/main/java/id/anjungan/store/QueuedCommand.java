package id.anjungan.store;

import id.anjungan.domain.Command;
import id.anjungan.protocol.CommandEnvelope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A command in the outbox. While `settled` is false the server has not answered it; afterwards it only waits until
/// the stream has reached `seq`, so that its effect does not vanish from the screen in between. `tries` counts how
/// often it was to be sent, last at `triedAt`; once `sent` it may have reached the server, so it can neither be taken
/// back nor changed.
public record QueuedCommand(
        CommandEnvelope envelope, boolean settled, long seq, int tries, @Nullable Instant triedAt, boolean sent) {
    public UUID id() {
        return envelope.id();
    }

    public Command command() {
        return envelope.command();
    }

    public Instant at() {
        return envelope.at();
    }
}
