package id.anjungan.ui.control.map;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Ids;
import id.anjungan.domain.Priority;
import id.anjungan.geo.Areas;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

/// Pictures of the maps without a stage, kept in `target/pictures` to be looked at.
class MapPicturesTest {
    private static Scene scene(javafx.scene.layout.Region content, double w, double h, Theme theme) {
        StackPane root = new StackPane(content);
        Scene s = new Scene(root, w, h);
        ThemeSheets.apply(s, theme);
        return s;
    }

    private static WritableImage map(Areas areas, MapPoints points, MapMode mode, Theme theme, double zoom) {
        return Fx.on(() -> {
            MapView m = new MapView();
            Scene s = scene(m, 820, 800, theme);
            m.setAreas(areas);
            m.setPoints(points);
            m.setChoropleth(City.counts(areas, points));
            m.setMode(mode);
            UUID emergency = emergency(points);
            m.setSelected(emergency);
            s.snapshot(null);
            if (zoom > 0) {
                m.zoomBy(zoom);
            }
            return s.snapshot(null);
        });
    }

    private static UUID emergency(MapPoints p) {
        for (int i = 0; i < p.size(); i++) {
            if (p.index().priority(i) == Priority.EMERGENCY) {
                return p.id(i);
            }
        }
        return Ids.of("none");
    }

    @ParameterizedTest
    @CsvSource({
        "surabaya, true, POINTS, DARK, 0, 781",
        "surabaya, true, POINTS, LIGHT, 0, 781",
        "surabaya, false, POINTS, DARK, 0, 781",
        "surabaya, true, POINTS, DARK, 2.2, 781",
        "surabaya, true, DENSITY, DARK, 0, 5000",
        "surabaya, true, DISTRICTS, DARK, 0, 5000",
        "surabaya, true, POINTS, DARK, 0, 5000",
        "paser, true, POINTS, DARK, 0, 300",
        "paser, false, DISTRICTS, LIGHT, 0, 300",
    })
    void aMapIsDrawn(String city, boolean bounded, MapMode mode, Theme theme, double zoom, int n) throws Exception {
        Areas areas = bounded ? City.bounded(city) : City.computed(city);
        WritableImage shot = map(areas, City.points(areas, n, 7), mode, theme, zoom);
        Fx.keep(shot, "map-" + city + "-" + (bounded ? "bounded" : "computed") + "-" + mode + "-" + theme + "-" + zoom + "-" + n);
        assertThat(colours(shot)).as("a picture, not a flat sheet").isGreaterThan(50);
    }

    @Test
    void anEmptyCityIsStillAMap() throws Exception {
        Areas areas = City.computed("surabaya");
        WritableImage shot = map(areas, MapPoints.EMPTY, MapMode.POINTS, Theme.DARK, 0);
        assertThat(colours(shot)).isGreaterThan(10);
    }

    private static long colours(WritableImage shot) {
        return java.util.Arrays.stream(Fx.argb(shot)).distinct().count();
    }
}
