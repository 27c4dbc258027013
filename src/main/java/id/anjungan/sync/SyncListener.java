package id.anjungan.sync;

import id.anjungan.domain.Actor;
import java.util.Map;

/// Who is told what the loop sees. Called on the loop's threads; must not block.
public interface SyncListener {
    void status(SyncStatus status);

    void signedIn(Actor actor);

    /// Something short-lived that another desk has told.
    void ephemeral(String topic, String operator, Map<String, String> args);

    /// The server has settled commands; some may have been refused.
    void settled();
}
