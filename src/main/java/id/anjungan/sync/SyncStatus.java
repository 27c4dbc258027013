package id.anjungan.sync;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the loop is doing, `since` when (server time). While a snapshot comes, `loaded` of about `total` records are
/// here. `problem` says in a few technical words why the server is away, and `nextTry` when it is called again.
public record SyncStatus(
        Phase phase, Instant since, long loaded, long total, @Nullable String problem, @Nullable Instant nextTry) {
    /// As `problem`: the server and this program are too far apart to speak with each other; one must be updated.
    public static final String OUTDATED = "outdated";

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

    static SyncStatus of(Phase phase, Instant since) {
        return new SyncStatus(phase, since, 0, 0, null, null);
    }

    /// 0..1 while a snapshot comes, −1 otherwise.
    public double progress() {
        if (phase != Phase.LOADING) {
            return -1;
        }
        return total == 0 ? 0 : Math.min(1.0, (double) loaded / total);
    }

    /// The same from another moment on, unless this is the same phase going on.
    SyncStatus after(SyncStatus before) {
        return before.phase == phase ? new SyncStatus(phase, before.since, loaded, total, problem, nextTry) : this;
    }
}
