package id.anjungan.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Words that take as many lines as they need and are never squeezed into fewer. On the JavaFX thread.
public final class Paragraph {
    private Paragraph() {}

    public static Label of(String text, String... styleClasses) {
        Label l = new Label(text);
        l.getStyleClass().addAll(styleClasses);
        l.setWrapText(true);
        l.setMinHeight(Region.USE_PREF_SIZE);
        return l;
    }
}
