package id.anjungan.ui.queue;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Under the list while cases are marked: how many, what can be done with all of them, how far that is, and what
/// became of it.
final class BulkBar extends VBox {
    private final BulkViewModel vm;
    private final Words w;
    private final Label said = new Label();
    private final Label back;
    private final ProgressBar bar = new ProgressBar();
    private final HBox actions = new HBox(6);

    BulkBar(BulkViewModel vm, Words w, QueueView queue) {
        this.vm = vm;
        this.w = w;
        back = new KeyHint(w.key(Act.UNDO));
        setId("bulk");
        getStyleClass().add("bulk");
        said.setWrapText(true);
        said.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        bar.setPrefWidth(120);
        bar.setId("bulk-progress");
        back.setAccessibleText(w.get("shell.undo"));
        HBox top = new HBox(8, said, bar, back);
        top.setAlignment(Pos.CENTER_LEFT);
        actions.getChildren().setAll(
                action("casefile.action.claim", Act.CLAIM, vm::claim),
                action("casefile.action.dispose", Act.DISPOSE, queue::disposeMarked),
                action("casefile.action.hold", Act.HOLD, queue::holdMarked),
                action("casefile.action.close", Act.CLOSE, queue::closeMarked),
                action("shell.cancel", Act.BACK, vm::clear));
        getChildren().setAll(top, actions);
    }

    private ActionButton action(String key, Act act, Runnable does) {
        ActionButton b = new ActionButton(w.get(key), w.key(act));
        b.setMinWidth(Region.USE_PREF_SIZE);
        b.setOnAction(e -> does.run());
        HBox.setHgrow(b, Priority.ALWAYS);
        return b;
    }

    void attached(Scope on) {
        on.show(vm.marks.ids, ids -> draw());
        on.show(vm.progress, p -> draw());
        on.show(vm.outcome, o -> draw());
    }

    private void draw() {
        int marked = vm.marks.ids.get().size();
        boolean busy = vm.progress.get() >= 0;
        String outcome = vm.outcome.get();
        shown(this, marked > 0 || busy || !outcome.isEmpty());
        said.setText(!outcome.isEmpty() ? outcome : w.text().count("queue.selected", marked));
        bar.setProgress(Math.max(0, vm.progress.get()));
        shown(bar, busy);
        shown(back, !busy && !outcome.isEmpty());
        shown(actions, marked > 0);
        actions.setDisable(busy);
    }

    private static void shown(Region part, boolean is) {
        part.setVisible(is);
        part.setManaged(is);
    }
}
