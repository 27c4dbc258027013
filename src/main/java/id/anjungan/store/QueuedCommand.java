package id.anjungan.store;

import id.anjungan.protocol.CommandEnvelope;

/// A command in the outbox. While `settled` is false the server has not answered it; afterwards it only waits until
/// the stream has reached `seq`, so that its effect does not vanish from the screen in between.
public record QueuedCommand(CommandEnvelope envelope, boolean settled, long seq) {}
