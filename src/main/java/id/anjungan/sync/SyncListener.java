package id.anjungan.sync;

import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Session;

/// Who is told what the loop sees. Called on the loop's threads; must not block.
public interface SyncListener {
    void status(SyncStatus status);

    void signedIn(Session session);

    void ephemeral(Frame.Ephemeral frame);

    /// The server has settled commands; some may have been refused.
    void settled();
}
