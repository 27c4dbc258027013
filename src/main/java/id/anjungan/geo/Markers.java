package id.anjungan.geo;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What a map draws for a set of points in a viewport: single points where there is room, and clusters with a
/// count where there is not. Points are gathered on a grid tied to the world, so panning does not reshuffle
/// them; emergencies gather only with emergencies, so none ever hides in a crowd. Near the largest zoom only
/// points on the very same spot are still gathered. Markers are numbered in drawing order, the most urgent
/// last. Mutable and reused from frame to frame without garbage: one thread, the one that draws.
public final class Markers {
    /// A marker reaches at most this far from its middle, in pixels: the promise that hit testing rests on.
    public static final int MAX_RADIUS = 24;

    /// From this zoom on there is room for everything that is not on the same spot.
    public static final double DETAIL_ZOOM = 16;

    /// The radius of an incident's sign.
    public static final int INCIDENT_RADIUS = 14;

    private static final double CELL_PX = 54;
    private static final double DETAIL_CELL_PX = 8;
    private static final int MIN_CLUSTER = 4;
    private static final int MIN_CLUSTER_DETAIL = 2;
    private static final int HIT_CELL_PX = 32;

    private int size;
    private float[] mx = new float[64];
    private float[] my = new float[64];
    private int[] mCount = new int[64];
    private byte[] mPriority = new byte[64];
    private byte[] mFlags = new byte[64];
    private int[] mPoint = new int[64];
    private int[] mNext = new int[64];

    private int[] cellOf = new int[0];
    private int[] count = new int[0];
    private int[] weight = new int[0];
    private double[] sumX = new double[0];
    private double[] sumY = new double[0];
    private byte[] worst = new byte[0];
    private byte[] any = new byte[0];
    private int[] singles = new int[64];
    private int[] hitHead = new int[0];
    private int hitCols;
    private int hitRows;
    private int inView;
    private int minCluster = MIN_CLUSTER;

    /// Places the points anew. `selected` is a point that is drawn for itself even inside a cluster, or -1.
    public void place(PointIndex points, Viewport view, int selected) {
        boolean detail = view.zoom() >= DETAIL_ZOOM;
        minCluster = detail ? MIN_CLUSTER_DETAIL : MIN_CLUSTER;
        double step = Math.floor(view.zoom() * 2) / 2; // half steps: clusters rearrange seldom while zooming
        double cell = (detail ? DETAIL_CELL_PX : CELL_PX) / (256 * Math.pow(2, step));
        size = 0;
        gather(points, view, cell);
        emit(points, view);
        if (selected >= 0 && selected < points.size && cellOf[selected] >= 0 && clustered(cellOf[selected])) {
            single(points, view, selected);
        }
        indexHits(view);
    }

    private void gather(PointIndex points, Viewport view, double cell) {
        double left = view.worldX(-MAX_RADIUS);
        double top = view.worldY(-MAX_RADIUS);
        double right = view.worldX(view.width() + MAX_RADIUS);
        double bottom = view.worldY(view.height() + MAX_RADIUS);
        double gx0 = Math.floor(left / cell);
        double gy0 = Math.floor(top / cell);
        // whole cells take part, so a cluster at the edge does not change while it slides out
        left = gx0 * cell;
        top = gy0 * cell;
        int cols = (int) (Math.floor(right / cell) - gx0) + 1;
        int rows = (int) (Math.floor(bottom / cell) - gy0) + 1;
        right = left + cols * cell;
        bottom = top + rows * cell;
        clear(cols * rows * 2, points.size);
        double perCell = 1 / cell;
        int seen = 0;
        for (int i = 0; i < points.size; i++) {
            double x = points.x[i];
            double y = points.y[i];
            if (!(x >= left && x < right && y >= top && y < bottom)) {
                cellOf[i] = -1;
                continue;
            }
            int gx = Math.min(cols - 1, (int) ((x - left) * perCell));
            int gy = Math.min(rows - 1, (int) ((y - top) * perCell));
            byte p = points.priority[i];
            int c = ((gy * cols + gx) << 1) | (p == 0 ? 1 : 0);
            cellOf[i] = c;
            count[c]++;
            weight[c] += points.weight(i);
            sumX[c] += x;
            sumY[c] += y;
            worst[c] = (byte) Math.min(worst[c], p);
            any[c] |= points.flags[i];
            seen++;
        }
        inView = seen;
    }

    private void clear(int cells, int points) {
        if (count.length < cells) {
            count = new int[cells];
            weight = new int[cells];
            sumX = new double[cells];
            sumY = new double[cells];
            worst = new byte[cells];
            any = new byte[cells];
        }
        Arrays.fill(count, 0);
        Arrays.fill(weight, 0);
        Arrays.fill(sumX, 0);
        Arrays.fill(sumY, 0);
        Arrays.fill(worst, Byte.MAX_VALUE);
        Arrays.fill(any, (byte) 0);
        if (cellOf.length < points) {
            cellOf = new int[points + points / 4];
        }
    }

    private boolean clustered(int cell) {
        return count[cell] >= minCluster;
    }

    /// Clusters first, then single points from low to high, then emergencies, so what matters lies on top.
    private void emit(PointIndex points, Viewport view) {
        clusters(view, 0);
        int n = 0;
        int[] perPriority = new int[5];
        for (int i = 0; i < points.size; i++) {
            if (cellOf[i] >= 0 && !clustered(cellOf[i])) {
                if (n == singles.length) {
                    singles = Arrays.copyOf(singles, n * 2);
                }
                singles[n++] = i;
                perPriority[points.priority[i]]++;
            }
        }
        for (int p = 3; p >= 0; p--) {
            if (p == 0) {
                clusters(view, 1);
            }
            for (int k = 0; k < n && perPriority[p] > 0; k++) {
                if (points.priority[singles[k]] == p) {
                    single(points, view, singles[k]);
                }
            }
        }
    }

