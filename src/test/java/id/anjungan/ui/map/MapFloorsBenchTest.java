package id.anjungan.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.gluonhq.maps.MapLayer;
import com.gluonhq.maps.MapPoint;
import id.anjungan.bench.Figures;
import id.anjungan.domain.Ids;
import id.anjungan.geo.Area;
import id.anjungan.geo.Mercator;
import id.anjungan.state.MapData;
import id.anjungan.ui.control.map.MapMode;
import id.anjungan.ui.control.map.MapPoints;
import id.anjungan.ui.control.map.MapView;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Surabaya;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a pulse of the map costs beside its floor (see [PixelFloor]) and beside Gluon Maps, in one run. *Thread* is
/// processor time on the JavaFX thread for giving new data or another view and laying out; *drawn* is processor time of
/// the whole process until the frame is a picture, renderer included.
@Tag("bench")
class MapFloorsBenchTest {
    private static final int SIDE = 900;
    private static final int FRAMES = 60;
    private static final double BUDGET_MS = 12;
    private static final List<Stage> STAGES = new ArrayList<>();
    private static final com.sun.management.OperatingSystemMXBean ALL =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private static MapData city(int n, long seed) {
        Random r = new Random(seed);
        List<Area> villages = Surabaya.PROFILE.villages();
        List<UUID> ids = new ArrayList<>(n);
        double[] lat = new double[n];
        double[] lon = new double[n];
        byte[] priority = new byte[n];
        long[] at = new long[n];
        for (int i = 0; i < n; i++) {
            Area v = villages.get((int) (villages.size() * Math.pow(r.nextDouble(), 1.7)));
            ids.add(Ids.of("case", Integer.toString(i)));
            lat[i] = v.lat() + r.nextGaussian() * 0.004;
            lon[i] = v.lon() + r.nextGaussian() * 0.004;
            priority[i] = (byte) (r.nextInt(200) == 0 ? 0 : 1 + r.nextInt(3));
            at[i] = FakeDesk.START.toEpochMilli() - r.nextInt(100_000_000);
        }
        return new MapData(ids, lat, lon, priority, new byte[n], at, 0);
    }

    private static MapPoints points(MapData d) {
        return PointMaker.points(d, Long.MIN_VALUE, FakeDesk.START.toEpochMilli());
    }

    private static <T> T fx(Supplier<T> work) {
        FxThread.start();
        return FxThread.call(work).join();
    }

    private static Scene scene(Region content) {
        Scene s = new Scene(new StackPane(content), SIDE, SIDE);
        ThemeSheets.apply(s, Theme.DARK);
        // On a stage, as a person has it: what moves is drawn otherwise than what is at rest.
        Stage stage = new Stage();
        stage.setScene(s);
        stage.show();
        STAGES.add(stage);
        return s;
    }

    @AfterEach
    void close() {
        fx(() -> {
            STAGES.forEach(Stage::close);
            STAGES.clear();
            return STAGES;
        });
    }

    private static MapView map(MapData d) {
        return fx(() -> {
            MapView m = new MapView();
            Scene s = scene(m);
            m.setAreas(Surabaya.AREAS);
            m.setPoints(points(d));
            s.snapshot(null);
            return m;
        });
    }

    /// Milliseconds of processor time of each frame.
    private static double[] frames(int n, Region laidOut, IntConsumer change) {
        return fx(() -> {
            double[] ms = new double[n];
            for (int i = 0; i < n; i++) {
                long t = CPU.getCurrentThreadCpuTime();
                change.accept(i);
                laidOut.layout();
                ms[i] = (CPU.getCurrentThreadCpuTime() - t) / 1e6;
            }
            return ms;
        });
    }

    /// Milliseconds of processor time, of all threads, for a drawn frame: the mean, since that clock is coarse.
    private static double drawn(int n, Region shown, IntConsumer change) {
        return fx(() -> {
            long t = ALL.getProcessCpuTime();
            for (int i = 0; i < n; i++) {
                change.accept(i);
                shown.getScene().snapshot(null);
            }
            return (ALL.getProcessCpuTime() - t) / 1e6 / Math.max(1, n);
        });
    }

    private static double p(double share, double[] ms) {
        double[] s = Arrays.stream(ms).sorted().toArray();
        return s[Math.min(s.length - 1, (int) (s.length * share))];
    }

