package id.anjungan.ui.casefile;

import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The question before an answer by somebody who does not own the case, above the box it was written in. Enter does
/// the likely thing, N leaves the words as a note, Esc goes back to writing; no word is lost either way.
final class OwnerPane extends VBox {
    private final CaseFileViewModel vm;
    private final Words w;
    private final Runnable back;

    OwnerPane(CaseFileViewModel vm, Words w, Runnable back) {
        super(8);
        this.vm = vm;
        this.w = w;
        this.back = back;
        setId("owner");
        getStyleClass().addAll("form", "owner");
        setMinHeight(Region.USE_PREF_SIZE);
        setFocusTraversable(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    void attached(Scope on) {
        on.show(vm.asking, this::show);
    }

    private void show(@Nullable OwnerQuestion q) {
        setVisible(q != null);
        setManaged(q != null);
        getChildren().clear();
        if (q == null) {
            return;
        }
        Label text = new Label(q.text());
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(8);
        if (q.first() == OwnerQuestion.First.LEAVE_AS_NOTE) {
            row.getChildren().add(button("casefile.owner.note", "↵", vm::leaveAsNote).primary());
        } else {
            String key = q.first() == OwnerQuestion.First.CLAIM_AND_SEND ? "casefile.owner.claim" : "casefile.owner.takeOver";
            row.getChildren().add(button(key, "↵", vm::claimAndSend).primary());
            row.getChildren().add(button("casefile.owner.note", "N", vm::leaveAsNote));
        }
        row.getChildren().add(button("casefile.owner.back", "Esc", this::back));
        getChildren().setAll(text, row);
        setAccessibleText(q.text());
        FxThread.later(this::requestFocus);
    }

    private ActionButton button(String key, String shortcut, Runnable action) {
        ActionButton b = new ActionButton(w.get(key), shortcut);
        b.setMinWidth(Region.USE_PREF_SIZE);
        b.setOnAction(e -> action.run());
        return b;
    }

    private void back() {
        vm.asking.set(null);
        back.run();
    }

    private void pressed(KeyEvent e) {
        OwnerQuestion q = vm.asking.get();
        if (q == null) {
            return;
        }
        switch (e.getCode()) {
            case ENTER -> {
                if (q.first() == OwnerQuestion.First.LEAVE_AS_NOTE) {
                    vm.leaveAsNote();
                } else {
                    vm.claimAndSend();
                }
            }
            case N -> vm.leaveAsNote();
            case ESCAPE -> back();
            default -> {
                return;
            }
        }
        e.consume();
    }
}
