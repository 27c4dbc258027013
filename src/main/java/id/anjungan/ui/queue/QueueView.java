package id.anjungan.ui.queue;

import id.anjungan.state.Desk;
import id.anjungan.state.Facet;
import id.anjungan.state.QueuePage;
import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.Chip;
import id.anjungan.ui.control.EmptyState;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Panel;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Pulse;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.Optional;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The pane of the escalation queue.
public final class QueueView extends View {
    private static final double ROW = 56;
    private static final double CLOSER = 46;

    private final QueueViewModel vm;
    private final Desk desk;
    private final Words w;
    private final Panel panel;
    private final ListView<Slot> list;
    private final Chip all;
    private final Chip mine;
    private final Chip unclaimed;
    private final Chip breached;
    private final FilterBar bar;
    private final Picker picker;
    private final WhyPane why;
    private final BulkBar bulk;
    private final EmptyState nothing;
    private final HBox arrivedBar;
    private final Label arrived = new Label();
    private boolean syncing;

    public QueueView(QueueViewModel vm, Desk desk, Words w) {
        this(vm, desk, w, new VBox());
    }

    private QueueView(QueueViewModel vm, Desk desk, Words w, VBox content) {
        super(new StackPane());
        this.vm = vm;
        this.desk = desk;
        this.w = w;
        list = new ListView<>(vm.slots);
        list.setId("queue");
        list.setAccessibleText(w.get("queue.title"));
        list.getStyleClass().add("queue-list");
        compact(false);
        list.setCellFactory(l -> new QueueCell(vm));
        all = chip("queue.filter.all", vm.filters::clear);
        mine = chip("queue.filter.mine", () -> vm.filters.toggle(Facet.MINE));
        unclaimed = chip("queue.filter.unclaimed", () -> vm.filters.toggle(Facet.UNCLAIMED));
        breached = chip("queue.filter.overdue", () -> vm.filters.toggle(Facet.BREACHED));
        bar = new FilterBar(vm.filters, w, this::pick, this::views, this::columns);
        why = new WhyPane(w, vm::explain);
        bulk = new BulkBar(vm.bulk, w, this);
        picker = new Picker(w, this::focusList);
        nothing = new EmptyState("mdoal-check_circle", w.get("queue.empty"), w.get("queue.empty.hint"));
        StackPane body = new StackPane(list, nothing, picker);
        StackPane.setAlignment(picker, Pos.TOP_LEFT);
        VBox.setVgrow(body, Priority.ALWAYS);
        // A long list of choices lies over what is below it; it does not push the window apart.
        body.setMinHeight(0);
        content.getChildren().setAll(bar, body, why, bulk);
        panel = new Panel(w.get("queue.title"), content, all, mine, unclaimed, breached);
        panel.getStyleClass().add("queue");
        ((StackPane) root()).getChildren().setAll(panel);
        arrivedBar = new HBox(8, arrived, new KeyHint(w.key(Act.ARRIVED)));
        arrivedBar.getStyleClass().addAll("arrived", "pressable");
        arrivedBar.setOnMouseClicked(e -> showArrived());
        panel.setFoot(arrivedBar);
        keys();
    }

    private Chip chip(String key, Runnable action) {
        Chip chip = new Chip(w.get(key));
        chip.setId(key.replace('.', '-'));
        chip.setOnAction(e -> {
            action.run();
            chips(vm.page.get());
        });
        return chip;
    }

