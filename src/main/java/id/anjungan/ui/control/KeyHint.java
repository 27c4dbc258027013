package id.anjungan.ui.control;

import javafx.scene.control.Label;

/// A key, boxed, beside what it does.
public final class KeyHint extends Label {
    public KeyHint(String key) {
        super(key);
        getStyleClass().add("key-hint");
        setMinWidth(USE_PREF_SIZE);
    }
}
