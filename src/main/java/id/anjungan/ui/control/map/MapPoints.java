package id.anjungan.ui.control.map;

import id.anjungan.domain.Priority;
import id.anjungan.geo.PointIndex;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The points of a map at one moment, as plain arrays: an immutable snapshot that may be built on any thread
/// and is swapped into a [MapView] at most once a frame.
public final class MapPoints {
    public static final MapPoints EMPTY = new Builder(0).build();

    private final UUID[] ids;
    private final PointIndex index;
    private final Map<Integer, List<UUID>> incidents;
    private final Map<UUID, Integer> inIncidents = new HashMap<>();

    private MapPoints(UUID[] ids, PointIndex index, Map<Integer, List<UUID>> incidents) {
        this.ids = ids;
        this.index = index;
        this.incidents = Map.copyOf(incidents);
        incidents.forEach((point, cases) -> cases.forEach(c -> inIncidents.put(c, point)));
    }

    public int size() {
        return index.size();
    }

    public UUID id(int point) {
        return ids[point];
    }

    /// The cases a point stands for: one, or all of its incident.
    public List<UUID> cases(int point) {
        List<UUID> all = incidents.get(point);
        return all == null ? List.of(ids[point]) : all;
    }

    /// The number of the point that stands for a case, or -1.
    public int find(UUID id) {
        Integer sign = inIncidents.get(id);
        if (sign != null) {
            return sign;
        }
        for (int i = 0; i < ids.length; i++) {
            if (ids[i].equals(id)) {
                return i;
            }
        }
        return -1;
    }

    PointIndex index() {
        return index;
    }

    /// Gathers points; one thread.
    public static final class Builder {
        private UUID[] ids;
        private final PointIndex.Builder index;
        private final Map<Integer, List<UUID>> incidents = new HashMap<>();
        private int size;

        public Builder(int expected) {
            ids = new UUID[Math.max(16, expected)];
            index = new PointIndex.Builder(expected);
        }

        /// A case at a position in degrees. `unacknowledged` puts a ring around it.
        public Builder add(UUID id, double lat, double lon, Priority priority, boolean unacknowledged) {
            return add(id, lat, lon, priority, unacknowledged, 0);
        }

        /// `fade`: from 0, fresh, to `PointIndex.FADES` − 1.
        public Builder add(UUID id, double lat, double lon, Priority priority, boolean unacknowledged, int fade) {
            put(id);
            index.add(lat, lon, priority, unacknowledged, fade);
            return this;
        }

        /// One sign for the cases of an incident.
        public Builder addIncident(List<UUID> cases, double lat, double lon, Priority priority, boolean unacknowledged) {
            put(cases.getFirst());
            incidents.put(index.addIncident(lat, lon, priority, unacknowledged, cases.size()), List.copyOf(cases));
            return this;
        }

        private void put(UUID id) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
            }
            ids[size++] = id;
        }

        public MapPoints build() {
            return new MapPoints(Arrays.copyOf(ids, size), index.build(), incidents);
        }
    }
}
