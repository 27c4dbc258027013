package id.anjungan.central;

import id.anjungan.protocol.Frame;
import id.anjungan.protocol.FrameCodec;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What nodes tell each other that no change log keeps: presence and typing, and sessions that have ended. A word
/// may get lost with the connection; then presence is missed for ten seconds, and sessions are asked for anew.
final class Neighbours implements CentralStore.Watcher {
    private static final Logger LOG = LoggerFactory.getLogger(Neighbours.class);
    /// PostgreSQL takes less than 8,000 bytes.
    private static final int LONGEST = 2_000;

    private final CentralStore store;
    private final Head head;
    private final Ephemerals ephemerals;
    private final Sessions sessions;
    private final String self = UUID.randomUUID().toString();

    Neighbours(CentralStore store, Head head, Ephemerals ephemerals, Sessions sessions) {
        this.store = store;
        this.head = head;
        this.ephemerals = ephemerals;
        this.sessions = sessions;
    }

    /// Shows a frame here and at the other nodes.
    void show(Frame.Ephemeral frame) {
        ephemerals.send(frame);
        tell("frame", FrameCodec.encode(frame));
    }

    void ended(String tokenHash) {
        tell("ended", tokenHash);
    }

    private void tell(String kind, String word) {
        if (store.shared() && word.length() <= LONGEST) {
            try {
                store.tell(self + " " + kind + " " + word);
            } catch (StoreException e) {
                LOG.debug("the other nodes were not told", e);
            }
        }
    }

    @Override
    public void moved(long to) {
        head.moved(to);
    }

    @Override
    public void told(String word) {
        String[] parts = word.split(" ", 3);
        if (parts.length < 3 || parts[0].equals(self)) {
            return;
        }
        if (parts[1].equals("ended")) {
            sessions.forget(parts[2]);
        } else if (parts[1].equals("frame") && FrameCodec.decode(parts[2]).orElse(null) instanceof Frame.Ephemeral e) {
            ephemerals.send(e);
        }
    }

    @Override
    public void missed() {
        sessions.forgetAll();
        head.ring();
    }
}
