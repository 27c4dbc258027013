package id.anjungan.sync;

import org.jspecify.annotations.Nullable;

/// What the loop is doing. `progress` is 0..1 while a snapshot comes, −1 otherwise; `problem` says in a few technical
/// words why the server is away.
public record SyncStatus(Phase phase, double progress, @Nullable String problem) {
    public enum Phase {
        /// Not connected yet, or trying again.
        CONNECTING,
        /// A snapshot is coming in.
        LOADING,
        /// Following the stream.
        LIVE,
        /// The server is away.
        OFFLINE
    }
}
