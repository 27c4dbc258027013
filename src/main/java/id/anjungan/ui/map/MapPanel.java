package id.anjungan.ui.map;

import id.anjungan.domain.Priority;
import id.anjungan.geo.Mercator;
import id.anjungan.geo.Viewport;
import id.anjungan.profile.Nearest;
import id.anjungan.state.Desk;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.Chips;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Panel;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.control.map.MapMark;
import id.anjungan.ui.control.map.MapMode;
import id.anjungan.ui.control.map.MapPin;
import id.anjungan.ui.control.map.MapView;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Pulse;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.ArrayList;
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
    /// Tiles that were not to be had are asked for again this often.
    private static final int RETRY_SECONDS = 60;

    private final MapViewModel vm;
    private final Desk desk;
    private final Words w;
    private final MapView map = new MapView();
    private final Panel panel;
    private final Chips<MapMode> modes;
    private final Label boundaries = new Label();
    private final Button unplaced = new Button();
    private final Label credit = new Label();
    private final Label measured = new Label();
    private final HBox ramp = new HBox(8);
    private final TimeBar time;
    private final Drawer drawer;
    private final CaseList list;
    private final NearestPane nearest;
    private final PlacingPane placing;
    private final LayersPane layers;
    private final VBox legend = new VBox(6);

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
        map.setAccessibleText(w.get("map.title"));
        map.setAreas(w.city().areas());
        map.setAnimated(!FxThread.reducedMotion());
        map.setOnPointSelected(vm::select);
        map.setOnClusterOpened(vm::open);
        map.setOnAreaClicked(vm::clickArea);
        map.drawing().setOnDrawn(vm::filterBy);
        map.drawing().setOnGrabbed(id -> place());
        map.drawing().setOnPinned(at -> placingReason());
        time = new TimeBar(vm.time, w);
        drawer = new Drawer(w.get("shell.close"), this::closePane);
        list = new CaseList(vm, w, desk::now);
        nearest = new NearestPane(vm.around, w);
        placing = new PlacingPane(vm.placing, w, this::sendPlace, this::closePane);
        layers = new LayersPane(vm.base, vm.boundaries, w, map);
        StackPane.setAlignment(drawer, Pos.TOP_LEFT);
        StackPane.setMargin(drawer, new Insets(12, 12, 56, 60));
        StackPane body = new StackPane(map, notes(), tools(), over(time, Pos.BOTTOM_LEFT), legend(), drawer);
        body.getStyleClass().add("map-body");
        panel = new Panel(w.get("map.title"), body, new KeyHint(w.key(Act.MAP_MODE)), modes);
        ((StackPane) root()).getChildren().setAll(panel);
    }

    private Node notes() {
        boundaries.setText(w.get(w.city().areas().computed() ? "map.boundaries.computed" : "map.boundaries.true"));
        unplaced.getStyleClass().setAll("map-unplaced", "figure");
        unplaced.setOnAction(e -> vm.openUnplaced());
        credit.getStyleClass().add("muted");
        VBox box = new VBox(2, boundaries, unplaced, credit);
        box.getStyleClass().add("map-note");
        return over(box, Pos.TOP_RIGHT);
    }

    private Node legend() {
        legend.getStyleClass().add("map-legend");
        HBox box = new HBox(16);
        box.setAlignment(Pos.CENTER_LEFT);
        measured.getStyleClass().add("figure");
        ramp.setAlignment(Pos.CENTER_LEFT);
        Region shade = new Region();
        shade.getStyleClass().add("map-ramp");
        ramp.getChildren().setAll(measured, shade);
        for (Priority p : Priority.values()) {
            HBox one = new HBox(8, new PriorityMark(p, 13), new Label(w.text().of(p)));
            one.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(one);
        }
        legend.getChildren().setAll(ramp, box);
        return over(legend, Pos.BOTTOM_RIGHT);
    }

    private Node tools() {
        VBox box = new VBox(
                tool("mdal-add", "map.zoomIn", Act.ZOOM_IN, () -> map.zoomBy(1)),
                tool("mdomz-remove", "map.zoomOut", Act.ZOOM_OUT, () -> map.zoomBy(-1)),
                tool("mdmz-zoom_out_map", "map.whole", Act.WHOLE, map::fit),
                tool("mdoal-gesture", "map.lasso", Act.MAP_SHAPE, () -> map.setLasso(true)),
                tool("mdoal-edit_location", "map.place", Act.LOCATE, this::place),
                tool("mdomz-near_me", "map.nearest", Act.NEAREST, this::nearest),
                tool("mdoal-layers", "map.layers", Act.MAP_LAYERS, this::layers));
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
        on.follow(desk.queue().page()::subscribe, vm::showPage);
        on.follow(desk.caseFile()::subscribe, file -> around());
        showPoints(on);
        showShades(on);
        showBase(on);
        on.show(vm.listed, list::show);
        on.show(vm.pane, this::pane);
        showPin(on);
        on.onInvalid(vm.around.what, this::around);
        time.attached(on);
        layers.attached(on);
    }

    private void showPoints(Scope on) {
        on.show(vm.points, map::setPoints);
        on.show(vm.shape, map.drawing()::setShape);
        on.show(vm.selected, id -> {
            map.setSelected(id);
            map.drawing().setMovable(id);
            list.select(id);
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

    private void showShades(Scope on) {
        on.show(vm.perDistrict, map::setChoropleth);
        on.show(vm.mode, m -> {
            map.setMode(m);
            modes.choose(m);
        });
        on.show(modes.chosenProperty(), vm.mode::set);
        on.show(map.viewProperty(), v -> vm.near.set(map.showsVillages()));
        on.onInvalid(vm.perDistrict, this::measure);
        on.onInvalid(vm.mode, this::measure);
        measure();
    }

    private void showBase(Scope on) {
        on.show(vm.base.areas, map::setAreasShown);
        on.show(vm.base.source, s -> {
            map.setTiles(s);
            credit();
        });
        on.everySecond(desk::now, t -> {
            credit();
            if (t.getEpochSecond() % RETRY_SECONDS == 0) {
                map.retryTiles();
            }
        });
    }

    private void showPin(Scope on) {
        on.show(vm.placing.pin, pin -> {
            if (!java.util.Objects.equals(pin, map.drawing().pin())) {
                map.drawing().setPin(pin, vm.placing.from().orElse(null));
            }
            placing.show();
        });
        on.show(map.drawing().pinProperty(), pin -> {
            if (vm.placing.on() && pin != null) {
                vm.placing.pin.set(pin);
            }
        });
        on.onInvalid(vm.placing.reason, placing::show);
    }

    public void zoom(double by) {
        map.zoomBy(by);
    }

    /// The whole city.
    public void whole() {
        map.fit();
    }

    /// What is in the picture becomes the filter, or is no longer.
    public void shape() {
        vm.filterBy(vm.shape.get() == null ? map.outlineOfView() : null);
    }

    public void window() {
        vm.time.next();
    }

    public void replay() {
        vm.time.play();
    }

    public void measureNext() {
        vm.nextMeasure();
    }

    public void layers() {
        vm.toggle(MapPane.LAYERS);
    }

    public void nearest() {
        vm.toggle(MapPane.NEAREST);
    }

    /// Puts the open case somewhere; a second time asks for the reason.
    public void place() {
        if (vm.placing.on()) {
            placingReason();
            return;
        }
        Viewport v = map.getView();
        if (vm.placing.begin(new MapPin(Mercator.lat(v.centreY()), Mercator.lon(v.centreX())))) {
            MapPin at = vm.placing.pin.get();
            if (at != null && !map.outlineOfView().holds(at.lat(), at.lon())) {
                map.centreOn(at.lat(), at.lon());
            }
            vm.pane.set(MapPane.PLACING);
            map.requestFocus();
        }
    }

    private void placingReason() {
        vm.pane.set(MapPane.PLACING);
        placing.focusReason();
    }

    private void sendPlace() {
        if (vm.placing.send().isPresent()) {
            closePane();
        } else {
            placing.focusReason();
        }
    }

    /// Escape; false when nothing was open.
    public boolean back() {
        boolean any = map.back() || vm.back();
        if (any) {
            map.requestFocus();
        }
        return any;
    }

    private void closePane() {
        vm.placing.end();
        vm.pane.set(MapPane.NONE);
        map.requestFocus();
    }

    private void pane(MapPane now) {
        vm.around.shown.set(now == MapPane.NEAREST);
        if (now != MapPane.PLACING) {
            vm.placing.end();
        }
        switch (now) {
            case NONE -> drawer.close();
            case LIST -> {
                drawer.open(w.text().count("map.list.title", vm.listedOf.get()), list);
                FxThread.later(list::focusList);
            }
            case NEAREST -> {
                drawer.open(w.get("map.nearest"), nearest);
                FxThread.later(nearest::focusFirst);
            }
            case PLACING -> drawer.open(w.get("map.place"), placing);
            case LAYERS -> {
                drawer.open(w.get("map.layers"), layers);
                FxThread.later(layers::focusFirst);
            }
        }
        around();
    }

    private void around() {
        List<Nearest.Found> found = vm.around.found(w.text().lang().locale());
        nearest.show(found, vm.around.placed());
        List<MapMark> marks = new ArrayList<>();
        for (Nearest.Found f : found) {
            marks.add(new MapMark(f.lat(), f.lon(), Integer.toString(marks.size() + 1)));
        }
        map.drawing().setMarks(marks);
    }

    /// Who made the tiles, and that they are older than their maker wants when nobody could be asked.
    private void credit() {
        String by = vm.base.attribution();
        String old = map.tilesAreOld() ? w.get("map.tiles.old") : "";
        credit.setText(by.isEmpty() || old.isEmpty() ? by + old : by + " · " + old);
        credit.setVisible(!credit.getText().isEmpty());
        credit.setManaged(credit.isVisible());
    }

    /// What the shades of the districts mean.
    private void measure() {
        Measure m = vm.measure.get();
        boolean on = vm.mode.get() == MapMode.DISTRICTS;
        double most = vm.perDistrict.get().values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        map.setValueText(v -> m.fine() ? w.formats().decimal(v, 1) : w.formats().number(Math.round(v)));
        measured.setText(w.get(m.key()) + (vm.byVillage() ? " · " + w.get("map.measure.villages") : "") + " 0–" + (m.fine() ? w.formats().decimal(most, 1) : w.formats().number(Math.round(most))));
        ramp.setVisible(on);
        ramp.setManaged(on);
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
