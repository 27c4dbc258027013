package id.anjungan.ui.control.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Ids;
import id.anjungan.domain.Outline;
import id.anjungan.domain.Priority;
import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.geo.Mercator;
import id.anjungan.geo.tile.MbTiles;
import id.anjungan.geo.tile.TileKey;
import id.anjungan.kit.MadeMbTiles;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What hands and keys do on a map: gliding, fingers, drawn shapes, pins, points on one spot, incidents; and tiles.
class MapHandsTest {
    private static final Areas TOWN = Areas.of(List.of(
            new Area("1", "Barat", Area.Level.DISTRICT, null, -7.27, 112.60),
            new Area("2", "Timur", Area.Level.DISTRICT, null, -7.27, 112.80),
            new Area("3", "Utara", Area.Level.DISTRICT, null, -7.17, 112.70)));
    private static final UUID A = Ids.of("a");
    private static final UUID B = Ids.of("b");

    private final List<Object> told = new ArrayList<>();

    private MapView map(MapPoints points) {
        MapView m = new MapView();
        m.setAreas(TOWN);
        m.setPoints(points);
        m.setOnPointSelected(told::add);
        m.setOnClusterOpened(told::add);
        m.drawing().setOnDrawn(told::add);
        m.drawing().setOnPinned(told::add);
        Scene scene = new Scene(m, 600, 500);
        ThemeSheets.apply(scene, Theme.DARK);
        scene.snapshot(null);
        return m;
    }

    private static MapPoints points(UUID... ids) {
        var b = new MapPoints.Builder(ids.length);
        for (UUID id : ids) {
            b.add(id, -7.27, 112.80, Priority.MEDIUM, true);
        }
        return b.build();
    }

    private static double x(MapView m, double lon) {
        return m.getView().screenX(Mercator.x(lon));
    }

    private static double y(MapView m, double lat) {
        return m.getView().screenY(Mercator.y(lat));
    }

    private static void mouse(MapView m, javafx.event.EventType<MouseEvent> type, double x, double y, boolean shift) {
        m.fireEvent(new MouseEvent(
                type, x, y, x, y, MouseButton.PRIMARY, 1, shift, false, false, false, true, false, false, false,
                false, false, null));
    }

    private static void drag(MapView m, boolean shift, double... path) {
        mouse(m, MouseEvent.MOUSE_PRESSED, path[0], path[1], shift);
        for (int i = 2; i < path.length; i += 2) {
            mouse(m, MouseEvent.MOUSE_DRAGGED, path[i], path[i + 1], shift);
        }
        mouse(m, MouseEvent.MOUSE_RELEASED, path[path.length - 2], path[path.length - 1], shift);
    }

    private static void click(MapView m, double x, double y) {
        drag(m, false, x, y);
    }

