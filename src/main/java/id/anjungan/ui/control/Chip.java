package id.anjungan.ui.control;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

/// A filter to switch on and off, with how many it would show.
public final class Chip extends ToggleButton {
    private final Label count = new Label();

    public Chip(String text) {
        super(text);
        getStyleClass().setAll("chip");
        count.getStyleClass().addAll("count", "figure");
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Empty shows none.
    public void setCount(String n) {
        count.setText(n);
        setGraphic(n.isEmpty() ? null : count);
        setAccessibleText(n.isEmpty() ? getText() : getText() + ", " + n);
    }
}
