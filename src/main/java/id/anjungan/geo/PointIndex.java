package id.anjungan.geo;

import id.anjungan.domain.Priority;
import java.util.Arrays;

/// Points of a map as plain arrays, projected once: 100,000 of them cost a few megabytes and no objects.
/// An immutable snapshot; a new state is a new index. Positions that are no numbers are kept in the numbering
/// and drawn nowhere.
public final class PointIndex {
    /// Nobody has acknowledged this one yet: drawn with a ring.
    public static final int UNACKNOWLEDGED = 1;

    final int size;
    final double[] x;
    final double[] y;
    final byte[] priority;
    final byte[] flags;

    private PointIndex(int size, double[] x, double[] y, byte[] priority, byte[] flags) {
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

    /// Gathers points and then freezes them. One thread.
    public static final class Builder {
        private int size;
        private double[] x;
        private double[] y;
        private byte[] priority;
        private byte[] flags;

        public Builder(int expected) {
            int n = Math.max(16, expected);
            x = new double[n];
            y = new double[n];
            priority = new byte[n];
            flags = new byte[n];
        }

        /// Adds a point in degrees and returns its number.
        public int add(double lat, double lon, Priority p, boolean unacknowledged) {
            if (size == x.length) {
                grow();
            }
            x[size] = Mercator.x(lon);
            y[size] = Double.isFinite(lat) ? Mercator.y(lat) : Double.NaN;
            priority[size] = rank(p);
            flags[size] = (byte) (unacknowledged ? UNACKNOWLEDGED : 0);
            return size++;
        }

        private void grow() {
            int n = size * 2;
            x = Arrays.copyOf(x, n);
            y = Arrays.copyOf(y, n);
            priority = Arrays.copyOf(priority, n);
            flags = Arrays.copyOf(flags, n);
        }

        public PointIndex build() {
            return new PointIndex(
                    size,
                    Arrays.copyOf(x, size),
                    Arrays.copyOf(y, size),
                    Arrays.copyOf(priority, size),
                    Arrays.copyOf(flags, size));
        }
    }
}
