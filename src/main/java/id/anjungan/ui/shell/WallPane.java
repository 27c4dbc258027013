package id.anjungan.ui.shell;

import id.anjungan.state.Desk;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import id.anjungan.ui.shell.wall.Monitor;
import id.anjungan.ui.shell.wall.Walls;
import id.anjungan.ui.wallboard.Sight;
import id.anjungan.ui.wallboard.WallEditorModel;
import id.anjungan.ui.wallboard.WallEditorView;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Everything about the wall at a desk: on which screens, how it is looked at, and what it shows.
final class WallPane extends View {
    private final @Nullable Walls walls;
    private final Words w;
    private final VBox screens = new VBox(6);
    private final Label letters = muted();

    WallPane(WallEditorModel editor, @Nullable Walls walls, Desk desk, Words w) {
        super(new VBox());
        this.walls = walls;
        this.w = w;
        VBox all = new VBox(20);
        if (walls != null) {
            all.getChildren().addAll(screens, sight(walls));
        }
        all.getChildren().add(new WallEditorView(editor, desk, w).root());
        ScrollPane scroll = new ScrollPane(all);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ((VBox) root()).getChildren().setAll(scroll);
    }

    private static Label muted() {
        Label l = new Label();
        l.getStyleClass().addAll("muted", "secondary");
        l.setWrapText(true);
        return l;
    }

    private static Label muted(String text) {
        Label l = muted();
        l.setText(text);
        return l;
    }

    private HBox sight(Walls of) {
        Spinner<Double> inches = new Spinner<>(10, 999, of.sight().get().inches(), 5);
        Spinner<Double> metres = new Spinner<>(0.5, 99, of.sight().get().metres(), 0.5);
        for (Spinner<Double> s : List.of(inches, metres)) {
            s.setEditable(true);
            s.setPrefWidth(110);
            s.valueProperty().subscribe((was, is) -> of.sight().set(new Sight(inches.getValue(), metres.getValue())));
        }
        inches.setId("wall-inches");
        metres.setId("wall-metres");
        HBox row = new HBox(
                16, new VBox(6, muted(w.get("wallboard.editor.diagonal")), inches),
                new VBox(6, muted(w.get("wallboard.editor.distance")), metres), letters);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    @Override
    protected void attached(Scope on) {
        Walls all = walls;
        if (all != null) {
            on.add(all.windows().onChange(this::screens));
            on.show(all.sight(), s -> letters.setText(w.get(
                    "wallboard.editor.sight", w.formats().number(Math.round(s.mustMillimetres())),
                    w.formats().number(Math.round(s.secondaryMillimetres())))));
            screens();
        }
    }

    private void screens() {
        Walls all = walls;
        if (all == null) {
            return;
        }
        screens.getChildren().setAll(muted(w.get("wallboard.editor.screens")));
        List<Monitor> monitors = all.windows().monitors();
        for (int i = 0; i < monitors.size(); i++) {
            Monitor m = monitors.get(i);
            String name = w.get(
                    "wallboard.editor.screen", i + 1,
                    w.formats().number((long) m.width()) + " × " + w.formats().number((long) m.height()));
            CheckBox box = new CheckBox(m.primary() ? name + " · " + w.get("wallboard.editor.primary") : name);
            box.setId("wall-screen-" + (i + 1));
            box.setSelected(all.windows().on(m));
            box.setOnAction(e -> all.windows().set(m, box.isSelected()));
            screens.getChildren().add(box);
        }
        if (monitors.size() < 2) {
            screens.getChildren().add(muted(w.get("wallboard.editor.noScreens")));
        }
    }
}
