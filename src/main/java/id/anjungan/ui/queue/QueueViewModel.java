package id.anjungan.ui.queue;

import id.anjungan.state.Desk;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.QueuePage;
import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The queue as it is read: which rows are wanted, what is filtered, when the order is held. On the JavaFX
/// thread.
public final class QueueViewModel {
    /// Rows asked for beyond what is visible, on each side.
    static final int MARGIN = 30;

    private final Desk desk;
    final ObservableValue<Words> words;

    final SlotList slots = new SlotList();
    final ObjectProperty<QueuePage> page = new SimpleObjectProperty<>(QueuePage.EMPTY);
    final BooleanProperty loaded = new SimpleBooleanProperty();
    final IntegerProperty arrived = new SimpleIntegerProperty();
    final ObjectProperty<@Nullable UUID> selected = new SimpleObjectProperty<>();
    final ObjectProperty<Instant> now = new SimpleObjectProperty<>();
    final StringProperty search = new SimpleStringProperty("");
    private int first;
    private int count = 4 * MARGIN;
    private boolean scrolled;
    private boolean pointed;
    private boolean focused;
    private boolean held;

    public QueueViewModel(Desk desk, ObservableValue<Words> words) {
        this.desk = desk;
        this.words = words;
        now.set(desk.now());
        search.subscribe(this::searched);
    }

    void show(QueuePage next) {
        slots.show(next);
        page.set(next);
        arrived.set(next.arrived());
        loaded.set(true);
        search.set(next.filter().text());
    }

    void showSelection(Optional<UUID> id) {
        selected.set(id.orElse(null));
        holdWhenRead();
    }

    void tick(Instant at) {
        now.set(at);
    }

    /// What can be seen now. Asks for another window when the edge of the present one comes near.
    void visible(int from, int to) {
        scrolled = from > 0;
        holdWhenRead();
        boolean inside = from >= first && to < first + count;
        boolean roomAbove = first == 0 || from - first >= MARGIN / 3;
        boolean roomBelow = first + count - to >= MARGIN / 3 || first + count >= slots.size();
        if (!(inside && roomAbove && roomBelow)) {
            first = Math.max(0, from - MARGIN);
            count = to - first + 1 + MARGIN;
            desk.queue().window(first, count);
        }
    }

    /// The pointer is over the rows.
    void pointed(boolean over) {
        pointed = over;
        holdWhenRead();
    }

    /// The keyboard is in the rows.
    void focused(boolean in) {
        focused = in;
        holdWhenRead();
    }

    private void holdWhenRead() {
        boolean reading = scrolled || pointed || (focused && selected.get() != null);
        if (reading != held) {
            held = reading;
            desk.queue().hold(reading);
        }
    }

    boolean held() {
        return held;
    }

    public void showArrived() {
        scrolled = false;
        desk.queue().showArrived();
        holdWhenRead();
    }

    void select(@Nullable UUID id) {
        if (!java.util.Objects.equals(id, selected.get())) {
            selected.set(id);
            desk.select(id);
        }
    }

    /// Up or down from the selected row; from the top when none is.
    public void move(int by) {
        UUID at = selected.get();
        int index = at == null ? -1 : slots.indexOf(at);
        int next = index < 0 ? 0 : Math.max(0, Math.min(slots.size() - 1, index + by));
        if (next < slots.size()) {
            QueueRow row = slots.get(next).row.get();
            if (row != null) {
                select(row.id());
            }
        }
    }

    void all() {
        QueueFilter f = filter();
        set(false, false, false, Set.of(), Set.of(), f.text());
    }

    void mine() {
        QueueFilter f = filter();
        set(!f.mine(), false, f.breached(), f.channels(), f.districts(), f.text());
    }

    void unclaimed() {
        QueueFilter f = filter();
        set(false, !f.unclaimed(), f.breached(), f.channels(), f.districts(), f.text());
    }

    void breached() {
        QueueFilter f = filter();
        set(f.mine(), f.unclaimed(), !f.breached(), f.channels(), f.districts(), f.text());
    }

    private void searched(String text) {
        QueueFilter f = filter();
        if (!text.equals(f.text())) {
            set(f.mine(), f.unclaimed(), f.breached(), f.channels(), f.districts(), text);
        }
    }

    private QueueFilter filter() {
        return desk.queue().page().get().filter();
    }

    private void set(
            boolean mine, boolean unclaimed, boolean breached, Set<String> channels, Set<String> districts,
            String text) {
        desk.queue().filter(
                new QueueFilter(mine, unclaimed, breached, channels, districts, filter().categories(), text));
    }
}
