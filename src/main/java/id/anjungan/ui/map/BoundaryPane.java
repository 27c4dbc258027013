package id.anjungan.ui.map;

import id.anjungan.geo.Area;
import id.anjungan.geo.BoundaryProblem;
import id.anjungan.geo.BoundaryTrial;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Paragraph;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Choosing boundary files, what was found in them, and the agreement to use them.
final class BoundaryPane extends VBox {
    /// A file that is wrong altogether is wrong everywhere: this many lines tell it.
    private static final int MOST_LINES = 200;

    private final BoundaryLoading vm;
    private final Words w;
    private final ActionButton choose;
    private final ActionButton remove;
    private final ActionButton cancel;
    private final ActionButton confirm;
    private final ProgressBar bar = new ProgressBar(0);
    private final Label told = new Label();
    private final VBox lines = new VBox(6);
    private final ScrollPane found = new ScrollPane(lines);
    private Function<Window, List<Path>> chooser = this::ask;

    BoundaryPane(BoundaryLoading vm, Words w) {
        super(8);
        this.vm = vm;
        this.w = w;
        choose = action("map.bounds.import", this::choose);
        choose.setId("bounds-import");
        remove = action("map.bounds.remove", vm::remove);
        confirm = action("map.bounds.use", vm::confirm);
        confirm.setId("bounds-use");
        cancel = action("map.bounds.cancel", vm::cancel);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText(w.get("map.bounds.step.READING"));
        told.setId("bounds-told");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        found.setId("bounds-found");
        found.setFitToWidth(true);
        found.setPrefViewportHeight(190);
        found.setAccessibleText(w.get("map.bounds.found"));
        HBox.setHgrow(confirm, Priority.ALWAYS);
        getChildren().setAll(choose, told, bar, found, new HBox(8, confirm, cancel), remove);
    }

    void setChooser(Function<Window, List<Path>> how) {
        chooser = how;
    }

    private ActionButton action(String key, Runnable what) {
        ActionButton b = new ActionButton(w.get(key), "");
        b.setOnAction(e -> what.run());
        return b;
    }

    private List<Path> ask(Window over) {
        FileChooser c = new FileChooser();
        c.setTitle(w.get("map.bounds.import"));
        c.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("GeoJSON, TopoJSON", "*.geojson", "*.json", "*.topojson"),
                        new FileChooser.ExtensionFilter("*", "*"));
        List<File> files = c.showOpenMultipleDialog(over);
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    private void choose() {
        vm.read(chooser.apply(getScene().getWindow()));
    }

    void attached(Scope on) {
        on.show(vm.progressProperty(), p -> bar.setProgress(p.doubleValue()));
        on.show(vm.stepProperty(), s -> step());
        on.onInvalid(vm.trialProperty(), this::step);
    }

    private void step() {
        BoundaryLoading.Step s = vm.stepProperty().get();
        BoundaryTrial t = vm.trialProperty().get();
        boolean review = s == BoundaryLoading.Step.REVIEW && t != null;
        boolean busy = s == BoundaryLoading.Step.READING || s == BoundaryLoading.Step.KEEPING;
        shown(choose, !busy && !review);
        shown(bar, s == BoundaryLoading.Step.READING);
        shown(cancel, review || s == BoundaryLoading.Step.READING);
        shown(confirm, review && t.usable());
        shown(remove, !busy && !review && vm.imported());
        told.setText(review ? summary(t) : s == BoundaryLoading.Step.IDLE ? "" : w.get("map.bounds.step." + s.name()));
        shown(told, !told.getText().isEmpty());
        lines.getChildren().setAll(review ? lines(t) : List.of());
        shown(found, !lines.getChildren().isEmpty());
    }

    private String summary(BoundaryTrial t) {
        String counts = w.get(
                "map.bounds.matched", number(t.matched(Area.Level.DISTRICT)), number(t.known(Area.Level.DISTRICT)),
                number(t.matched(Area.Level.VILLAGE)), number(t.known(Area.Level.VILLAGE)));
        String end = t.usable() ? t.problems().isEmpty() ? "map.bounds.clean" : "map.bounds.look" : "map.bounds.unusable";
        return counts + "\n" + w.get(end);
    }

    private String number(long n) {
        return w.formats().number(n);
    }

    /// How many of each kind, then each with its place.
    private List<Node> lines(BoundaryTrial t) {
        List<BoundaryProblem> all = t.problems();
        Map<BoundaryProblem.Kind, Long> many = all.stream()
                .collect(Collectors.groupingBy(BoundaryProblem::kind, java.util.TreeMap::new, Collectors.counting()));
        List<Node> out = new java.util.ArrayList<>();
        many.forEach((kind, n) -> {
            Label l = Paragraph.of(number(n) + " × " + w.get("map.bounds.problem." + kind.name()));
            l.getStyleClass().add(kind.rejects() ? "as-high" : "figure");
            out.add(l);
            all.stream().filter(p -> p.kind() == kind).limit(MOST_LINES).forEach(p -> {
                Label at = Paragraph.of(p.where() + ": " + p.detail());
                at.getStyleClass().add("muted");
                out.add(at);
            });
        });
        return out;
    }

    private static void shown(Node n, boolean on) {
        n.setVisible(on);
        n.setManaged(on);
    }
}
