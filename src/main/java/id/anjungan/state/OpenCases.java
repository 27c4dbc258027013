package id.anjungan.state;

import id.anjungan.domain.Priority;
import id.anjungan.store.CaseFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The open cases in memory, as little of each as tiles, districts, counts and the map need, so that none of these
/// costs SQL when something changes. Fed by the cache's change sets. Projector's thread only.
final class OpenCases {
    /// The order of the queue, as its index in the file has it.
    static final Comparator<Open> ORDER = OpenCases::compare;

    private final Map<UUID, Integer> places = new HashMap<>();
    private final List<Open> all = new ArrayList<>();
    private final Map<String, String> codes = new HashMap<>();
    private final Tally tally = new Tally();
    private @Nullable Matching matching;

    /// Instants in milliseconds since 1970; `due` is `Long.MAX_VALUE` without a running clock; `lat` NaN when unplaced.
    record Open(
            UUID id, String channel, String category, @Nullable String district, @Nullable String village,
            Priority priority, boolean acknowledged, @Nullable String claimedBy, long due, long received, double lat, double lon,
            List<String> agencies, @Nullable UUID incident, boolean sensitive, boolean folded, List<String> marks) {
        boolean urgent() {
            return priority == Priority.EMERGENCY && !acknowledged;
        }

        boolean breached(long now) {
            return due < now;
        }

        boolean heldBy(String operator) {
            return operator.equals(claimedBy);
        }
    }

    void put(CaseFacts f) {
        if (!f.open()) {
            remove(f.id());
            return;
        }
        Double lat = f.lat();
        Double lon = f.lon();
        Instant due = f.due();
        Open o = new Open(
                f.id(), code(f.channel()), code(f.category()), f.district() == null ? null : code(f.district()),
                f.village() == null ? null : code(f.village()), f.priority(), f.acknowledged(),
                f.claimedBy() == null ? null : code(f.claimedBy()),
                due == null ? Long.MAX_VALUE : due.toEpochMilli(), f.receivedAt().toEpochMilli(),
                lat == null ? Double.NaN : lat, lon == null ? Double.NaN : lon,
                f.agencies().stream().map(this::code).toList(), f.incident(), f.sensitive(), f.folded(), f.marks());
        Integer place = places.get(f.id());
        if (place == null) {
            places.put(f.id(), all.size());
            all.add(o);
        } else {
            tally.remove(all.set(place, o));
        }
        tally.add(o);
        look(f.id(), o);
    }

    private void look(UUID id, @Nullable Open now) {
        Matching m = matching;
        if (m != null) {
            m.look(id, now);
        }
    }

    void clear() {
        places.clear();
        all.clear();
        tally.clear();
        matching = null;
    }

    /// Takes in the deadlines that have passed.
    void advance(long now) {
        tally.advance(now).forEach(o -> look(o.id(), o));
    }

    /// The figures of all.
    Tally tally() {
        return tally;
    }

    /// What this filter lets through; kept until another is asked for.
    Matching matching(QueueFilter filter, String me) {
        Matching m = matching;
        if (m == null || !m.isOf(filter, me)) {
            m = new Matching(filter, me, tally, all);
            matching = m;
        }
        return m;
    }

    void remove(UUID id) {
        Integer place = places.remove(id);
        if (place == null) {
            return;
        }
        tally.remove(all.get(place));
        look(id, null);
        Open last = all.removeLast();
        if (!last.id().equals(id)) {
            all.set(place, last);
            places.put(last.id(), place);
        }
    }

    private String code(String s) {
        return codes.computeIfAbsent(s, c -> c);
    }

    List<Open> all() {
        return all;
    }

    @Nullable Open find(UUID id) {
        Integer place = places.get(id);
        return place == null ? null : all.get(place);
    }

    /// Everything on the map that is shown, in fresh arrays.
    @SuppressWarnings("EnumOrdinal") // the map draws by ordinal
    MapData map(Predicate<Open> shown, String me, long now) {
        List<Open> some = new ArrayList<>(all.size());
        int placed = 0;
        for (Open o : all) {
            if (shown.test(o)) {
                some.add(o);
                placed += Double.isNaN(o.lat()) ? 0 : 1;
            }
        }
        UUID[] ids = new UUID[placed];
        double[] lat = new double[placed];
        double[] lon = new double[placed];
        byte[] priority = new byte[placed];
        byte[] flags = new byte[placed];
        long[] received = new long[placed];
        @Nullable UUID[] incidents = new UUID[placed];
        int n = 0;
        for (Open o : some) {
            if (!Double.isNaN(o.lat())) {
                incidents[n] = o.incident();
                ids[n] = o.id();
                lat[n] = o.lat();
                lon[n] = o.lon();
                priority[n] = (byte) o.priority().ordinal();
                flags[n] = flags(o, me, now);
                received[n++] = o.received();
            }
        }
        return new MapData(List.of(ids), lat, lon, priority, flags, received, some.size() - placed, incidents);
    }

    private static int compare(Open a, Open b) {
        if (a.urgent() != b.urgent()) {
            return a.urgent() ? -1 : 1;
        }
        int c = a.priority().compareTo(b.priority());
        c = c != 0 ? c : Long.compare(a.due(), b.due());
        c = c != 0 ? c : Long.compare(a.received(), b.received());
        return c != 0 ? c : a.id().compareTo(b.id());
    }

    private static byte flags(Open o, String me, long now) {
        return (byte) ((o.acknowledged() ? 0 : MapData.UNACKNOWLEDGED)
                | (o.breached(now) ? MapData.BREACHED : 0)
                | (o.heldBy(me) ? MapData.MINE : 0));
    }
}
