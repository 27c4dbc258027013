package id.anjungan.state;

import id.anjungan.sync.SyncStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far what is shown can be trusted. `heardAt` is when the server was last heard (server time), null when never.
/// `waiting` commands have not been settled. `progress` is 0..1 during a snapshot, −1 otherwise. `problem` is
/// a short technical reason for being offline, for the status page.
public record DeskStatus(
        Link link,
        @Nullable Instant heardAt,
        Duration age,
        int waiting,
        int refused,
        int setAside,
        double progress,
        @Nullable String problem) {
    /// As `problem`: desk and server are of versions too far apart to speak with each other.
    public static final String OUTDATED = SyncStatus.OUTDATED;

    public enum Link {
        /// Never yet connected, nothing in the cache.
        CONNECTING,
        /// Filling the cache.
        LOADING,
        LIVE,
        /// Connected lately, nothing heard for longer than a heartbeat allows.
        STALE,
        OFFLINE
    }
}
