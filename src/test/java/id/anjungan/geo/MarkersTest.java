package id.anjungan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.anjungan.domain.Priority;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MarkersTest {
    private static Viewport surabaya(double zoom) {
        return new Viewport(Mercator.x(112.75), Mercator.y(-7.27), zoom, 800, 600);
    }

    private static PointIndex points(int n, long seed) {
        Random r = new Random(seed);
        var b = new PointIndex.Builder(4);
        for (int i = 0; i < n; i++) {
            Priority p = PointIndex.priorityOf((int) Math.abs(r.nextGaussian() * 2 + 2) % 4);
            b.add(-7.27 + r.nextGaussian() * 0.03, 112.75 + r.nextGaussian() * 0.04, p, r.nextInt(4) == 0);
        }
        return b.build();
    }

    @Property(tries = 60)
    void everyPointInViewIsInExactlyOneMarker(
            @ForAll @IntRange(max = 2000) int n, @ForAll long seed, @ForAll @DoubleRange(min = 9, max = 19) double zoom) {
        PointIndex p = points(n, seed);
        Markers m = new Markers();
        m.place(p, surabaya(zoom), -1);
        int sum = 0;
        for (int i = 0; i < m.size(); i++) {
            sum += m.count(i);
            int[] members = m.members(i, p);
            assertThat(members == null ? 1 : members.length).isEqualTo(m.count(i));
        }
        assertThat(sum).isEqualTo(m.pointsInView());
    }

    @Property(tries = 40)
    void emergenciesNeverHideAmongOthers(@ForAll @IntRange(min = 1, max = 2000) int n, @ForAll long seed) {
        PointIndex p = points(n, seed);
        Markers m = new Markers();
        m.place(p, surabaya(11), -1);
        for (int i = 0; i < m.size(); i++) {
            int[] members = m.members(i, p);
            if (members != null) {
                boolean emergency = m.priority(i) == 0;
                assertThat(java.util.Arrays.stream(members).boxed())
                        .allMatch(k -> (p.priority(k) == Priority.EMERGENCY) == emergency);
            }
        }
    }

    @Test
    void aMarkerIsFoundUnderThePointerAndTheMostUrgentLiesOnTop() {
        var b = new PointIndex.Builder(2);
        b.add(-7.27, 112.75, Priority.EMERGENCY, true);
        b.add(-7.27, 112.75, Priority.LOW, false);
        Markers m = new Markers();
        m.place(b.build(), surabaya(12), -1);
        int hit = m.hit(402, 301, 2);
        assertThat(m.priority(hit)).isZero();
        assertThat(m.unacknowledged(hit)).isTrue();
        assertThat(m.point(hit)).isZero();
        assertThat(m.hit(430, 300, 2)).isEqualTo(-1);
    }

    @Test
    void pointsOnOneSpotStayTogetherAtTheLargestZoomAndCanBeListed() {
        var b = new PointIndex.Builder(2);
        b.add(-7.27, 112.75, Priority.LOW, false);
        b.add(-7.27, 112.75, Priority.MEDIUM, false);
        b.add(-7.2705, 112.75, Priority.LOW, false);
        PointIndex p = b.build();
        Markers m = new Markers();
        m.place(p, surabaya(Viewport.MAX_ZOOM), -1);
        assertThat(m.members(m.hit(400, 300, 0), p)).containsExactly(0, 1);
        assertThat(m.size()).isEqualTo(1 + (m.pointsInView() - 2));
    }

    @Test
    void theSelectedPointIsDrawnEvenInACrowd() {
        var b = new PointIndex.Builder(50);
        for (int i = 0; i < 50; i++) {
            b.add(-7.27, 112.75, Priority.LOW, false);
        }
        Markers m = new Markers();
        m.place(b.build(), surabaya(10), 17);
        assertThat(m.size()).isEqualTo(2);
        assertThat(m.point(1)).isEqualTo(17);
    }

    @Test
    void pointsWithoutAPositionAreCountedNowhere() {
        var b = new PointIndex.Builder(1);
        b.add(Double.NaN, Double.NaN, Priority.LOW, false);
        Markers m = new Markers();
        m.place(b.build(), surabaya(10), 0);
        assertThat(m.size()).isZero();
        assertThat(m.pointsInView()).isZero();
    }

    @Property(tries = 100)
    void zoomingKeepsWhatLiesUnderThePointer(
            @ForAll @DoubleRange(max = 800) double px, @ForAll @DoubleRange(max = 600) double py,
            @ForAll @DoubleRange(min = -3, max = 3) double steps) {
        Viewport v = surabaya(12);
        Viewport z = v.zoomAt(px, py, steps);
        assertThat(z.screenX(v.worldX(px))).isCloseTo(px, within(1e-6));
        assertThat(z.screenY(v.worldY(py))).isCloseTo(py, within(1e-6));
    }

    @Test
    void mercatorGoesThereAndBack() {
        assertThat(Mercator.lat(Mercator.y(-7.2575))).isCloseTo(-7.2575, within(1e-9));
        assertThat(Mercator.lon(Mercator.x(112.7521))).isCloseTo(112.7521, within(1e-9));
    }
}
