package id.anjungan.ui.casefile;

import id.anjungan.domain.FileKind;
import id.anjungan.media.Dots;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Chips;
import id.anjungan.ui.control.EmptyState;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.io.File;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/// One file as large as the page, with what can be done with it: the next, hide it behind a click, save it, redact it.
public final class PictureView extends View {
    private static final int LARGE = 2_400;
    private static final double MOST_ENLARGED = 2.5;

    private final FilesModel vm;
    private final Words w;
    private final Label name = new Label();
    private final Label meta = new Label();
    private final Label place = new Label();
    private final Label problem = new Label();
    private final StackPane middle = new StackPane();
    private final RedactionPane redaction = new RedactionPane();
    private final HBox usual = new HBox(8);
    private final HBox redacting = new HBox(8);
    private final BooleanProperty drawing = new SimpleBooleanProperty();
    private final ActionButton graphic;
    private final ActionButton redact;
    private final ActionButton next;
    private @Nullable String shown;

    public PictureView(FilesModel vm, Words w) {
        super(new StackPane());
        this.vm = vm;
        this.w = w;
        graphic = button("files.graphic", "files-graphic", () -> on(vm::toggleGraphic));
        redact = button("files.redact", "files-redact", () -> drawing.set(true));
        next = button("files.next", "files-next", () -> vm.step(1));
        usual.getChildren().setAll(
                button("files.previous", "files-previous", () -> vm.step(-1)), next, graphic, redact,
                button("files.save", "files-save", () -> on(this::save)));
        Chips<Boolean> how = new Chips<>(false)
                .add(false, w.get("files.redact.black"))
                .add(true, w.get("files.redact.blur"));
        how.chosenProperty().subscribe(redaction.blur::set);
        ActionButton done = button("files.redact.done", "files-redact-done", this::redacted).primary();
        done.disableProperty().bind(redaction.count.isEqualTo(0));
        redacting.getChildren().setAll(
                how, button("files.redact.box", "files-redact-box", redaction::add),
                button("files.redact.cancel", "files-redact-cancel", () -> drawing.set(false)), done);
        build();
    }

    private void build() {
        name.getStyleClass().add("picture-name");
        meta.getStyleClass().addAll("muted", "secondary");
        place.getStyleClass().addAll("muted", "figure");
        problem.getStyleClass().add("files-problem");
        problem.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(12, name, place, meta, gap, button("files.close", "files-close", vm::close));
        head.setAlignment(Pos.CENTER_LEFT);
        StackPane feet = new StackPane(usual, redacting);
        usual.setAlignment(Pos.CENTER);
        redacting.setAlignment(Pos.CENTER);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinSize(0, 0);
        VBox all = new VBox(12, head, middle, problem, feet);
        all.getStyleClass().add("picture");
        root().getStyleClass().add("picture-page");
        root().setId("picture");
        ((StackPane) root()).getChildren().setAll(all);
    }

    private ActionButton button(String key, String id, Runnable action) {
        ActionButton b = new ActionButton(w.get(key), "");
        b.setId(id);
        b.setMinWidth(Region.USE_PREF_SIZE);
        b.setMaxWidth(Region.USE_PREF_SIZE);
        b.setOnAction(e -> action.run());
        return b;
    }

    private void on(java.util.function.Consumer<FileItem> action) {
        FileItem now = vm.opened.get();
        if (now != null) {
            action.accept(now);
        }
    }

    @Override
    protected void attached(Scope on) {
        on.show(vm.opened, this::show);
        on.show(vm.problem, text -> {
            problem.setText(text);
            problem.setVisible(!text.isEmpty());
            problem.setManaged(!text.isEmpty());
        });
        on.show(drawing, is -> {
            usual.setVisible(!is);
            redacting.setVisible(is);
            redaction.setVisible(is);
            redaction.clear();
            if (is) {
                redaction.requestFocus();
            }
        });
    }

    private void show(@Nullable FileItem item) {
        root().setVisible(item != null);
        root().setManaged(item != null);
        if (item == null) {
            shown = null;
            middle.getChildren().clear();
            return;
        }
        name.setText(item.name());
        meta.setText(item.meta() + " · " + size(item.file().bytes()));
        place.setText(vm.place());
        graphic.setText(w.get(item.file().graphic() ? "files.notGraphic" : "files.graphic"));
        graphic.setDisable(!vm.canMark(item));
        redact.setDisable(!vm.canRedact(item) || item.covered());
        String key = item.key() + item.covered();
        if (!key.equals(shown)) {
            shown = key;
            drawing.set(false);
            fill(item, key);
            next.requestFocus();
        }
    }

    private String size(long bytes) {
        return bytes < 1 << 20
                ? w.get("files.kilobytes", Math.max(1, bytes >> 10))
                : w.get("files.megabytes", Math.round(bytes / 104_857.6) / 10.0);
    }

    private void fill(FileItem item, String key) {
        if (item.covered()) {
            Button see = new ActionButton(w.get("files.show"), "");
            see.setId("files-show");
            see.setMaxWidth(Region.USE_PREF_SIZE);
            see.setOnAction(e -> vm.uncover(item));
            VBox box = new VBox(16, new EmptyState(
                    "mdomz-visibility_off", w.get("files.covered.title"), w.get("files.covered.hint")), see);
            box.setAlignment(Pos.CENTER);
            middle.getChildren().setAll(box);
        } else if (!item.file().picture()) {
            middle.getChildren().setAll(new EmptyState("mdoal-insert_drive_file", item.name(), w.get("files.noPreview")));
        } else {
            middle.getChildren().setAll(new EmptyState("mdoal-image", w.get("files.loading"), ""));
            var _ = vm.large(item, LARGE).whenComplete((dots, e) -> FxThread.run(() -> {
                if (key.equals(shown)) {
                    middle.getChildren().setAll(
                            e == null ? picture(dots) : new EmptyState("mdoal-cloud_off", vm.why(e), w.get("files.again")));
                }
            }));
        }
    }

    /// As large as there is room; the boxes lie on it exactly.
    private Region picture(Dots dots) {
        ImageView v = new ImageView(FileTile.image(dots));
        v.setSmooth(true);
        Region sheet = new Region() {
            {
                getChildren().setAll(v, redaction);
            }

            @Override
            protected void layoutChildren() {
                double scale = Math.min(MOST_ENLARGED, Math.min(getWidth() / dots.width(), getHeight() / dots.height()));
                double width = dots.width() * scale;
                double height = dots.height() * scale;
                double x = (getWidth() - width) / 2;
                double y = (getHeight() - height) / 2;
                v.setFitWidth(width);
                v.setFitHeight(height);
                v.relocate(x, y);
                redaction.resizeRelocate(x, y, width, height);
            }
        };
        sheet.setMinSize(0, 0);
        return sheet;
    }

    private void redacted() {
        on(item -> {
            var _ = vm.redact(item, redaction.boxes());
        });
    }

    private void save(FileItem item) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(w.get("files.save"));
        String end = FileKind.ofMediaType(item.file().mediaType()).map(k -> "." + k.name().toLowerCase(java.util.Locale.ROOT)).orElse("");
        chooser.setInitialFileName(item.name().contains(".") ? item.name() : item.name() + end);
        var scene = root().getScene();
        File to = chooser.showSaveDialog(scene == null ? null : scene.getWindow());
        if (to != null) {
            vm.save(item, to.toPath());
        }
    }
}
