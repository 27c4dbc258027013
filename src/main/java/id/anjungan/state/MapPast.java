package id.anjungan.state;

import id.anjungan.domain.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Cases with a position that were open at some time since `from`, so that the map can show an earlier hour. Immutable.
public record MapPast(Instant from, List<Was> cases) {
    public static final MapPast NONE = new MapPast(Instant.EPOCH, List.of());

    public MapPast {
        cases = List.copyOf(cases);
    }

    /// From when until when a case was closed before it was taken up again.
    public record Shut(Instant from, Instant to) {
        boolean at(Instant t) {
            return !t.isBefore(from) && t.isBefore(to);
        }
    }

    /// One case through time: when it came, was seen, was closed and taken up again, and the priority it had; `before`
    /// holds, by the moment of each change, what it was until then. Its position is the one that is known now, at any
    /// hour: the trail says that and why a place was corrected, but for the sake of privacy not where it was before.
    /// What happened before the desk's retention, and changes of an incident, are not known either.
    public record Was(
            UUID id, double lat, double lon, Priority priority, Instant received, @Nullable Instant acknowledged,
            @Nullable Instant closed, @Nullable UUID incident, List<Shut> shut, NavigableMap<Instant, Priority> before) {
        public Was {
            shut = List.copyOf(shut);
            before = Collections.unmodifiableNavigableMap(new TreeMap<>(before));
        }

        /// A case that was never taken up again nor given another priority.
        public Was(
                UUID id, double lat, double lon, Priority priority, Instant received, @Nullable Instant acknowledged,
                @Nullable Instant closed, @Nullable UUID incident) {
            this(id, lat, lon, priority, received, acknowledged, closed, incident, List.of(), new TreeMap<>());
        }

        Priority priorityAt(Instant t) {
            Map.Entry<Instant, Priority> next = before.higherEntry(t);
            return next == null ? priority : next.getValue();
        }

        boolean openAt(Instant t) {
            return !received.isAfter(t) && (closed == null || closed.isAfter(t)) && shut.stream().noneMatch(s -> s.at(t));
        }

        boolean seenAt(Instant t) {
            return acknowledged != null && !acknowledged.isAfter(t);
        }
    }

    /// What the map showed at a moment, of cases received after `since`.
    @SuppressWarnings("EnumOrdinal") // the map draws by ordinal
    public MapData at(Instant t, Instant since) {
        List<Was> then = new ArrayList<>();
        for (Was w : cases) {
            if (w.openAt(t) && w.received().isAfter(since)) {
                then.add(w);
            }
        }
        int n = then.size();
        double[] lat = new double[n];
        double[] lon = new double[n];
        byte[] priority = new byte[n];
        byte[] flags = new byte[n];
        long[] received = new long[n];
        @Nullable UUID[] incidents = new UUID[n];
        for (int i = 0; i < n; i++) {
            Was w = then.get(i);
            lat[i] = w.lat();
            lon[i] = w.lon();
            priority[i] = (byte) w.priorityAt(t).ordinal();
            flags[i] = (byte) (w.seenAt(t) ? 0 : MapData.UNACKNOWLEDGED);
            received[i] = w.received().toEpochMilli();
            incidents[i] = w.incident();
        }
        return new MapData(then.stream().map(Was::id).toList(), lat, lon, priority, flags, received, 0, incidents);
    }
}
