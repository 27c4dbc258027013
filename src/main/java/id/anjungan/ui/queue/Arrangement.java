package id.anjungan.ui.queue;

import id.anjungan.state.Desk;
import id.anjungan.state.QueueSettings;
import id.anjungan.ui.control.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/// How this operator has arranged the queue: which cases are pinned, what a row tells and in which order. On the
/// JavaFX thread.
final class Arrangement {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final QueueSettings settings;
    /// The latest first, as they stand.
    final ObjectProperty<List<UUID>> pins = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<Column>> columns = new SimpleObjectProperty<>(Column.USUAL);

    Arrangement(Desk desk, ObservableValue<Words> words) {
        this.desk = desk;
        this.words = words;
        settings = new QueueSettings(desk);
        reload();
    }

    /// Also when something was arranged at another desk of this operator's.
    void reload() {
        columns.set(settings.columns().map(Arrangement::named).orElse(Column.USUAL));
        if (!settings.pins().equals(pins.get())) {
            pins.set(settings.pins());
            desk.queue().pins(pins.get());
        }
    }

    private static List<Column> named(List<String> names) {
        return Arrays.stream(Column.values())
                .filter(c -> names.contains(c.name()))
                .sorted(java.util.Comparator.comparingInt(c -> names.indexOf(c.name())))
                .toList();
    }

    void pin(UUID id) {
        List<UUID> next = new ArrayList<>(pins.get());
        if (!next.remove(id)) {
            next.addFirst(id);
        }
        settings.pins(next);
        pins.set(settings.pins());
        desk.queue().pins(pins.get());
    }

    /// What a row tells now, in its order, then what it could tell; choosing puts one in last, or takes it out.
    List<Choice> choices(String typed) {
        Words w = words.getValue();
        List<Column> all = new ArrayList<>(columns.get());
        Arrays.stream(Column.values()).filter(c -> !all.contains(c)).forEach(all::add);
        return all.stream()
                .map(c -> new Choice(kind(c, w), w.get("queue.column." + c.name()), () -> toggle(c)))
                .filter(c -> c.fits(typed))
                .toList();
    }

    private String kind(Column c, Words w) {
        int at = columns.get().indexOf(c);
        return at < 0 ? w.get("queue.column.off") : w.get("queue.column.on", w.formats().number(at + 1L));
    }

    private void toggle(Column c) {
        List<Column> next = new ArrayList<>(columns.get());
        if (!next.remove(c)) {
            next.add(c);
        }
        columns.set(List.copyOf(next));
        settings.columns(next.stream().map(Column::name).toList());
    }
}
