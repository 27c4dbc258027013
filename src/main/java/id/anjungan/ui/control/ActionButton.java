package id.anjungan.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;

/// Something to do, with the key that does it.
public final class ActionButton extends Button {
    public ActionButton(String text, String key) {
        super(text);
        getStyleClass().setAll("action");
        if (!key.isEmpty()) {
            Label hint = new Label(key);
            hint.getStyleClass().add("key");
            hint.setMinWidth(USE_PREF_SIZE);
            setGraphic(hint);
            setContentDisplay(ContentDisplay.RIGHT);
            setAccessibleText(text + ", " + key);
        }
        setMaxWidth(Double.MAX_VALUE);
    }

    /// Marks the one most likely to be wanted.
    public ActionButton primary() {
        getStyleClass().add("primary");
        return this;
    }

    /// Marks one that cannot be taken back.
    public ActionButton danger() {
        getStyleClass().add("danger");
        return this;
    }
}
