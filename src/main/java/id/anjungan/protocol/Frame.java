package id.anjungan.protocol;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the stream `GET /v1/stream?epoch=…&after=…`. Order of a new console: `snapshot` (started),
/// `change` … with `snapshot` marks between, `snapshot` (done), then `change`/`withdrawn`/`through` as they
/// happen, `heartbeat` when quiet.
public sealed interface Frame {

    /// Progress of a snapshot taken at `s0`. `position` is where to resume (`snapshot=<position>&s0=<s0>`), null
    /// at its start; `sent` of about `total` rows have gone out. After `done` the stream follows from `s0`.
    record Snapshot(UUID epoch, long s0, @Nullable String position, long sent, long total, boolean done)
            implements Frame {}

    /// The state of one entity after `seq`. `body` is the JSON exactly as sent, so digests over it agree and
    /// unknown fields survive. Applied only when `seq` is higher than what is held for this id.
    record Change(long seq, String kind, UUID id, String body) implements Frame {}

    /// The entity has left this console's scope, or is gone: forget it.
    record Withdrawn(long seq, String kind, UUID id) implements Frame {}

    /// Everything up to `seq` that this console may see has been sent: its new cursor.
    record Through(long seq) implements Frame {}

    /// Still here. `at` is server time, `head` the last number given.
    record Heartbeat(Instant at, long head) implements Frame {}

    /// Presence, viewing, typing: no number, gone after ten seconds, never stored.
    record Ephemeral(String topic, String operator, Map<String, String> args, Instant at) implements Frame {
        public Ephemeral {
            args = Map.copyOf(args);
        }
    }

    /// Start again with a snapshot: another epoch, a cursor ahead of or too far below the log, changed rights.
    record Resync(UUID epoch, String reason) implements Frame {}
}
