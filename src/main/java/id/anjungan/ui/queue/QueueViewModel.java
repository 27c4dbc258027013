package id.anjungan.ui.queue;

import id.anjungan.state.Desk;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.QueuePage;
import id.anjungan.state.QueueRow;
import id.anjungan.state.Viewer;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
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

/// The queue as it is read: which rows are wanted, what is filtered, when the order is held. The order is held from
/// the moment the list is there, because nobody can know where an operator's eyes are; it changes when that is asked
/// for, when other cases are asked for, and while the list was not on the screen. Only an unacknowledged emergency
/// comes in by itself. On the JavaFX thread.
public final class QueueViewModel {
    /// Rows asked for beyond what is visible, on each side.
    static final int MARGIN = 30;

    private final Desk desk;
    final ObservableValue<Words> words;
    final FilterViewModel filters;
    final Arrangement arrangement;
    public final BulkViewModel bulk;

    final SlotList slots = new SlotList();
    final ObjectProperty<QueuePage> page = new SimpleObjectProperty<>(QueuePage.EMPTY);
    final BooleanProperty loaded = new SimpleBooleanProperty();
    final IntegerProperty arrived = new SimpleIntegerProperty();
    final ObjectProperty<@Nullable UUID> selected = new SimpleObjectProperty<>();
    final ObjectProperty<Instant> now = new SimpleObjectProperty<>();
    /// Which colleagues look at which case now.
    final ObjectProperty<Map<UUID, List<Viewer>>> viewers = new SimpleObjectProperty<>(Map.of());
    /// Why the selected case stands where it stands; empty while nobody asks.
    final ObjectProperty<List<String>> why = new SimpleObjectProperty<>(List.of());
    private boolean explaining;
    final StringProperty search = new SimpleStringProperty("");
    /// How a view moves what it shows by so many rows, so that what is read stays where it is on the screen.
    IntConsumer shifted = by -> {};
    private int first;
    private int count = 4 * MARGIN;
    private int visibleFrom;
    private boolean touched;
    private boolean held;
    private boolean filling = true;

    /// `door` brings what the desk completes elsewhere to the JavaFX thread.
    public QueueViewModel(Desk desk, ObservableValue<Words> words, Consumer<Runnable> door) {
        this.desk = desk;
        this.words = words;
        filters = new FilterViewModel(desk, words);
        arrangement = new Arrangement(desk, words);
        bulk = new BulkViewModel(desk, words, door);
        now.set(desk.now());
        search.set(filters.filter().text());
        search.subscribe(filters::words);
    }

    void show(QueuePage next) {
        boolean other = !next.filter().equals(page.get().filter());
        UUID reading = other ? null : idAt(visibleFrom);
        slots.show(next);
        page.set(next);
        viewers.set(next.viewers());
        arrived.set(next.arrived());
        loaded.set(true);
        tellWhy();
        search.set(next.filter().text());
        if (other) {
            first = next.first();
            toTop();
        } else if (visibleFrom > 0 && reading != null) {
            stay(slots.indexOf(reading) - visibleFrom, slots.indexOf(reading) >= 0);
        }
    }

    /// An emergency that has come in above moves everything below it; the view follows.
    private void stay(int by, boolean known) {
        if (known && by != 0) {
            visibleFrom += by;
            shifted.accept(by);
        }
    }

    private void toTop() {
        if (visibleFrom > 0) {
            int by = -visibleFrom;
            visibleFrom = 0;
            shifted.accept(by);
        }
    }

    private @Nullable UUID idAt(int index) {
        QueueRow row = rowAt(index);
        return row == null ? null : row.id();
    }

    void showSelection(Optional<UUID> id) {
        selected.set(id.orElse(null));
        tellWhy();
        touched |= id.isPresent();
        hold();
    }

    /// While the desk is being filled for the first time there is nothing to read yet.
    void showStatus(DeskStatus status) {
        filling = status.link() == DeskStatus.Link.CONNECTING || status.link() == DeskStatus.Link.LOADING;
        hold();
    }

    void tick(Instant at) {
        now.set(at);
        tellWhy();
    }

