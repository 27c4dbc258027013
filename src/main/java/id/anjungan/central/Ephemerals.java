package id.anjungan.central;

import id.anjungan.protocol.Frame;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Hands presence, viewing and typing to every open stream. Never stored; a stream that does not keep up loses the
/// oldest. Any thread.
final class Ephemerals {
    private static final int KEPT = 64;

    private final Set<Box> boxes = ConcurrentHashMap.newKeySet();
    private final Head head;

    Ephemerals(Head head) {
        this.head = head;
    }

    /// What waits for one stream.
    static final class Box {
        private final Deque<Frame.Ephemeral> frames = new ArrayDeque<>();

        private synchronized void add(Frame.Ephemeral frame) {
            if (frames.size() == KEPT) {
                frames.removeFirst();
            }
            frames.addLast(frame);
        }

        synchronized List<Frame.Ephemeral> drain() {
            List<Frame.Ephemeral> all = new ArrayList<>(frames);
            frames.clear();
            return all;
        }
    }

    Box open() {
        Box box = new Box();
        boxes.add(box);
        return box;
    }

    void close(Box box) {
        boxes.remove(box);
    }

    void send(Frame.Ephemeral frame) {
        boxes.forEach(b -> b.add(frame));
        head.ring();
    }
}
