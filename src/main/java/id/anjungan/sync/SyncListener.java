package id.anjungan.sync;

import id.anjungan.domain.Actor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Who is told what the loop sees. Called on the loop's threads; must not block.
public interface SyncListener {
    void status(SyncStatus status);

    void signedIn(Actor actor);

    /// What this desk holds was compared with what the server says it should hold.
    void compared(Compared result);

    /// Cases closed before this have left this desk, or soon will; empty while none do.
    Optional<Instant> closedSince();

    /// Something short-lived that another desk has told.
    void ephemeral(String topic, String operator, Map<String, String> args);

    /// The server has settled commands; some may have been refused.
    void settled();
}
