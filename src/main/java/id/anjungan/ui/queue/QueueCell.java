package id.anjungan.ui.queue;

import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.Countdown;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Tag;
import id.anjungan.ui.control.Tone;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// One line of the queue. Its nodes are made once; a row that changes, or the next second, changes their texts.
final class QueueCell extends ListCell<Slot> {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");

    private final QueueViewModel vm;
    private final PriorityMark mark = new PriorityMark(18);
    private final Label number = label("number", "figure");
    private final Label title = label("row-title");
    private final Label place = label("place");
    private final Tag tag = new Tag("");
    private final Countdown left = new Countdown();
    private final Label holder = label("holder");
    private final HBox line;
    private Subscription following = Subscription.EMPTY;

    QueueCell(QueueViewModel vm) {
        this.vm = vm;
        getStyleClass().add("row");
        number.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        place.setMinWidth(0);
        HBox first = new HBox(8, number, title);
        first.setAlignment(Pos.CENTER_LEFT);
        HBox second = new HBox(8, place, tag);
        second.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(2, first, second);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        holder.setMinWidth(Region.USE_PREF_SIZE);
        VBox right = new VBox(2, left, holder);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(12, mark, words, right);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("queue-line");
        setPrefWidth(0);
        Tooltip why = new Tooltip();
        why.setWrapText(true);
        why.setMaxWidth(420);
        why.setOnShowing(e -> why.setText(String.join("\n", vm.whyAt(getIndex()))));
        // Where priority and deadline are, since it is they that are explained.
        Tooltip.install(mark, why);
        Tooltip.install(right, why);
    }

    private static Label label(String... classes) {
        Label l = new Label();
        l.getStyleClass().addAll(classes);
        return l;
    }

    @Override
    protected void updateItem(@Nullable Slot slot, boolean empty) {
        super.updateItem(slot, empty);
        following.unsubscribe();
        following = Subscription.EMPTY;
        if (slot == null || empty) {
            setGraphic(null);
            return;
        }
        setGraphic(line);
        following = slot.row.subscribe(row -> draw(row)).and(vm.now.subscribe(() -> draw(slot.row.get())));
    }

    private void draw(@Nullable QueueRow row) {
        line.setVisible(row != null);
        if (row == null) {
            return;
        }
        RowTexts t = RowTexts.of(row, vm.words.getValue(), vm.now.get());
        mark.setPriority(row.priority());
        number.setText(t.number());
        title.setText(t.title());
        place.setText(t.place());
        tag.setText(t.chip());
        tag.setVisible(!t.chip().isEmpty());
        tag.setManaged(!t.chip().isEmpty());
        left.show(t.clock(), t.urgency());
        holder.setText(t.holder());
        (t.unclaimed() ? Tone.HIGH : Tone.MUTED).on(holder);
        pseudoClassStateChanged(OVER, t.over());
        setAccessibleText(t.spoken());
    }
}
