package id.anjungan.state;

import id.anjungan.state.OpenCases.Open;
import id.anjungan.store.CaseFacts;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The open cases that a filter lets through, but for the words it looks for: kept as cases change, gone through anew
/// only for another filter. Projector's thread only.
final class Matching {
    private final QueueFilter filter;
    private final String me;
    private final Tally tally;
    private final Map<UUID, Open> in = new HashMap<>();
    private final TreeSet<Open> unclaimed = new TreeSet<>(OpenCases.ORDER);
    private final Set<UUID> urgent = new HashSet<>();

    Matching(QueueFilter filter, String me, Tally tally, Collection<Open> all) {
        this.filter = filter;
        this.me = me;
        this.tally = tally;
        all.forEach(o -> look(o.id(), o));
    }

    boolean isOf(QueueFilter other, String operator) {
        return filter.equals(other) && me.equals(operator);
    }

    /// A case has come, changed, gone (null), or its deadline has passed.
    void look(UUID id, @Nullable Open now) {
        Open was = in.remove(id);
        if (was != null) {
            unclaimed.remove(was);
            urgent.remove(id);
        }
        if (now == null || !matches(now)) {
            return;
        }
        in.put(id, now);
        if (now.claimedBy() == null) {
            unclaimed.add(now);
        }
        if (now.urgent()) {
            urgent.add(id);
        }
    }

    int size() {
        return in.size();
    }

    boolean has(UUID id) {
        return in.containsKey(id);
    }

    Set<UUID> ids() {
        return in.keySet();
    }

    /// The emergencies nobody has acknowledged.
    Set<UUID> urgent() {
        return urgent;
    }

    @Nullable UUID worstUnclaimed() {
        return unclaimed.isEmpty() ? null : unclaimed.first().id();
    }

    private boolean matches(Open o) {
        QueueFilter f = filter;
        return !o.folded()
                && (!f.mine() || o.heldBy(me))
                && (!f.unclaimed() || o.claimedBy() == null)
                && (!f.breached() || tally.breached(o))
                && (f.channels().isEmpty() || f.channels().contains(o.channel()))
                && (f.categories().isEmpty() || f.categories().contains(o.category()))
                && (f.agencies().isEmpty() || o.agencies().stream().anyMatch(f.agencies()::contains))
                && area(o)
                && (f.area() == null || f.area().holds(o.lat(), o.lon()))
                && marked(o);
    }

    private boolean marked(Open o) {
        QueueFilter f = filter;
        return (f.tags().isEmpty() || f.tags().stream().anyMatch(t -> o.marks().contains(CaseFacts.tag(t))))
                && (!f.watched() || o.marks().contains(CaseFacts.watcher(me)))
                && (!f.reminded() || o.marks().contains(CaseFacts.reminder(me)));
    }

    /// Districts and villages are of one kind: any of them may hold.
    private boolean area(Open o) {
        QueueFilter f = filter;
        String district = o.district();
        String village = o.village();
        return (f.districts().isEmpty() && f.villages().isEmpty())
                || (district != null && f.districts().contains(district))
                || (village != null && f.villages().contains(village));
    }
}
