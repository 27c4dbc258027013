package id.anjungan.state;

import id.anjungan.domain.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Cases with a position that were open at some time since `from`, so that the map can show an earlier hour. Immutable.
public record MapPast(Instant from, List<Was> cases) {
    public static final MapPast NONE = new MapPast(Instant.EPOCH, List.of());

    public MapPast {
        cases = List.copyOf(cases);
    }

    /// One case through time. Where it was then is where it is known to be now.
    public record Was(
            UUID id, double lat, double lon, Priority priority, Instant received, @Nullable Instant acknowledged,
            @Nullable Instant closed, @Nullable UUID incident) {
        boolean openAt(Instant t) {
            return !received.isAfter(t) && (closed == null || closed.isAfter(t));
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
            priority[i] = (byte) w.priority().ordinal();
            flags[i] = (byte) (w.seenAt(t) ? 0 : MapData.UNACKNOWLEDGED);
            received[i] = w.received().toEpochMilli();
            incidents[i] = w.incident();
        }
        return new MapData(then.stream().map(Was::id).toList(), lat, lon, priority, flags, received, 0, incidents);
    }
}
