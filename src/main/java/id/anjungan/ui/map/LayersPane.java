package id.anjungan.ui.map;

import id.anjungan.geo.tile.AreaSaver;
import id.anjungan.geo.tile.TileProblem;
import id.anjungan.profile.CityProfile;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.control.map.MapView;
import id.anjungan.ui.fx.Scope;
import java.io.File;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// What lies under the points, and saving a part of the map for when there is no network.
final class LayersPane extends VBox {
    private static final String PLACES = "{z}/{x}/{y}";
    private static final double MEGA = 1_000_000;

    private final BaseLayers base;
    private final Words w;
    private final MapView map;
    private final CheckBox areas;
    private final CheckBox tiles;
    private final CheckBox offline;
    private final TextField from = new TextField();
    private final TextField by = new TextField();
    private final Label problem = new Label();
    private final ActionButton save;
    private final ActionButton stop;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label progress = new Label();
    private final Label kept = new Label();

    private final BoundaryPane bounds;
    private final VBox offered = new VBox(8);

    LayersPane(BaseLayers base, BoundaryLoading boundaries, Words w, MapView map) {
        super(8);
        bounds = new BoundaryPane(boundaries, w);
        offered.setId("tiles-offered");
        this.base = base;
        this.w = w;
        this.map = map;
        areas = new CheckBox(w.get("map.layers.areas"));
        areas.selectedProperty().bindBidirectional(base.areas);
        tiles = new CheckBox(w.get("map.layers.tiles"));
        tiles.selectedProperty().bindBidirectional(base.tiles);
        offline = new CheckBox(w.get("map.layers.offline"));
        offline.setSelected(base.offline.get());
        from.setText(base.from.get());
        from.setPromptText(w.get("map.layers.from", PLACES));
        from.setAccessibleText(w.get("map.layers.from", PLACES));
        by.setText(base.by.get());
        by.setPromptText(w.get("map.layers.by"));
        by.setAccessibleText(w.get("map.layers.by"));
        from.setOnAction(e -> use());
        by.setOnAction(e -> use());
        problem.getStyleClass().add("as-high");
        save = action("map.layers.save", this::save);
        stop = action("map.layers.stop", base::stopSaving);
        bar.setMaxWidth(Double.MAX_VALUE);
        for (Label l : new Label[] {problem, progress, kept}) {
            l.setWrapText(true);
            l.setMinHeight(Region.USE_PREF_SIZE);
        }
        offer();
        progress.getStyleClass().addAll("muted", "figure");
        kept.getStyleClass().addAll("muted", "figure");
        getChildren().setAll(
                areas, bounds, tiles, offered, fileRow(), by, offline, action("map.layers.use", this::use), problem, saving(), bar, progress, kept);
    }

    /// What the profile of the city names; pressing one chooses it.
    private void offer() {
        offered.getChildren().clear();
        for (CityProfile.TileMap t : base.offered()) {
            ActionButton b = new ActionButton(w.get("map.layers.offered", t.name().in(w.text().lang().locale())), "");
            b.setOnAction(e -> {
                from.setText(t.address());
                by.setText(t.attribution());
                base.offline.set(offline.isSelected());
                base.use(t);
            });
            offered.getChildren().add(b);
        }
        shown(offered, !offered.getChildren().isEmpty());
    }

    private Node fileRow() {
        HBox.setHgrow(from, Priority.ALWAYS);
        ActionButton choose = action("map.layers.file", this::choose);
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setMaxWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(8, from, choose);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node saving() {
        HBox row = new HBox(8, save, stop);
        HBox.setHgrow(save, Priority.ALWAYS);
        return row;
    }

    private ActionButton action(String key, Runnable what) {
        ActionButton b = new ActionButton(w.get(key), "");
        b.setOnAction(e -> what.run());
        return b;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("MBTiles", "*.mbtiles"));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            from.setText(file.getPath());
            use();
        }
    }

    private void use() {
        base.use(from.getText(), by.getText(), offline.isSelected());
    }

    private void save() {
        boolean _ = base.save(map.outlineOfView(), map.getView().zoom());
    }

    void attached(Scope on) {
        bounds.attached(on);
        on.show(base.problem, this::problem);
        on.show(base.progressProperty(), this::progress);
        on.show(base.source, s -> count());
        on.onInvalid(map.viewProperty(), on.pulse(this::count)::request);
    }

    private void problem(TileProblem.@Nullable Code code) {
        problem.setText(code == null ? "" : w.get("map.tiles.problem." + code.name(), PLACES));
        shown(problem, code != null);
    }

    private void count() {
        long n = base.savingCount(map.outlineOfView(), map.getView().zoom());
        save.setDisable(n == 0 || n > AreaSaver.MOST_TILES);
        save.setText(n > AreaSaver.MOST_TILES
                ? w.get("map.layers.tooMany", w.formats().number(n))
                : w.get("map.layers.save", w.formats().number(n)));
        shown(save, n > 0);
        kept.setText(w.get(
                "map.layers.kept", w.formats().decimal(base.kept() / MEGA, 1), w.formats().decimal(base.keptAtMost() / MEGA, 0)));
        shown(kept, base.keptAtMost() > 0);
    }

    private void progress(AreaSaver.@Nullable Progress p) {
        boolean running = p != null && p.end() == AreaSaver.End.RUNNING;
        shown(stop, running);
        shown(bar, running);
        shown(progress, p != null);
        if (p != null) {
            bar.setProgress(p.total() == 0 ? 0 : (double) p.done() / p.total());
            progress.setText(w.get(
                    "map.layers.progress." + p.end().name(), w.formats().number(p.done()), w.formats().number(p.total())));
            count();
        }
    }

    private static void shown(Node n, boolean on) {
        n.setVisible(on);
        n.setManaged(on);
    }

    void focusFirst() {
        tiles.requestFocus();
    }
}
