package id.anjungan.ui.control.map;

import id.anjungan.domain.Priority;
import id.anjungan.geo.PointIndex;
import java.util.Arrays;
import java.util.UUID;

/// The points of a map at one moment, as plain arrays: an immutable snapshot that may be built on any thread
/// and is swapped into a [MapView] at most once a frame.
public final class MapPoints {
    public static final MapPoints EMPTY = new Builder(0).build();

    private final UUID[] ids;
    private final PointIndex index;

    private MapPoints(UUID[] ids, PointIndex index) {
        this.ids = ids;
        this.index = index;
    }

    public int size() {
        return index.size();
    }

    public UUID id(int point) {
        return ids[point];
    }

    /// The number of a point, or -1.
    public int find(UUID id) {
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
        private int size;

        public Builder(int expected) {
            ids = new UUID[Math.max(16, expected)];
            index = new PointIndex.Builder(expected);
        }

        /// A case at a position in degrees. `unacknowledged` puts a ring around it.
        public Builder add(UUID id, double lat, double lon, Priority priority, boolean unacknowledged) {
            if (size == ids.length) {
                ids = Arrays.copyOf(ids, size * 2);
            }
            ids[size++] = id;
            index.add(lat, lon, priority, unacknowledged);
            return this;
        }

        public MapPoints build() {
            return new MapPoints(Arrays.copyOf(ids, size), index.build());
        }
    }
}
