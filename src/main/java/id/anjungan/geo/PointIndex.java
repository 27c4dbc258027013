package id.anjungan.geo;

import id.anjungan.domain.Priority;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Points of a map as plain arrays, projected once: 100,000 of them cost a few megabytes and no objects.
/// An immutable snapshot; a new state is a new index. Positions that are no numbers are kept in the numbering
/// and drawn nowhere.
public final class PointIndex {
    /// Nobody has acknowledged this one yet: drawn with a ring.
    public static final int UNACKNOWLEDGED = 1;
    /// Stands for several cases of one incident: drawn as one sign with their count.
    public static final int INCIDENT = 2;
    /// How often a point can fade with age; 0 is fresh.
    public static final int FADES = 4;

    private static final int FADE_SHIFT = 2;

    final int size;
    final double[] x;
    final double[] y;
    final byte[] priority;
    final byte[] flags;
    /// How many cases each stands for; null when each stands for one.
    final int @Nullable [] weight;

    private PointIndex(int size, double[] x, double[] y, byte[] priority, byte[] flags, int @Nullable [] weight) {
        this.weight = weight;
        this.size = size;
        this.x = x;
        this.y = y;
        this.priority = priority;
        this.flags = flags;
    }

    public int size() {
        return size;
    }

    /// Position in [Mercator] units.
    public double x(int point) {
        return x[point];
    }

    public double y(int point) {
        return y[point];
    }

    public Priority priority(int point) {
        return priorityOf(priority[point]);
    }

    /// 0 for the most urgent to 3, the number markers carry.
    public static byte rank(Priority p) {
        return switch (p) {
            case EMERGENCY -> 0;
            case HIGH -> 1;
            case MEDIUM -> 2;
            case LOW -> 3;
        };
    }

    static Priority priorityOf(int rank) {
        return switch (rank) {
            case 0 -> Priority.EMERGENCY;
            case 1 -> Priority.HIGH;
            case 2 -> Priority.MEDIUM;
            default -> Priority.LOW;
        };
    }

    public boolean unacknowledged(int point) {
        return (flags[point] & UNACKNOWLEDGED) != 0;
    }

    public boolean incident(int point) {
        return (flags[point] & INCIDENT) != 0;
    }

    /// How many cases a point stands for.
    public int weight(int point) {
        return weight == null ? 1 : weight[point];
    }

    static int fade(int flags) {
        return flags >> FADE_SHIFT & FADES - 1;
    }

    /// Gathers points and then freezes them. One thread.
    public static final class Builder {
        private int size;
        private double[] x;
        private double[] y;
        private byte[] priority;
        private byte[] flags;
        private int @Nullable [] weight;

        public Builder(int expected) {
            int n = Math.max(16, expected);
            x = new double[n];
            y = new double[n];
            priority = new byte[n];
            flags = new byte[n];
        }

        /// Adds a point in degrees and returns its number.
        public int add(double lat, double lon, Priority p, boolean unacknowledged) {
            return add(lat, lon, p, unacknowledged, 0);
        }

        /// An incident of so many cases.
        public int addIncident(double lat, double lon, Priority p, boolean unacknowledged, int cases) {
            int i = add(lat, lon, p, unacknowledged, 0);
            flags[i] |= INCIDENT;
            int[] w = weight;
            if (w == null) {
                w = new int[x.length];
                Arrays.fill(w, 1);
                weight = w;
            }
            w[i] = cases;
            return i;
        }

        /// `fade` from 0, fresh, to [#FADES] − 1.
        public int add(double lat, double lon, Priority p, boolean unacknowledged, int fade) {
            if (size == x.length) {
                grow();
            }
            x[size] = Mercator.x(lon);
            y[size] = Double.isFinite(lat) ? Mercator.y(lat) : Double.NaN;
            priority[size] = rank(p);
            flags[size] = (byte) ((unacknowledged ? UNACKNOWLEDGED : 0) | Math.clamp(fade, 0, FADES - 1) << FADE_SHIFT);
            return size++;
        }

        private void grow() {
            int n = size * 2;
            x = Arrays.copyOf(x, n);
            y = Arrays.copyOf(y, n);
            priority = Arrays.copyOf(priority, n);
            flags = Arrays.copyOf(flags, n);
            int[] w = weight;
            if (w != null) {
                int from = w.length;
                weight = Arrays.copyOf(w, n);
                Arrays.fill(weight, from, n, 1);
            }
        }

        public PointIndex build() {
            return new PointIndex(
                    size,
                    Arrays.copyOf(x, size),
                    Arrays.copyOf(y, size),
                    Arrays.copyOf(priority, size),
                    Arrays.copyOf(flags, size),
                    weight == null ? null : Arrays.copyOf(weight, size));
        }
    }
}
