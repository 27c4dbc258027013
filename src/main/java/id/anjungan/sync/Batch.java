package id.anjungan.sync;

import id.anjungan.protocol.Frame;
import id.anjungan.store.CacheTx;
import id.anjungan.store.Incoming;
import id.anjungan.store.StoreException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What has arrived and is not yet in the cache, in order. Filled by the receiving thread, then handed to the writer.
final class Batch {
    private final List<Consumer<CacheTx>> steps = new ArrayList<>();
    private final Overlay overlay;
    private final Set<UUID> touched = new HashSet<>();
    private long through = -1;
    private long bytes;

    Batch(Overlay overlay) {
        this.overlay = overlay;
    }

    void add(Frame.Change change) {
        bytes += change.body().length();
        Incoming in = Incoming.of(change);
        steps.add(tx -> {
            if (applied(tx, in) && overlay.concerns(change.id())) {
                touched.add(change.id());
            }
        });
    }

    /// A record the cache cannot hold is set aside like one that cannot be read; the stream goes on.
    private static boolean applied(CacheTx tx, Incoming in) {
        try {
            return tx.apply(in);
        } catch (RuntimeException e) {
            if (e instanceof StoreException s && s.damaged()) {
                throw s;
            }
            tx.setAside(in.change(), String.valueOf(e.getMessage()));
            return false;
        }
    }

    /// A line that is no frame: what it held is not known, so it is kept to be looked at and counted.
    void unreadable(String line, String why) {
        steps.add(tx -> tx.setAsideLine(line, why));
    }

    void add(Frame.Withdrawn gone) {
        steps.add(tx -> {
            if (overlay.concerns(gone.id())) {
                touched.add(gone.id());
            }
            tx.withdraw(gone.id());
        });
    }

    /// Everything up to here is in the batch; the snapshot may be resumed behind it.
    void position(@Nullable String at) {
        steps.add(tx -> tx.snapshotAt(at));
    }

    void through(long seq) {
        through = seq;
    }

    int size() {
        return steps.size();
    }

    /// About how much memory what it holds takes, in letters.
    long bytes() {
        return bytes;
    }

    boolean isEmpty() {
        return steps.isEmpty() && through < 0;
    }

    /// The steps, the last of which derives what is pending, moves the cursor and does `last`.
    List<Consumer<CacheTx>> steps(Consumer<CacheTx> last) {
        List<Consumer<CacheTx>> all = new ArrayList<>(steps);
        all.add(tx -> {
            overlay.serverChanged(tx, touched, through);
            if (through >= 0) {
                tx.through(through);
            }
            last.accept(tx);
        });
        return all;
    }
}