    private static void print(String what, double[] ms, String beside) {
        Figures.print("map", what + " p50", p(0.5, ms), "ms", beside);
        Figures.print("map", what + " p95", p(0.95, ms), "ms", "");
    }

    private static String beside(String name, double[] ms) {
        return String.format(Locale.ROOT, "%s %.1f ms", name, p(0.5, ms));
    }

    /// Frames measured in two ways.
    @SuppressWarnings("ArrayRecordComponent") // only handed on
    private record Cost(double[] thread, double drawn) {
        static Cost of(int n, Region shown, IntConsumer change) {
            return new Cost(frames(n, shown, change), MapFloorsBenchTest.drawn(n, shown, change));
        }
    }

    private static void print(String what, Cost ours, Cost floor, String more) {
        print(what + ", thread", ours.thread, beside("floor", floor.thread) + more);
        Figures.print(
                "map", what + ", drawn mean", ours.drawn, "ms", String.format(Locale.ROOT, "floor %.1f ms", floor.drawn) + more);
    }

    private static Cost floor(MapData d) {
        double[] x = Arrays.stream(d.lon()).map(Mercator::x).toArray();
        double[] y = Arrays.stream(d.lat()).map(Mercator::y).toArray();
        double left = Arrays.stream(x).min().orElse(0);
        double top = Arrays.stream(y).min().orElse(0);
        double scale = SIDE / (Arrays.stream(x).max().orElse(1) - left);
        PixelFloor floor = fx(() -> new PixelFloor(SIDE));
        StackPane pane = new StackPane(floor.node);
        fx(() -> scene(pane));
        return Cost.of(FRAMES, pane, i -> floor.paint(x, y, left + i % 20 / scale, top, scale));
    }

    /// A layer as its makers' sample has it: one circle a marker, put in its place whenever the map has moved.
    private static final class Markers extends MapLayer {
        private final List<MapPoint> at = new ArrayList<>();

        Markers(MapData d) {
            for (int i = 0; i < d.ids().size(); i++) {
                at.add(new MapPoint(d.lat()[i], d.lon()[i]));
                getChildren().add(new Circle(4, Color.RED));
            }
        }

        @Override
        protected void layoutLayer() {
            for (int i = 0; i < at.size(); i++) {
                var p = getMapPoint(at.get(i).getLatitude(), at.get(i).getLongitude());
                getChildren().get(i).setTranslateX(p.getX());
                getChildren().get(i).setTranslateY(p.getY());
            }
        }

        void moved() {
            markDirty();
        }
    }

    private static Cost gluon(MapData d, int frames) {
        Markers[] layer = new Markers[1];
        com.gluonhq.maps.MapView map = fx(() -> {
            com.gluonhq.maps.MapView m = new com.gluonhq.maps.MapView();
            Scene s = scene(m);
            m.setZoom(11);
            m.setCenter(new MapPoint(-7.26, 112.73));
            layer[0] = new Markers(d);
            m.addLayer(layer[0]);
            s.snapshot(null);
            return m;
        });
        return Cost.of(frames, map, i -> {
            map.setCenter(new MapPoint(-7.26, 112.73 + i * 0.0001));
            layer[0].moved();
            layer[0].layout();
        });
    }

    @Test
    void pointsAPulse() {
        MapData few = city(100_000, 1);
        MapPoints a = points(few);
        MapPoints b = points(city(100_000, 2));
        MapView map = map(few);
        frames(30, map, i -> map.setPoints(i % 2 == 0 ? b : a)); // warm
        Cost data = Cost.of(FRAMES, map, i -> map.setPoints(i % 2 == 0 ? b : a));
        Cost moving = Cost.of(FRAMES, map, i -> map.centreOn(-7.26 + i * 0.0004, 112.73 + i * 0.0006));
        Cost zooming = Cost.of(FRAMES, map, i -> map.zoomBy(i % 40 < 20 ? 0.05 : -0.05));
        Cost floor = floor(few);
        Cost gluon = gluon(few, 5);
        String other = "; " + beside("Gluon Maps thread", gluon.thread) + String.format(Locale.ROOT, ", drawn %.0f ms", gluon.drawn);
        print("100k points, new data", data, floor, other);
        print("100k points, panning", moving, floor, other);
        print("100k points, zooming", zooming, floor, other);
        MapData many = city(1_000_000, 3);
        MapView large = map(many);
        Cost million = Cost.of(FRAMES, large, i -> large.zoomBy(i % 40 < 20 ? 0.05 : -0.05));
        print("1M points clustered, zooming", million, floor(many), "; Gluon Maps has no clusters");
        assertThat(p(0.5, data.thread)).as("ms a pulse at 100k").isLessThan(BUDGET_MS);
    }

