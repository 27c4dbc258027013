package id.anjungan.ui.shell;

import id.anjungan.ui.control.Access;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Words;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One waiting action: what it is, and to change it (Enter) or take it back (Delete). Up and Down go to its
/// neighbours.
final class StatusRow extends VBox {
    private final StatusViewModel vm;
    private final UUID id;
    private final Label title = new Label();
    private final Label since = new Label();
    private final Label state = new Label();
    private final Label words = new Label();
    private final TextArea box = new TextArea();
    private final ActionButton edit;
    private final ActionButton cancel;
    private final HBox actions;
    private final HBox saving;

    StatusRow(StatusViewModel vm, Words w, UUID id) {
        super(4);
        this.vm = vm;
        this.id = id;
        getStyleClass().add("status-row");
        setFocusTraversable(true);
        title.getStyleClass().add("strong");
        since.getStyleClass().addAll("muted", "figure");
        state.getStyleClass().addAll("muted", "figure");
        words.getStyleClass().add("notice-text");
        for (Label l : new Label[] {title, since, state, words}) {
            l.setWrapText(true);
            l.setMinHeight(Region.USE_PREF_SIZE);
        }
        box.setWrapText(true);
        Access.tabLeaves(box);
        box.setPrefRowCount(3);
        box.getStyleClass().add("status-box");
        box.setAccessibleText(w.get("shell.waiting.edit"));
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::typing);
        edit = button(w.get("shell.waiting.edit"), "Enter", "edit", () -> vm.edit(id));
        cancel = button(w.get("shell.waiting.cancel"), "Del", "cancel", this::cancelled);
        actions = new HBox(8, edit, cancel);
        saving = new HBox(
                8, button(w.get("shell.save"), "Ctrl Enter", "save", this::saved).primary(),
                button(w.get("shell.waiting.leave"), "Esc", "leave", vm::stopEditing));
        for (HBox row : new HBox[] {actions, saving}) {
            row.setAlignment(Pos.CENTER_LEFT);
        }
        getChildren().setAll(title, since, state, words, box, actions, saving);
        addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        setOnMouseClicked(e -> requestFocus());
    }

    private static ActionButton button(String text, String key, String name, Runnable action) {
        ActionButton b = new ActionButton(text, key);
        b.getStyleClass().add("status-" + name);
        b.setMinWidth(Region.USE_PREF_SIZE);
        b.setMaxWidth(Region.USE_PREF_SIZE);
        b.setOnAction(e -> action.run());
        return b;
    }

    private void cancelled() {
        var _ = vm.cancel(id);
    }

    private void saved() {
        var _ = vm.save();
    }

    UUID action() {
        return id;
    }

    void show(StatusLine line, boolean editing) {
        title.setText(line.title());
        since.setText(line.since());
        state.setText(line.state());
        words.setText("“" + line.text() + "”");
        setAccessibleText(line.title() + ", " + line.since() + ", " + line.state());
        on(words, !line.text().isBlank() && !editing);
        on(edit, line.hasText());
        edit.setDisable(!line.open());
        cancel.setDisable(!line.open());
        on(actions, !editing);
        boolean begins = editing && !box.isVisible();
        on(box, editing);
        on(saving, editing);
        if (begins) {
            box.textProperty().bindBidirectional(vm.text);
            box.requestFocus();
            box.end();
        } else if (!editing) {
            box.textProperty().unbindBidirectional(vm.text);
        }
    }

    private static void on(Region node, boolean on) {
        node.setVisible(on);
        node.setManaged(on);
    }

    private void typing(KeyEvent e) {
        switch (e.getCode()) {
            case ESCAPE -> {
                vm.stopEditing();
                requestFocus();
            }
            case ENTER -> {
                if (!e.isShortcutDown()) {
                    return;
                }
                saved();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void pressed(KeyEvent e) {
        if (e.getTarget() != this) {
            return;
        }
        switch (e.getCode()) {
            case ENTER, SPACE -> vm.edit(id);
            case DELETE, BACK_SPACE -> cancelled();
            case UP -> step(-1);
            case DOWN -> step(1);
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void step(int by) {
        var rows = getParent().getChildrenUnmodifiable();
        int at = rows.indexOf(this) + by;
        if (at >= 0 && at < rows.size()) {
            rows.get(at).requestFocus();
        }
    }
}
