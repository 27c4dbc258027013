package id.anjungan.ui.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Filters of which exactly one is on. Tab reaches the row once; left and right go along it.
public final class Chips<T> extends HBox {
    private final Map<T, Chip> chips = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<T> chosen;

    /// Begins with `first` chosen; add a chip for it too.
    public Chips(T first) {
        chosen = new ReadOnlyObjectWrapper<>(first);
        getStyleClass().add("chips");
        setAlignment(Pos.CENTER_LEFT);
        // Before the buttons, which would take the arrows for moving the focus anywhere.
        addEventFilter(KeyEvent.KEY_PRESSED, this::moved);
    }

    public Chips<T> add(T value, String text) {
        Chip chip = new Chip(text);
        chips.put(value, chip);
        getChildren().add(chip);
        chip.setOnAction(e -> choose(value));
        mark();
        return this;
    }

    public void choose(T value) {
        chosen.set(value);
        mark();
    }

    public void setCount(T value, String n) {
        chip(value).setCount(n);
    }

    public T chosen() {
        return chosen.get();
    }

    public ReadOnlyObjectProperty<T> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    private Chip chip(T value) {
        return Objects.requireNonNull(chips.get(value), "no chip was added for it");
    }

    private void mark() {
        chips.forEach((value, chip) -> {
            boolean on = value.equals(chosen.get());
            chip.setSelected(on);
            chip.setFocusTraversable(on);
        });
    }

    private void moved(KeyEvent e) {
        int step = e.getCode() == KeyCode.RIGHT ? 1 : e.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step == 0) {
            return;
        }
        List<T> values = List.copyOf(chips.keySet());
        int at = Math.clamp(values.indexOf(chosen.get()) + (long) step, 0, values.size() - 1);
        choose(values.get(at));
        chip(values.get(at)).requestFocus();
        e.consume();
    }
}
