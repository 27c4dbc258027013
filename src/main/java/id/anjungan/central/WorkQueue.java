package id.anjungan.central;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What waits for the writer: people's commands before deliveries, each bounded. Commands beyond the bound are
/// turned away at once; deliveries wait, which slows the channel down. Any thread.
final class WorkQueue {
    private final int urgentBound;
    private final int bulkBound;
    private final Deque<Work<?>> urgent = new ArrayDeque<>();
    private final Deque<Work<?>> bulk = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition something = lock.newCondition();
    private final Condition room = lock.newCondition();
    private boolean closed;

    WorkQueue(int urgentBound, int bulkBound) {
        this.urgentBound = urgentBound;
        this.bulkBound = bulkBound;
    }

    /// Takes people's work, or none of it when too much waits already.
    boolean offer(Collection<? extends Work<?>> work) {
        lock.lock();
        try {
            if (closed || urgent.size() + work.size() > urgentBound) {
                return false;
            }
            urgent.addAll(work);
            something.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Takes deliveries, waiting for room. False when closed.
    boolean put(Collection<? extends Work<?>> work) throws InterruptedException {
        lock.lock();
        try {
            while (!closed && bulk.size() >= bulkBound) {
                room.await();
            }
            if (closed) {
                return false;
            }
            bulk.addAll(work);
            something.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// The next group, waiting for one; empty when closed and nothing is left.
    List<Work<?>> take(int limit) throws InterruptedException {
        lock.lock();
        try {
            while (urgent.isEmpty() && bulk.isEmpty()) {
                if (closed) {
                    return List.of();
                }
                something.await();
            }
            List<Work<?>> group = new ArrayList<>();
            while (group.size() < limit && !urgent.isEmpty()) {
                group.add(urgent.removeFirst());
            }
            while (group.size() < limit && !bulk.isEmpty()) {
                group.add(bulk.removeFirst());
            }
            room.signalAll();
            return group;
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            something.signalAll();
            room.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
