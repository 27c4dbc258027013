package id.anjungan.ui.queue;

import id.anjungan.state.QueueRow;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// A place in the queue. What stands there changes; the place does not, so the list never has to be built anew.
final class Slot {
    final int index;
    final ObjectProperty<@Nullable QueueRow> row = new SimpleObjectProperty<>();

    Slot(int index) {
        this.index = index;
    }
}
