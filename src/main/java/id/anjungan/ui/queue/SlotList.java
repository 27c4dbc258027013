package id.anjungan.ui.queue;

import id.anjungan.state.QueuePage;
import id.anjungan.state.QueueRow;
import java.util.Iterator;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javafx.collections.ObservableListBase;

/// As many places as the queue has rows, of which only those in the window hold one. A new page changes rows in
/// place; the list itself only grows or shrinks at its end. Places are made when first looked at, so a hundred
/// thousand cost nothing.
final class SlotList extends ObservableListBase<Slot> {
    private final Map<Integer, Slot> made = new HashMap<>();
    private int size;

    @Override
    public Slot get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        return made.computeIfAbsent(index, Slot::new);
    }

    @Override
    public int size() {
        return size;
    }

    void show(QueuePage page) {
        resize(page.total());
        int first = page.first();
        int end = first + page.rows().size();
        for (int i = first; i < end && i < size; i++) {
            QueueRow row = page.rows().get(i - first);
            Slot slot = get(i);
            if (!row.equals(slot.row.get())) {
                slot.row.set(row);
            }
        }
        // What is outside the window is not known any more; showing the old rows there would be a lie.
        for (Iterator<Slot> all = made.values().iterator(); all.hasNext(); ) {
            Slot s = all.next();
            if (s.index < first || s.index >= end) {
                s.row.set(null);
                all.remove();
            }
        }
    }

    /// Where a case stands in the window, or -1.
    int indexOf(UUID id) {
        for (Slot s : made.values()) {
            QueueRow row = s.row.get();
            if (row != null && row.id().equals(id)) {
                return s.index;
            }
        }
        return -1;
    }

    private void resize(int now) {
        int was = size;
        if (now == was) {
            return;
        }
        beginChange();
        size = now;
        if (now > was) {
            nextAdd(was, now);
        } else {
            List<Slot> gone = new java.util.ArrayList<>();
            for (int i = now; i < was; i++) {
                Slot s = made.remove(i);
                gone.add(s == null ? new Slot(i) : s);
            }
            nextRemove(now, gone);
        }
        endChange();
    }
}
