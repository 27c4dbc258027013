package id.anjungan.ui.map;

import id.anjungan.domain.Priority;
import id.anjungan.state.Desk;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.MapData;
import id.anjungan.state.QueueFilter;
import id.anjungan.ui.control.map.MapMode;
import id.anjungan.ui.control.map.MapPoints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the map shows and what a click on it means. On the JavaFX thread; `points` may be called on any.
public final class MapViewModel {
    private final Desk desk;

    final ObjectProperty<MapPoints> points = new SimpleObjectProperty<>(MapPoints.EMPTY);
    final ObjectProperty<Map<String, Double>> perDistrict = new SimpleObjectProperty<>(Map.of());
    final ObjectProperty<MapMode> mode = new SimpleObjectProperty<>(MapMode.POINTS);
    final ObjectProperty<@Nullable UUID> selected = new SimpleObjectProperty<>();
    final IntegerProperty placed = new SimpleIntegerProperty();
    final IntegerProperty unplaced = new SimpleIntegerProperty();

    public MapViewModel(Desk desk) {
        this.desk = desk;
    }

    void show(MapData data) {
        points.set(points(data));
        placed.set(data.ids().size());
        unplaced.set(data.unplaced());
    }

    static MapPoints points(MapData data) {
        Priority[] priorities = Priority.values();
        MapPoints.Builder b = new MapPoints.Builder(data.ids().size());
        for (int i = 0; i < data.ids().size(); i++) {
            boolean unseen = (data.flags()[i] & MapData.UNACKNOWLEDGED) != 0;
            b.add(data.ids().get(i), data.lat()[i], data.lon()[i], priorities[data.priority()[i]], unseen);
        }
        return b.build();
    }

    void show(List<DistrictFigure> figures) {
        Map<String, Double> open = new HashMap<>();
        figures.forEach(f -> open.put(f.district(), (double) f.open()));
        perDistrict.set(open);
    }

    void showSelection(Optional<UUID> id) {
        selected.set(id.orElse(null));
    }

    void select(UUID id) {
        desk.select(id);
    }

    /// Cases on one spot: takes the next one each time, so that all can be reached.
    void openCluster(List<UUID> ids) {
        UUID now = selected.get();
        int at = now == null ? -1 : ids.indexOf(now);
        desk.select(ids.get((at + 1) % ids.size()));
    }

    /// In the mode of districts a click shows that district alone in the queue, and again all of them.
    void clickArea(String code) {
        if (mode.get() == MapMode.DISTRICTS) {
            QueueFilter f = desk.queue().page().get().filter();
            Set<String> next = f.districts().equals(Set.of(code)) ? Set.of() : Set.of(code);
            desk.queue().filter(f.withDistricts(next));
        }
    }
}
