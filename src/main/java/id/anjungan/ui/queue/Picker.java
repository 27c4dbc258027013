package id.anjungan.ui.queue;

import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import java.util.List;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A box one types in and the lines that fit, over the list: arrows mark, Enter chooses, Delete takes away what may be
/// taken away, Esc closes.
final class Picker extends VBox {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");
    private static final int MOST = 9;

    private final Words w;
    private final Runnable closed;
    private final TextField field = new TextField();
    private final VBox lines = new VBox();
    private Function<String, List<Choice>> source = typed -> List.of();
    private List<Choice> shown = List.of();
    private boolean stays;
    private int opened;
    private int marked;
    private String none = "";

    /// `closed` runs whenever it closes.
    Picker(Words w, Runnable closed) {
        this.w = w;
        this.closed = closed;
        getStyleClass().add("picker");
        field.setId("picker");
        setMaxSize(Double.MAX_VALUE, Region.USE_PREF_SIZE);
        getChildren().setAll(field, lines);
        field.textProperty().subscribe(t -> draw(0));
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        hide();
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }

    /// Opens on these choices. `stays`: after one was chosen the next can be.
    void open(String prompt, String nothing, boolean stay, Function<String, List<Choice>> choices) {
        opened++;
        source = choices;
        stays = stay;
        none = nothing;
        setVisible(true);
        setManaged(true);
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        field.clear();
        draw(0);
        // The letter of the key that opened it is still on its way.
        FxThread.later(field::requestFocus);
    }

    void close() {
        hide();
        closed.run();
    }

    private void draw(int mark) {
        if (!isVisible()) {
            return;
        }
        List<Choice> all = source.apply(field.getText());
        shown = all.subList(0, Math.min(MOST, all.size()));
        marked = Math.clamp(mark, 0, Math.max(0, shown.size() - 1));
        lines.getChildren().clear();
        for (Choice c : shown) {
            lines.getChildren().add(line(c));
        }
        if (all.size() > shown.size()) {
            lines.getChildren().add(hint(w.text().count("queue.picker.more", all.size() - shown.size())));
        } else if (all.isEmpty()) {
            lines.getChildren().add(hint(none));
        }
        mark();
    }

    private static Label hint(String text) {
        Label l = new Label(text);
        l.getStyleClass().addAll("muted", "picker-hint");
        l.setWrapText(true);
        return l;
    }

    private Node line(Choice c) {
        Label name = new Label(c.name());
        name.setMinWidth(0);
        Label kind = new Label(c.kind());
        kind.getStyleClass().add("muted");
        kind.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, name, gap, kind);
        Runnable drop = c.drop();
        if (drop != null) {
            Button away = new Button(w.get("queue.views.drop"), new KeyHint("Del"));
            away.getStyleClass().setAll("link");
            away.setFocusTraversable(false);
            away.setMinWidth(Region.USE_PREF_SIZE);
            away.setOnAction(e -> drop(drop));
            line.getChildren().add(away);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("picker-line");
        line.setOnMouseClicked(e -> choose(c));
        line.setAccessibleText(c.kind() + ", " + c.name());
        return line;
    }

    private void mark() {
        for (int i = 0; i < shown.size(); i++) {
            lines.getChildren().get(i).pseudoClassStateChanged(MARKED, i == marked);
        }
    }

    private void choose(Choice c) {
        int was = opened;
        c.choose().run();
        if (opened != was) {
            return;
        }
        if (stays) {
            field.clear();
            draw(0);
        } else {
            close();
        }
    }

    private void drop(Runnable drop) {
        drop.run();
        draw(marked);
    }

    private void pressed(KeyEvent e) {
        int step = e.getCode() == KeyCode.DOWN ? 1 : e.getCode() == KeyCode.UP ? -1 : 0;
        Choice at = marked < shown.size() ? shown.get(marked) : null;
        if (e.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (step != 0 && !shown.isEmpty()) {
            marked = Math.floorMod(marked + step, shown.size());
            mark();
        } else if (e.getCode() == KeyCode.ENTER && at != null) {
            choose(at);
        } else if (e.getCode() == KeyCode.DELETE && at != null && at.drop() != null && field.getText().isEmpty()) {
            drop(at.drop());
        } else {
            return;
        }
        e.consume();
    }
}
