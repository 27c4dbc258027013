package id.anjungan.ui.control;

import javafx.scene.control.Label;

/// A colleague as initials in a disc; the full name is its accessible text.
public final class Avatar extends Label {
    public Avatar(String name) {
        super(Initials.of(name));
        getStyleClass().add("avatar");
        setAccessibleText(name);
    }
}