    private static void press(MapView m, KeyCode code) {
        m.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void aMapThatIsLetGoWhileMovingGlidesOnAndComesToRest() {
        double[] at = new double[2];
        MapView m = Fx.on(() -> {
            MapView map = map(points(A));
            drag(map, false, 200, 200, 230, 200, 270, 200, 310, 200);
            at[0] = x(map, 112.80);
            return map;
        });
        await().until(() -> Fx.on(() -> x(m, 112.80)) > at[0] + 20);
        await().until(() -> {
            double before = Fx.on(() -> x(m, 112.80));
            Fx.on(() -> null);
            at[1]++;
            return at[1] > 20 && Math.abs(Fx.on(() -> x(m, 112.80)) - before) < 0.01;
        });
        Fx.on(() -> {
            MapView still = map(points(A));
            still.setAnimated(false);
            drag(still, false, 200, 200, 230, 200, 270, 200);
            at[0] = x(still, 112.80);
            return null;
        });
    }

    @Test
    void fingersPanAndZoomToWhereTheyAre() {
        Fx.on(() -> {
            MapView m = map(points(A));
            double px = x(m, 112.80);
            double py = y(m, -7.27);
            double zoom = m.getView().zoom();
            m.fireEvent(new ZoomEvent(
                    ZoomEvent.ZOOM, px, py, px, py, false, false, false, false, true, false, 2, 2, null));
            assertThat(m.getView().zoom()).isCloseTo(zoom + 1, within(0.001));
            assertThat(x(m, 112.80)).isCloseTo(px, within(0.01));
            m.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL, px, py, px, py, false, false, false, false, true, false, 12, -7, 12, -7,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 1, null));
            assertThat(m.getView().zoom()).isCloseTo(zoom + 1, within(0.001));
            assertThat(x(m, 112.80)).isCloseTo(px + 12, within(0.01));
            return null;
        });
    }

    @Test
    void shiftDrawsABoxAndTheLassoAFreeShape() {
        Fx.on(() -> {
            MapView m = map(points(A));
            double ax = x(m, 112.80);
            double ay = y(m, -7.27);
            drag(m, true, ax - 50, ay - 50, ax, ay, ax + 50, ay + 50);
            m.setLasso(true);
            drag(m, false, ax - 40, ay - 40, ax + 40, ay - 40, ax + 40, ay + 40, ax, ay + 10, ax - 40, ay + 40);
            m.setLasso(true);
            drag(m, false, ax, ay, ax + 5, ay, ax + 5, ay + 5);
            m.setLasso(true);
            assertThat(m.back()).as("Escape lets the lasso go").isTrue();
            assertThat(m.back()).isFalse();
            return null;
        });
        assertThat(told).as("what encloses nothing is nothing").hasSize(2).allSatisfy(o -> {
            assertThat(((Outline) o).holds(-7.27, 112.80)).isTrue();
            assertThat(((Outline) o).holds(-7.27, 112.60)).isFalse();
        });
    }

    @Test
    void pointsOnOneSpotGetLegsAndEachCanBeTaken() {
        Fx.on(() -> {
            MapView m = map(points(A, B, Ids.of("c"), Ids.of("d")));
            double cx = x(m, 112.80);
            double cy = y(m, -7.27);
            click(m, cx, cy);
            m.getScene().snapshot(null);
            click(m, cx, cy - 34);
            click(m, cx + 34, cy);
            return null;
        });
        assertThat(told).containsExactly(List.of(A, B, Ids.of("c"), Ids.of("d")), A, B);
    }

    @Test
    void anIncidentIsOneSignThatOpensItsCases() {
        Fx.on(() -> {
            var b = new MapPoints.Builder(1);
            b.addIncident(List.of(A, B, Ids.of("c")), -7.27, 112.80, Priority.HIGH, false);
            MapPoints p = b.build();
            assertThat(p.find(B)).isZero();
            MapView m = map(p);
            assertThat(m.markers().incident(0)).isTrue();
            assertThat(m.markers().count(0)).isEqualTo(3);
            click(m, x(m, 112.80), y(m, -7.27));
            return null;
        });
        assertThat(told).containsExactly(List.of(A, B, Ids.of("c")));
    }

    @Test
    void enterOpensWhatLiesInTheMiddle() {
        Fx.on(() -> {
            MapView m = map(points(A));
            press(m, KeyCode.ENTER);
            return null;
        });
        assertThat(told).containsExactly(A);
    }

    @Test
    void aPinIsMovedByHandAndByKeysAndAccepted() {
        Fx.on(() -> {
            MapView m = map(points(A));
            m.drawing().setMovable(A);
            m.drawing().setOnGrabbed(id -> m.drawing().setPin(new MapPin(-7.27, 112.80), new MapPin(-7.27, 112.80)));
            double px = x(m, 112.80);
            double py = y(m, -7.27);
            drag(m, false, px, py, px - 30, py, px - 60, py - 20);
            assertThat(x(m, pin(m).lon())).isCloseTo(px - 60, within(0.01));
            press(m, KeyCode.RIGHT);
            assertThat(x(m, pin(m).lon())).isCloseTo(px - 54, within(0.01));
            click(m, 100, 120);
            assertThat(x(m, pin(m).lon())).isCloseTo(100, within(0.01));
            for (int i = 0; i < 30; i++) {
                press(m, KeyCode.LEFT);
            }
            assertThat(x(m, pin(m).lon())).as("the map follows").isBetween(0.0, 600.0);
            told.clear();
            press(m, KeyCode.ENTER);
            assertThat(told).containsExactly(pin(m));
            return null;
        });
    }

    private static MapPin pin(MapView m) {
        MapPin p = m.drawing().pin();
        assertThat(p).isNotNull();
        return java.util.Objects.requireNonNull(p);
    }

    @Test
    void tilesLieUnderTheAreasAndAreBoundInNumber(@TempDir Path dir) throws Exception {
        Path file = MadeMbTiles.write(
                dir.resolve("t.mbtiles"), "png", new TileKey.Box(-7.35, 112.5, -7.1, 112.9), 9, 13);
        try (MbTiles tiles = MbTiles.open(file)) {
            MapView m = Fx.on(() -> {
                MapView map = map(points(A));
                map.setTiles(tiles);
                return map;
            });
            await().until(() -> Fx.on(() -> {
                m.getScene().snapshot(null);
                return m.tilePictures();
            }) >= 4);
            int[] with = Fx.on(() -> Fx.argb(m.getScene().snapshot(null)));
            int[] without = Fx.on(() -> {
                m.setTiles(null);
                return Fx.argb(m.getScene().snapshot(null));
            });
            assertThat(with).isNotEqualTo(without);
            Fx.on(() -> {
                m.setTiles(tiles);
                return null;
            });
            for (int i = 0; i < 120; i++) {
                int n = i;
                int kept = Fx.on(() -> {
                    m.move(m.getView().zoomAt(n * 5 % 600, n * 7 % 500, n % 8 < 4 ? 1 : -1));
                    m.getScene().snapshot(null);
                    return m.tilePictures();
                });
                assertThat(kept).isLessThanOrEqualTo(200);
            }
        }
    }
}
