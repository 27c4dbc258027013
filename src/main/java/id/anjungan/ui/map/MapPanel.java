package id.anjungan.ui.map;

import id.anjungan.domain.Priority;
import id.anjungan.state.Desk;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.Chips;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Panel;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.control.map.MapMode;
import id.anjungan.ui.control.map.MapView;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Pulse;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pane with the map, its modes, its legend, and what it cannot show.
public final class MapPanel extends View {
    private final MapViewModel vm;
    private final Desk desk;
    private final Words w;
    private final MapView map = new MapView();
    private final Panel panel;
    private final Chips<MapMode> modes;
    private final Label boundaries = new Label();
    private final Label unplaced = new Label();

    public MapPanel(MapViewModel vm, Desk desk, Words w) {
        super(new StackPane());
        this.vm = vm;
        this.desk = desk;
        this.w = w;
        modes = new Chips<>(vm.mode.get())
                .add(MapMode.POINTS, w.get("map.mode.points"))
                .add(MapMode.DENSITY, w.get("map.mode.density"))
                .add(MapMode.DISTRICTS, w.get("map.mode.districts"));
        map.setId("map");
        map.setAreas(w.city().areas());
        map.setAnimated(!FxThread.reducedMotion());
        map.setOnPointSelected(vm::select);
        map.setOnClusterOpened(vm::openCluster);
        map.setOnAreaClicked(vm::clickArea);
        StackPane body = new StackPane(map, notes(), tools(), legend());
        body.getStyleClass().add("map-body");
        panel = new Panel(w.get("map.title"), body, new KeyHint(w.key(Act.MAP_MODE)), modes);
        ((StackPane) root()).getChildren().setAll(panel);
    }

    private Node notes() {
        boundaries.setText(w.get(w.city().areas().computed() ? "map.boundaries.computed" : "map.boundaries.true"));
        unplaced.getStyleClass().addAll("muted", "figure");
        VBox box = new VBox(2, boundaries, unplaced);
        box.getStyleClass().add("map-note");
        return over(box, Pos.TOP_RIGHT);
    }

    private Node legend() {
        HBox box = new HBox(12);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("map-legend");
        for (Priority p : Priority.values()) {
            HBox one = new HBox(8, new PriorityMark(p, 13), new Label(w.text().of(p)));
            one.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(one);
        }
        return over(box, Pos.BOTTOM_RIGHT);
    }

    private Node tools() {
        VBox box = new VBox(
                tool("mdal-add", "map.zoomIn", Act.ZOOM_IN, () -> map.zoomBy(1)),
                tool("mdomz-remove", "map.zoomOut", Act.ZOOM_OUT, () -> map.zoomBy(-1)),
                tool("mdmz-zoom_out_map", "map.whole", Act.WHOLE, map::fit));
        box.getStyleClass().add("map-tools");
        return over(box, Pos.TOP_LEFT);
    }

    private Button tool(String icon, String key, Act act, Runnable action) {
        Button b = new Button("", new FontIcon(icon));
        b.getStyleClass().setAll("icon-button");
        b.setAccessibleText(w.get(key) + ", " + w.key(act));
        b.setTooltip(new Tooltip(w.get(key) + " · " + w.key(act)));
        b.setFocusTraversable(false);
        b.setOnAction(e -> action.run());
        return b;
    }

    private static Node over(Region box, Pos at) {
        box.getStyleClass().add("overlay");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        StackPane.setAlignment(box, at);
        StackPane.setMargin(box, new Insets(12));
        return box;
    }

    @Override
    protected void attached(Scope on) {
        on.follow(desk.map()::subscribe, vm::show);
        on.follow(desk.districts()::subscribe, vm::show);
        on.follow(desk.selection()::subscribe, (Optional<UUID> id) -> vm.showSelection(id));
        on.show(vm.points, map::setPoints);
        on.show(vm.perDistrict, map::setChoropleth);
        on.show(vm.mode, map::setMode);
        on.show(modes.chosenProperty(), vm.mode::set);
        on.show(vm.selected, id -> {
            map.setSelected(id);
            // Before it has a size there is nothing to move: it will show the whole city.
            if (id != null && map.getWidth() > 0) {
                map.reveal(id);
            }
        });
        Pulse counts = on.pulse(this::counts);
        on.onInvalid(map.pointsInViewProperty(), counts::request);
        on.onInvalid(vm.placed, counts::request);
        on.onInvalid(vm.unplaced, counts::request);
        counts();
    }

    public void zoom(double by) {
        map.zoomBy(by);
    }

    /// The whole city.
    public void whole() {
        map.fit();
    }

    /// The next of what the map can show.
    public void nextMode() {
        List<MapMode> all = List.of(MapMode.values());
        modes.choose(all.get((all.indexOf(modes.chosen()) + 1) % all.size()));
    }

    private void counts() {
        int all = vm.placed.get() + vm.unplaced.get();
        panel.setCount(w.get("map.inView", w.formats().number(all), w.formats().number(map.pointsInViewProperty().get())));
        unplaced.setText(w.text().count("map.noPosition", vm.unplaced.get()));
        unplaced.setVisible(vm.unplaced.get() > 0);
        unplaced.setManaged(vm.unplaced.get() > 0);
    }
}