    private void clusters(Viewport view, int emergency) {
        for (int c = emergency; c < count.length; c += 2) {
            if (clustered(c)) {
                int n = count[c];
                add(view.screenX(sumX[c] / n), view.screenY(sumY[c] / n), weight[c], worst[c], any[c], -1 - c);
            }
        }
    }

    private void single(PointIndex points, Viewport view, int i) {
        add(view.screenX(points.x[i]), view.screenY(points.y[i]), points.weight(i), points.priority[i], points.flags[i], i);
    }

    private void add(double x, double y, int n, byte priority, byte flags, int point) {
        if (size == mx.length) {
            int cap = size * 2;
            mx = Arrays.copyOf(mx, cap);
            my = Arrays.copyOf(my, cap);
            mCount = Arrays.copyOf(mCount, cap);
            mPriority = Arrays.copyOf(mPriority, cap);
            mFlags = Arrays.copyOf(mFlags, cap);
            mPoint = Arrays.copyOf(mPoint, cap);
            mNext = Arrays.copyOf(mNext, cap);
        }
        mx[size] = (float) x;
        my[size] = (float) y;
        mCount[size] = n;
        mPriority[size] = priority;
        mFlags[size] = flags;
        mPoint[size] = point;
        size++;
    }

    private void indexHits(Viewport view) {
        hitCols = (int) (view.width() + 2 * MAX_RADIUS) / HIT_CELL_PX + 1;
        hitRows = (int) (view.height() + 2 * MAX_RADIUS) / HIT_CELL_PX + 1;
        if (hitHead.length < hitCols * hitRows) {
            hitHead = new int[hitCols * hitRows];
        }
        Arrays.fill(hitHead, -1);
        for (int m = 0; m < size; m++) {
            int b = bucket(mx[m], my[m]);
            if (b >= 0) {
                mNext[m] = hitHead[b];
                hitHead[b] = m;
            }
        }
    }

    private int bucket(double x, double y) {
        int bx = Math.floorDiv((int) Math.floor(x) + MAX_RADIUS, HIT_CELL_PX);
        int by = Math.floorDiv((int) Math.floor(y) + MAX_RADIUS, HIT_CELL_PX);
        return bx < 0 || by < 0 || bx >= hitCols || by >= hitRows ? -1 : by * hitCols + bx;
    }

    /// The topmost marker within `slack` pixels of its edge at this pixel, or -1. Looks at nine buckets, however
    /// many points there are.
    public int hit(double x, double y, double slack) {
        int best = -1;
        for (int dy = -1; dy <= 1; dy++) {
            for (int dx = -1; dx <= 1; dx++) {
                int b = bucket(x + dx * HIT_CELL_PX, y + dy * HIT_CELL_PX);
                for (int m = b < 0 ? -1 : hitHead[b]; m >= 0; m = mNext[m]) {
                    double reach = radius(m) + slack;
                    double ox = mx[m] - x;
                    double oy = my[m] - y;
                    if (m > best && ox * ox + oy * oy <= reach * reach) {
                        best = m;
                    }
                }
            }
        }
        return best;
    }

    public int size() {
        return size;
    }

    /// How many points lie in the picture (whole cells at its edge).
    public int pointsInView() {
        return inView;
    }

    public float x(int marker) {
        return mx[marker];
    }

    public float y(int marker) {
        return my[marker];
    }

    /// How many cases it stands for: 1 for a single point.
    public int count(int marker) {
        return mCount[marker];
    }

    /// Rank of the most urgent priority in it, see [PointIndex#rank].
    public int priority(int marker) {
        return mPriority[marker];
    }

    public boolean unacknowledged(int marker) {
        return (mFlags[marker] & PointIndex.UNACKNOWLEDGED) != 0;
    }

    /// Whether it is one incident, whose cases are linked; a cluster with an incident in it is none.
    public boolean incident(int marker) {
        return mPoint[marker] >= 0 && (mFlags[marker] & PointIndex.INCIDENT) != 0;
    }

    /// How far a single point has faded with age.
    public int fade(int marker) {
        return PointIndex.fade(mFlags[marker]);
    }

    /// The number of the point, or -1 for a cluster.
    public int point(int marker) {
        return Math.max(-1, mPoint[marker]);
    }

    /// The radius in pixels at which the marker is drawn.
    public int radius(int marker) {
        return incident(marker) ? INCIDENT_RADIUS : radiusFor(mCount[marker]);
    }

    /// One size for single points, four for clusters: more digits need more room.
    public static int radiusFor(int count) {
        return count <= 1 ? 8 : count < 10 ? 12 : count < 100 ? 15 : count < 1000 ? 18 : 22;
    }

    /// The numbers of the points in a cluster, after the same points were placed; null for a single point.
    public int @Nullable [] members(int marker, PointIndex points) {
        int cell = -1 - mPoint[marker];
        if (cell < 0) {
            return null;
        }
        int[] out = new int[count[cell]];
        int n = 0;
        for (int i = 0; i < points.size && n < out.length; i++) {
            if (cellOf[i] == cell) {
                out[n++] = i;
            }
        }
        return out;
    }
}