    /// What can be seen now. Asks for another window when the edge of the present one comes near.
    void visible(int from, int to) {
        visibleFrom = from;
        touched |= from > 0;
        hold();
        boolean inside = from >= first && to < first + count;
        boolean roomAbove = first == 0 || from - first >= MARGIN / 3;
        boolean roomBelow = first + count - to >= MARGIN / 3 || first + count >= slots.size();
        if (!(inside && roomAbove && roomBelow)) {
            first = Math.max(0, from - MARGIN);
            count = to - first + 1 + MARGIN;
            desk.queue().window(first, count);
        }
    }

    /// The pointer is over the rows, or the keyboard is in them.
    void touched(boolean is) {
        touched |= is;
        hold();
    }

    private void hold() {
        if (!held && (touched || !filling)) {
            held = true;
            desk.queue().hold(true);
        }
    }

    boolean held() {
        return held;
    }

    /// The list comes to the screen, where nobody has been reading it: what has come meanwhile is in it, unless it was
    /// left in the middle.
    void appears() {
        if (loaded.get() && visibleFrom == 0) {
            desk.queue().showArrived();
        }
    }

    /// Takes in what has come, from the top.
    public void showArrived() {
        first = 0;
        toTop();
        desk.queue().showArrived();
    }

    void select(@Nullable UUID id) {
        if (!java.util.Objects.equals(id, selected.get())) {
            selected.set(id);
            tellWhy();
            desk.select(id);
        }
    }

    /// Pins the selected case, or lets it go.
    public void pin() {
        UUID id = selected.get();
        if (id != null) {
            arrangement.pin(id);
            tellWhy();
        }
    }

    /// Marks the selected case, or lets it go.
    public void mark() {
        UUID id = selected.get();
        if (id != null) {
            bulk.marks.toggle(id);
        }
    }

    void mark(int index) {
        UUID id = idAt(index);
        if (id != null) {
            bulk.marks.toggle(id);
        }
    }

    /// Marks every case from the one marked last, or the selected one, up to this place.
    void markTo(int index) {
        UUID from = bulk.marks.anchor() != null ? bulk.marks.anchor() : selected.get();
        int at = from == null ? -1 : slots.indexOf(from);
        int first = at < 0 ? index : Math.min(at, index);
        bulk.marks.add(desk.queue().ids(first, Math.abs((at < 0 ? index : at) - index) + 1));
    }

    /// Marks the selected case and the next one that way, which is selected.
    public void markMove(int by) {
        UUID id = selected.get();
        if (id != null) {
            bulk.marks.add(List.of(id));
        }
        move(by);
        UUID next = selected.get();
        if (next != null) {
            bulk.marks.add(List.of(next));
        }
    }

    /// Marks all that are shown, as many as may be marked.
    public void markAll() {
        bulk.marks.add(desk.queue().ids(0, Marks.MOST));
    }

    /// Begins or stops telling why the selected case stands where it stands.
    public void explain() {
        explaining = !explaining;
        tellWhy();
    }

    /// Stops telling; false when nothing was told.
    public boolean stopExplaining() {
        boolean was = !why.get().isEmpty();
        explaining = false;
        tellWhy();
        return was;
    }

    private void tellWhy() {
        UUID id = selected.get();
        int index = id == null || !explaining ? -1 : slots.indexOf(id);
        why.set(index < 0 ? List.of() : whyAt(index));
    }

    /// Why the case in this place stands there; empty when it is not known.
    List<String> whyAt(int index) {
        QueueRow r = rowAt(index);
        return r == null
                ? List.of()
                : Why.of(
                        r, new Why.Place(index, slots.size(), index == 0 ? null : rowAt(index - 1), arrived.get(),
                                arrangement.pins.get().contains(r.id())),
                        words.getValue(), now.get());
    }

    @Nullable QueueRow selectedRow() {
        UUID id = selected.get();
        return id == null ? null : rowAt(slots.indexOf(id));
    }

    @Nullable QueueRow rowAt(int index) {
        return index >= 0 && index < slots.size() ? slots.get(index).row.get() : null;
    }

    /// Shows all open cases again.
    public void clear() {
        filters.clear();
    }

    /// Goes to the case nobody has that stands first, of those asked for; in the list, should it have come since.
    public void worstUnclaimed() {
        UUID worst = page.get().worstUnclaimed();
        if (worst != null) {
            select(worst);
            if (!inList(worst)) {
                showArrived();
            }
        }
    }

    private boolean inList(UUID id) {
        return slots.indexOf(id) >= 0 || first > 0;
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

    /// Something was arranged at another desk of this operator's.
    public void rearrange() {
        arrangement.reload();
    }
}
