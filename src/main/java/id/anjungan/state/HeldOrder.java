package id.anjungan.state;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/// The order of the queue as it was when it was last taken in, so that nothing moves under the eyes of whoever reads
/// it. What has come since is counted beside it. Emergencies nobody has acknowledged are the one exception: a line
/// that moves costs a glance, a fire at the foot of a counter costs a house. Changed by the
/// projector's thread; read by any.
final class HeldOrder {
    private final List<UUID> order;
    private final Set<UUID> in;
    private final Set<UUID> arrived = new HashSet<>();
    private final Set<UUID> told = new HashSet<>();
    private int top;
    private Set<UUID> pinned = Set.of();

    /// `order` is the whole queue; its first rows are those that are urgent.
    HeldOrder(List<UUID> order, Predicate<UUID> urgent) {
        this.order = new ArrayList<>(order);
        this.in = new HashSet<>(order);
        while (top < order.size() && urgent.test(order.get(top))) {
            told.add(order.get(top++));
        }
    }

    /// Puts these under the emergencies, in their order, once each; one that is let go keeps its place until the order
    /// is taken in again. Those the queue does not have are left out, and an emergency at the top stays there.
    synchronized void pin(List<UUID> ids) {
        int at = top;
        Set<UUID> before = pinned;
        pinned = Set.copyOf(ids);
        for (UUID id : ids) {
            if (before.contains(id) || !in.contains(id) || told.contains(id)) {
                continue;
            }
            order.remove(id);
            order.add(at++, id);
        }
    }

    synchronized int size() {
        return order.size();
    }

    synchronized int arrived() {
        return arrived.size();
    }

    synchronized boolean has(UUID id) {
        return in.contains(id);
    }

    /// A case that matches has changed: it is in its place already, or it is counted as new.
    synchronized void matches(UUID id) {
        if (!in.contains(id)) {
            arrived.add(id);
        }
    }

    /// A case matches no more. Its place stays, since what is below it is being read.
    synchronized void matchesNot(UUID id) {
        arrived.remove(id);
    }

    /// A case this desk has no more: not even its place can be kept.
    synchronized void remove(UUID id) {
        arrived.remove(id);
        if (in.remove(id)) {
            int at = order.indexOf(id);
            order.remove(at);
            if (at < top) {
                top--;
            }
        }
    }

    /// Whether an emergency has been put to the top already.
    synchronized boolean told(UUID id) {
        return told.contains(id);
    }

    /// Puts an emergency among those at the top, nearest breach first, once: afterwards its place is held like any.
    synchronized void promote(UUID id, ToLongFunction<UUID> due) {
        if (!told.add(id)) {
            return;
        }
        arrived.remove(id);
        if (!in.add(id)) {
            order.remove(id);
        }
        int at = 0;
        while (at < top && due.applyAsLong(order.get(at)) <= due.applyAsLong(id)) {
            at++;
        }
        order.add(at, id);
        top++;
    }

    /// The ids of these places, as many as there are.
    synchronized List<UUID> ids(int first, int count) {
        int from = Math.min(first, order.size());
        return List.copyOf(order.subList(from, Math.min(order.size(), from + count)));
    }
}
