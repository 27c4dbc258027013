package id.anjungan.ui.wallboard;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One big figure with its name above and what explains it below.
final class FigureCard extends VBox {
    static final double LEAST_WIDTH = 268;
    static final double HEIGHT = 162;

    private final Label name = WallPage.styled(new Label(), "wall-figure-name", "wall-secondary");
    private final Label value;
    private final Label hint = WallPage.styled(new Label(), "wall-figure-hint", "wall-secondary", "figure");
    private final Tone tone;

    FigureCard() {
        this(false);
    }

    FigureCard(boolean large) {
        value = WallPage.styled(new Label(), large ? "wall-figure-huge" : "wall-figure-value", "figure");
        tone = new Tone(value);
        getStyleClass().addAll("wall-pane", "wall-figure");
        value.setMinWidth(USE_PREF_SIZE);
        getChildren().setAll(name, value, hint);
    }

    void show(WallTexts.Figure f) {
        name.setText(f.label());
        value.setText(f.value());
        hint.setText(f.hint());
        tone.set(f.tone());
    }
}
