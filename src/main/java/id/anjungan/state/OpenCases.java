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
    static final Comparator<Open> ORDER = Comparator.comparing((Open o) -> !o.urgent())
            .thenComparing(Open::priority)
            .thenComparingLong(Open::due)
            .thenComparingLong(Open::received);

    private final Map<UUID, Integer> places = new HashMap<>();
    private final List<Open> all = new ArrayList<>();
    private final Map<String, String> codes = new HashMap<>();

    /// Instants in milliseconds since 1970; `due` is `Long.MAX_VALUE` without a running clock; `lat` NaN when unplaced.
    record Open(
            UUID id, String channel, String category, @Nullable String district, Priority priority, boolean acknowledged,
            @Nullable String claimedBy, long due, long received, double lat, double lon, List<String> agencies) {
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
                f.priority(), f.acknowledged(), f.claimedBy() == null ? null : code(f.claimedBy()),
                due == null ? Long.MAX_VALUE : due.toEpochMilli(), f.receivedAt().toEpochMilli(),
                lat == null ? Double.NaN : lat, lon == null ? Double.NaN : lon,
                f.agencies().stream().map(this::code).toList());
        Integer place = places.get(f.id());
        if (place == null) {
            places.put(f.id(), all.size());
            all.add(o);
        } else {
            all.set(place, o);
        }
    }

    void clear() {
        places.clear();
        all.clear();
    }

    void remove(UUID id) {
        Integer place = places.remove(id);
        if (place == null) {
            return;
        }
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

    int count(Predicate<Open> wanted) {
        int n = 0;
        for (Open o : all) {
            if (wanted.test(o)) {
                n++;
            }
        }
        return n;
    }

    /// Everything on the map, in fresh arrays.
    @SuppressWarnings("EnumOrdinal") // the map draws by ordinal
    MapData map(String me, long now) {
        int placed = count(o -> !Double.isNaN(o.lat()));
        UUID[] ids = new UUID[placed];
        double[] lat = new double[placed];
        double[] lon = new double[placed];
        byte[] priority = new byte[placed];
        byte[] flags = new byte[placed];
        long[] received = new long[placed];
        int n = 0;
        for (Open o : all) {
            if (!Double.isNaN(o.lat())) {
                ids[n] = o.id();
                lat[n] = o.lat();
                lon[n] = o.lon();
                priority[n] = (byte) o.priority().ordinal();
                flags[n] = flags(o, me, now);
                received[n++] = o.received();
            }
        }
        return new MapData(List.of(ids), lat, lon, priority, flags, received, all.size() - placed);
    }

    private static byte flags(Open o, String me, long now) {
        return (byte) ((o.acknowledged() ? 0 : MapData.UNACKNOWLEDGED)
                | (o.breached(now) ? MapData.BREACHED : 0)
                | (o.heldBy(me) ? MapData.MINE : 0));
    }
}
