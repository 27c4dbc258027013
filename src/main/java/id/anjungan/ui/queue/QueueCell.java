package id.anjungan.ui.queue;

import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.Countdown;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Tone;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// One line of the queue. Its nodes are made once; a row that changes, or the next second, changes their texts.
final class QueueCell extends ListCell<Slot> {
    private static final PseudoClass OVER = PseudoClass.getPseudoClass("over");
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final QueueViewModel vm;
    private final PriorityMark mark = new PriorityMark(18);
    private final Label number = label("number", "figure");
    private final Label title = label("row-title");
    private final List<Label> details = new ArrayList<>();
    private final HBox second = new HBox(6);
    private final FontIcon pin = new FontIcon("mdoal-bookmark");
    private final FontIcon check = new FontIcon("mdoal-check_box");
    private final Countdown left = new Countdown();
    private final Label holder = label("holder");
    private final HBox line;
    private Subscription following = Subscription.EMPTY;

    QueueCell(QueueViewModel vm) {
        this.vm = vm;
        getStyleClass().add("row");
        number.setMinWidth(Region.USE_PREF_SIZE);
        title.setMinWidth(0);
        pin.getStyleClass().add("pin");
        check.getStyleClass().add("check");
        HBox first = new HBox(8, check, pin, number, title);
        first.setAlignment(Pos.CENTER_LEFT);
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
        addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
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
        following = slot.row.subscribe(row -> draw(row))
                .and(vm.now.subscribe(() -> draw(slot.row.get())))
                .and(vm.bulk.marks.ids.subscribe(() -> draw(slot.row.get())))
                .and(vm.arrangement.pins.subscribe(() -> draw(slot.row.get())))
                .and(vm.arrangement.columns.subscribe(() -> draw(slot.row.get())))
                .and(vm.viewers.subscribe(() -> draw(slot.row.get())));
    }

    /// With Ctrl a click marks this row, with Shift all from the last marked one.
    private void pressed(MouseEvent e) {
        Slot slot = getItem();
        if (slot != null && e.isShortcutDown()) {
            vm.mark(slot.index);
            e.consume();
        } else if (slot != null && e.isShiftDown()) {
            vm.markTo(slot.index);
            e.consume();
        }
    }

    private void draw(@Nullable QueueRow row) {
        line.setVisible(row != null);
        if (row == null) {
            return;
        }
        RowTexts t = RowTexts.of(
                row, vm.arrangement.columns.get(), vm.viewers.get().getOrDefault(row.id(), List.of()), vm.words.getValue(), vm.now.get());
        mark.setPriority(row.priority());
        number.setText(t.number());
        title.setText(t.title());
        tell(t.details());
        boolean marked = vm.bulk.marks.has(row.id());
        shown(check, marked);
        shown(pin, vm.arrangement.pins.get().contains(row.id()));
        pseudoClassStateChanged(MARKED, marked);
        left.show(t.clock(), t.urgency());
        holder.setText(t.holder());
        (t.unclaimed() ? Tone.HIGH : Tone.MUTED).on(holder);
        pseudoClassStateChanged(OVER, t.over());
        setAccessibleText(marked ? vm.words.getValue().get("queue.spoken.marked", t.spoken()) : t.spoken());
    }

    /// As many labels as were ever needed here, so that a row that changes makes no nodes.
    private void tell(List<RowTexts.Detail> all) {
        while (details.size() < all.size()) {
            Label l = new Label();
            l.setMinWidth(0);
            details.add(l);
            second.getChildren().add(l);
        }
        for (int i = 0; i < details.size(); i++) {
            Label l = details.get(i);
            shown(l, i < all.size());
            if (i < all.size()) {
                RowTexts.Detail d = all.get(i);
                boolean follows = i > 0 && !d.framed() && !all.get(i - 1).framed();
                l.setText(follows ? "· " + d.text() : d.text());
                l.getStyleClass().setAll("label", d.framed() ? "tag" : "place");
            }
        }
    }

    private static void shown(Node n, boolean is) {
        n.setVisible(is);
        n.setManaged(is);
    }
}
