package id.anjungan.ui.control;

import javafx.scene.control.Label;

/// How many wait behind a name; nothing at all when none do.
public final class Badge extends Label {
    public Badge() {
        getStyleClass().addAll("badge", "figure");
        setMinWidth(USE_PREF_SIZE);
        show("");
    }

    /// Empty hides it.
    public void show(String n) {
        setText(n);
        setVisible(!n.isEmpty());
        setManaged(!n.isEmpty());
    }
}
