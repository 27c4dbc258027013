package id.anjungan.ui.control.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import id.anjungan.domain.Ids;
import id.anjungan.domain.Priority;
import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.geo.Mercator;
import id.anjungan.geo.Viewport;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.Test;

class MapViewTest {
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
        m.setOnAreaClicked(told::add);
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

    private static void mouse(MapView m, javafx.event.EventType<MouseEvent> type, double x, double y) {
        m.fireEvent(new MouseEvent(
                type, x, y, x, y, MouseButton.PRIMARY, 1, false, false, false, false, true, false, false, false,
                false, false, null));
    }

    private static void click(MapView m, double x, double y) {
        mouse(m, MouseEvent.MOUSE_PRESSED, x, y);
        mouse(m, MouseEvent.MOUSE_RELEASED, x, y);
    }

    private static void redraw(MapView m) {
        m.getScene().snapshot(null);
    }

    @Test
    void theWholeCityIsShownAtTheStartAndAfterAResize() {
        MapView m = Fx.on(() -> map(MapPoints.EMPTY));
        assertThat(x(m, 112.60)).isBetween(20.0, 300.0);
        assertThat(x(m, 112.80)).isBetween(300.0, 580.0);
        Fx.on(() -> {
            m.resize(1200, 900);
            m.layout();
            return null;
        });
        assertThat(x(m, 112.80)).isBetween(600.0, 1180.0);
    }

    @Test
    void aClickOnAPointSelectsIt() {
        Fx.on(() -> {
            MapView m = map(points(A));
            click(m, x(m, 112.80) + 3, y(m, -7.27) - 3);
            return null;
        });
        assertThat(told).containsExactly(A);
    }

    @Test
    void aClickBesideThePointsTellsTheArea() {
        Fx.on(() -> {
            MapView m = map(points(A));
            click(m, x(m, 112.60), y(m, -7.27));
            click(m, 2, 2);
            return null;
        });
        assertThat(told).as("outside the city nothing is told").containsExactly("1");
    }

    @Test
    void aDragMovesTheMapAndIsNoClick() {
        Fx.on(() -> {
            MapView m = map(points(A));
            double before = x(m, 112.80);
            mouse(m, MouseEvent.MOUSE_PRESSED, 300, 300);
            mouse(m, MouseEvent.MOUSE_DRAGGED, 330, 280);
            mouse(m, MouseEvent.MOUSE_RELEASED, 330, 280);
            assertThat(x(m, 112.80) - before).isCloseTo(30, within(0.01));
            return null;
        });
        assertThat(told).isEmpty();
    }

    @Test
    void theWheelZoomsToThePointer() {
        Fx.on(() -> {
            MapView m = map(points(A));
            double px = x(m, 112.80);
            double py = y(m, -7.27);
            double zoom = m.getView().zoom();
            m.fireEvent(new ScrollEvent(
                    ScrollEvent.SCROLL, px, py, px, py, false, false, false, false, false, false, 0, 40, 0, 40,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
            assertThat(m.getView().zoom()).isGreaterThan(zoom);
            assertThat(x(m, 112.80)).isCloseTo(px, within(0.01));
            return null;
        });
    }

    @Test
    void keysMoveZoomAndShowTheWholeCityAgain() {
        Fx.on(() -> {
            MapView m = map(points(A));
            Viewport home = m.getView();
            press(m, KeyCode.PLUS);
            press(m, KeyCode.LEFT);
            assertThat(m.getView().zoom()).isGreaterThan(home.zoom());
            assertThat(m.getView().centreX()).isLessThan(home.centreX());
            press(m, KeyCode.DIGIT0);
            assertThat(m.getView()).isEqualTo(home);
            return null;
        });
    }

    private static void press(MapView m, KeyCode code) {
        m.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    @Test
    void aClusterIsZoomedIntoUntilItsPointsPart() {
        var b = new MapPoints.Builder(5);
        for (int i = 0; i < 5; i++) {
            b.add(Ids.of("p" + i), -7.27 + i * 0.0004, 112.80, Priority.LOW, false);
        }
        Fx.on(() -> {
            MapView m = map(b.build());
            double zoom = m.getView().zoom();
            for (int i = 0; i < 4; i++) {
                click(m, x(m, 112.80), y(m, -7.2692));
                redraw(m);
            }
            assertThat(m.getView().zoom()).isGreaterThan(zoom + 4);
            return null;
        });
        assertThat(told).as("ends on the point itself").contains(Ids.of("p2"));
    }

    @Test
    void pointsOnOneSpotAreListed() {
        Fx.on(() -> {
            MapView m = map(points(A, B, Ids.of("c"), Ids.of("d")));
            click(m, x(m, 112.80), y(m, -7.27));
            return null;
        });
        assertThat(told).containsExactly(List.of(A, B, Ids.of("c"), Ids.of("d")));
    }

    @Test
    void thePointerTellsWhatLiesUnderIt() {
        Fx.on(() -> {
            MapView m = map(points(A));
            assertThat(m.pointsInViewProperty().get()).isEqualTo(1);
            mouse(m, MouseEvent.MOUSE_MOVED, x(m, 112.80), y(m, -7.27));
            assertThat(m.hoveredPointProperty().get()).isEqualTo(A);
            mouse(m, MouseEvent.MOUSE_MOVED, x(m, 112.60), y(m, -7.27));
            assertThat(m.hoveredPointProperty().get()).isNull();
            assertThat(m.hoveredAreaProperty().get()).isEqualTo("1");
            return null;
        });
    }

    @Test
    void aSelectedPointIsMarkedAndCanBeBroughtIntoView() {
        Fx.on(() -> {
            MapView m = map(points(A));
            int[] before = Fx.argb(m.getScene().snapshot(null));
            m.setSelected(A);
            assertThat(Fx.argb(m.getScene().snapshot(null))).isNotEqualTo(before);
            m.move(m.getView().pan(5000, 0));
            redraw(m);
            assertThat(m.pointsInViewProperty().get()).isZero();
            m.reveal(A);
            redraw(m);
            assertThat(m.pointsInViewProperty().get()).isEqualTo(1);
            m.reveal(B);
            return null;
        });
    }

    @Test
    void coloursComeFromTheStyleSheet() {
        Fx.on(() -> {
            MapView m = map(MapPoints.EMPTY);
            m.setStyle("-aj-map-canvas: #123456;");
            WritableImage shot = m.getScene().snapshot(null);
            assertThat(shot.getPixelReader().getArgb(1, 1)).isEqualTo(0xFF123456);
            return null;
        });
    }

    @Test
    void valuesColourTheirAreas() {
        Fx.on(() -> {
            MapView m = map(MapPoints.EMPTY);
            int px = (int) x(m, 112.60) + 30;
            int py = (int) y(m, -7.27) + 30;
            int plain = m.getScene().snapshot(null).getPixelReader().getArgb(px, py);
            m.setChoropleth(Map.of("1", 10.0, "2", 1.0));
            int strong = m.getScene().snapshot(null).getPixelReader().getArgb(px, py);
            assertThat(strong).isNotEqualTo(plain);
            return null;
        });
    }
}