    private void keys() {
        list.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.HOME) {
                showArrived();
                e.consume();
            }
        });
        bar.search.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !bar.search.getText().isEmpty()) {
                bar.search.clear();
                e.consume();
            } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.ENTER) {
                list.requestFocus();
                vm.move(1);
                e.consume();
            }
        });
    }

    public void showArrived() {
        vm.showArrived();
        if (!vm.slots.isEmpty()) {
            list.scrollTo(0);
        }
    }

    /// Whether rows stand closer together.
    public void compact(boolean closer) {
        list.setFixedCellSize(closer ? CLOSER : ROW);
    }

    private void shift(int rows) {
        VirtualFlow<?> f = flow();
        if (f != null) {
            f.scrollPixels(rows * list.getFixedCellSize());
        }
    }

    /// The list's own idea of what is selected changes when it grows or shrinks; that is nobody's choice.
    private void show(QueuePage page) {
        syncing = true;
        try {
            vm.show(page);
        } finally {
            syncing = false;
        }
        sync();
    }

    public void focusList() {
        list.requestFocus();
    }

    /// Opens what can be asked for.
    public void pick() {
        picker.open(w.get("queue.filter.prompt"), w.get("queue.picker.none"), true, vm.filters::choices);
    }

    /// Opens the views that have a name.
    public void views() {
        picker.open(w.get("queue.views.prompt"), w.get("queue.views.none"), false, vm.filters::views);
    }

    /// Opens what a row may tell.
    public void columns() {
        picker.open(w.get("queue.columns.prompt"), w.get("queue.picker.none"), true, vm.arrangement::choices);
    }

    public void disposeMarked() {
        picker.open(w.get("queue.bulk.dispose.prompt"), w.get("queue.picker.none"), false, vm.bulk::agencies);
    }

    public void holdMarked() {
        picker.open(w.get("queue.bulk.hold.prompt"), w.get("queue.bulk.hold.none"), false, vm.bulk::hold);
    }

    public void closeMarked() {
        String none = w.get("queue.picker.none");
        picker.open(w.get("queue.bulk.outcome.prompt"), none, false, typed -> vm.bulk.outcomes(typed, how ->
                picker.open(w.get("queue.bulk.close.prompt"), none, false, answer -> vm.bulk.close(how, answer))));
    }

    @Override
    protected void attached(Scope on) {
        bulk.attached(on);
        bar.search.textProperty().bindBidirectional(vm.search);
        on.onEnd(() -> bar.search.textProperty().unbindBidirectional(vm.search));
        vm.shifted = this::shift;
        on.onEnd(() -> vm.shifted = by -> {});
        vm.appears();
        on.follow(desk.status()::subscribe, vm::showStatus);
        on.follow(desk.queue().page()::subscribe, this::show);
        on.follow(desk.selection()::subscribe, (Optional<UUID> id) -> vm.showSelection(id));
        on.everySecond(desk::now, vm::tick);
        on.show(vm.page, this::page);
        on.show(vm.selected, id -> sync());
        on.show(vm.why, say -> {
            QueueRow row = say.isEmpty() ? null : vm.selectedRow();
            why.show(row == null ? "" : row.number(), say);
        });
        on.show(list.getSelectionModel().selectedIndexProperty(), i -> picked(i.intValue()));
        on.show(list.hoverProperty(), vm::touched);
        on.show(list.focusedProperty(), vm::touched);
        Pulse look = on.pulse(this::look);
        on.show(list.skinProperty(), skin -> {
            VirtualFlow<?> flow = flow();
            if (skin != null && flow != null) {
                on.onInvalid(flow.positionProperty(), look::request);
            }
        });
        on.onInvalid(list.heightProperty(), look::request);
    }

    private void page(QueuePage page) {
        bar.show(page);
        chips(page);
        boolean filtered = !page.filter().facets().isEmpty();
        nothing.say(
                w.get(filtered ? "queue.empty.filter" : "queue.empty"),
                w.get(filtered ? "queue.empty.filter.hint" : "queue.empty.hint"));
        nothing.setVisible(vm.loaded.get() && page.total() == 0);
        list.setVisible(page.total() > 0);
        arrived.setText(w.text().count("queue.newAbove", page.arrived()));
        arrivedBar.setVisible(page.arrived() > 0);
        if (page.arrived() > 0) {
            panel.setFoot(arrivedBar);
        } else {
            panel.setFoot();
        }
        sync();
    }

    private void chips(QueuePage page) {
        var f = page.filter();
        all.setSelected(f.facets().isEmpty());
        mine.setSelected(f.mine());
        unclaimed.setSelected(f.unclaimed());
        breached.setSelected(f.breached());
        mine.setCount(w.formats().number(page.countMine()));
        unclaimed.setCount(w.formats().number(page.countUnclaimed()));
        breached.setCount(w.formats().number(page.countBreached()));
    }

    private void picked(int index) {
        QueueRow row = index >= 0 && index < vm.slots.size() ? vm.slots.get(index).row.get() : null;
        if (!syncing && row != null) {
            vm.select(row.id());
        }
    }

    /// The marked line follows its case, also when the order changes under it.
    private void sync() {
        UUID id = vm.selected.get();
        int index = id == null ? -1 : vm.slots.indexOf(id);
        syncing = true;
        try {
            if (index < 0) {
                list.getSelectionModel().clearSelection();
            } else if (list.getSelectionModel().getSelectedIndex() != index) {
                list.getSelectionModel().clearAndSelect(index);
                reveal(index);
            }
        } finally {
            syncing = false;
        }
    }

    private void reveal(int index) {
        VirtualFlow<?> f = flow();
        IndexedCell<?> first = f == null ? null : f.getFirstVisibleCell();
        IndexedCell<?> last = f == null ? null : f.getLastVisibleCell();
        if (first != null && last != null && (index < first.getIndex() || index > last.getIndex())) {
            list.scrollTo(Math.max(0, index - 2));
        }
    }

    private void look() {
        VirtualFlow<?> f = flow();
        IndexedCell<?> first = f == null ? null : f.getFirstVisibleCell();
        IndexedCell<?> last = f == null ? null : f.getLastVisibleCell();
        if (first != null && last != null) {
            vm.visible(first.getIndex(), last.getIndex());
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        return list.lookup(".virtual-flow") instanceof VirtualFlow<?> f ? f : null;
    }
}