    @Test
    void shadedDistricts() {
        MapView map = map(city(5_000, 1));
        Random r = new Random(1);
        fx(() -> {
            map.setMode(MapMode.DISTRICTS);
            return map;
        });
        Cost ours = Cost.of(FRAMES, map, i -> {
            Map<String, Double> values = new HashMap<>();
            Surabaya.PROFILE.districts().forEach(d -> values.put(d.code(), (double) r.nextInt(60)));
            map.setChoropleth(values);
        });
        Canvas bare = new Canvas(SIDE, SIDE);
        StackPane pane = new StackPane(bare);
        fx(() -> scene(pane));
        Cost floor = Cost.of(FRAMES, pane, i -> outlines(bare));
        print("choropleth, new values", ours, floor, " (a canvas filling the same outlines)");
        assertThat(p(0.5, ours.thread)).as("ms a pulse").isLessThan(BUDGET_MS);
    }

    private static void outlines(Canvas c) {
        var g = c.getGraphicsContext2D();
        g.clearRect(0, 0, SIDE, SIDE);
        for (Area d : Surabaya.AREAS.districts()) {
            var s = Surabaya.AREAS.shape(d.code()).orElseThrow();
            for (int ring = 0; ring < s.rings(); ring++) {
                double[] x = new double[s.positions(ring)];
                double[] y = new double[s.positions(ring)];
                for (int i = 0; i < x.length; i++) {
                    x[i] = (s.lon(ring, i) - 112.59) / 0.26 * SIDE;
                    y[i] = (-7.19 - s.lat(ring, i)) / 0.17 * SIDE;
                }
                g.fillPolygon(x, y, x.length);
                g.strokePolygon(x, y, x.length);
            }
        }
    }

    /// Ten minutes of a flood at sixty times their speed: five more reports a frame, from the projection to the pixels.
    @Test
    void threeThousandReportsInTenMinutes() {
        int before = 5_000;
        MapData all = city(before + 3_000, 4);
        MapView map = map(city(before, 4));
        Cost ours = Cost.of(600, map, i -> map.setPoints(points(first(all, before + 5 * i))));
        print("3,000 reports, five more a frame", ours, floor(all), "");
        assertThat(p(0.95, ours.thread)).as("ms a pulse").isLessThan(BUDGET_MS);
    }

    private static MapData first(MapData d, int n) {
        return new MapData(
                d.ids().subList(0, n), Arrays.copyOf(d.lat(), n), Arrays.copyOf(d.lon(), n), Arrays.copyOf(d.priority(), n),
                Arrays.copyOf(d.flags(), n), Arrays.copyOf(d.receivedAt(), n), 0);
    }

    /// From nothing to the first picture, drawing included.
    @Test
    void firstPaintWith100kCases() {
        MapData d = city(100_000, 5);
        double[] ours = new double[5];
        double[] floor = new double[5];
        for (int i = 0; i < ours.length; i++) {
            long t = System.nanoTime();
            map(d);
            ours[i] = (System.nanoTime() - t) / 1e6;
            long f = System.nanoTime();
            fx(() -> {
                PixelFloor bare = new PixelFloor(SIDE);
                bare.paint(d.lon(), d.lat(), 112.59, -7.35, SIDE / 0.26);
                return new Scene(new StackPane(bare.node), SIDE, SIDE).snapshot(null);
            });
            floor[i] = (System.nanoTime() - f) / 1e6;
        }
        long g = System.nanoTime();
        gluon(d, 0);
        double gluon = (System.nanoTime() - g) / 1e6;
        print("first paint with 100k cases", ours,
                beside("floor", floor) + String.format(Locale.ROOT, "; Gluon Maps %.0f ms", gluon));
        assertThat(p(0.5, ours)).as("ms").isLessThan(3_000);
    }
}
