package id.anjungan.ui.wallboard;

import id.anjungan.domain.Priority;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.MapData;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.control.map.MapMode;
import id.anjungan.ui.control.map.MapPoints;
import id.anjungan.ui.control.map.MapView;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The live map: open cases where they are, to a few hundred metres, over the districts; beside it how many of each
/// priority. Without positions the districts alone.
final class MapPage extends WallPage {
    private static final double GAP = 16;
    private static final double SIDE = 380;

    /// The map is drawn for a desk; so much larger, its names and the figures on it stand as high as they must.
    static final double MAGNIFIED = 1.9;

    private final MapView map = new MapView();
    private final Region under = styled(new Region(), "wall-pane");
    private final VBox side = styled(new VBox(18), "wall-pane", "wall-map-side");
    private final Map<Priority, Label> counts = new EnumMap<>(Priority.class);
    private final Label unplaced = styled(new Label(), "wall-where", "wall-secondary", "figure");
    private final boolean areas;
    private MapData shown = MapData.EMPTY;

    MapPage(Words w) {
        super("map");
        areas = !w.city().areas().districts().isEmpty();
        map.getStyleClass().add("wall-map");
        map.setAreas(w.city().areas());
        map.setAnimated(false);
        map.setMouseTransparent(true);
        map.setFocusTraversable(false);
        for (Priority p : Priority.values()) {
            Label n = styled(new Label(), "wall-map-count", "figure");
            counts.put(p, n);
            HBox line = new HBox(18, new PriorityMark(p, 40), new VBox(n, styled(new Label(w.text().of(p)), "wall-where", "wall-secondary")));
            line.setAlignment(Pos.CENTER_LEFT);
            side.getChildren().add(line);
        }
        unplaced.setWrapText(true);
        side.getChildren().add(unplaced);
        getChildren().setAll(under, side);
    }

    @Override
    boolean has(WallMoment m, Words w) {
        return areas;
    }

    @Override
    double leastWidth() {
        return 900;
    }

    @Override
    double leastHeight() {
        return 460;
    }

    @Override
    Region painted() {
        return map;
    }

    @Override
    double magnified() {
        return MAGNIFIED;
    }

    @Override
    Region place() {
        return under;
    }

    @Override
    void show(WallMoment m, Words w, Instant now) {
        MapData data = m.map();
        if (!data.equals(shown)) {
            shown = data;
            map.setMode(data.ids().isEmpty() ? MapMode.DISTRICTS : MapMode.POINTS);
            map.setPoints(points(data));
        }
        Map<String, Double> open = new HashMap<>();
        m.districts().forEach((DistrictFigure d) -> open.put(d.district(), (double) d.open()));
        map.setChoropleth(open);
        int[] by = new int[Priority.values().length];
        for (byte p : data.priority()) {
            by[p]++;
        }
        counts.forEach((p, label) -> label.setText(WallTexts.n(w, count(by, p))));
        unplaced.setText(data.unplaced() == 0 ? "" : w.text().count("map.noPosition", data.unplaced()));
    }

    @SuppressWarnings("EnumOrdinal") // the map's data holds ordinals
    private static int count(int[] by, Priority p) {
        return by[p.ordinal()];
    }

    private static MapPoints points(MapData data) {
        Priority[] priorities = Priority.values();
        MapPoints.Builder b = new MapPoints.Builder(data.ids().size());
        for (int i = 0; i < data.ids().size(); i++) {
            boolean unseen = (data.flags()[i] & MapData.UNACKNOWLEDGED) != 0;
            b.add(data.ids().get(i), data.lat()[i], data.lon()[i], priorities[data.priority()[i]], unseen);
        }
        return b.build();
    }

    @Override
    protected void layoutChildren() {
        side.resizeRelocate(getWidth() - SIDE, 0, SIDE, getHeight());
        under.resizeRelocate(0, 0, getWidth() - SIDE - GAP, getHeight());
    }
}
