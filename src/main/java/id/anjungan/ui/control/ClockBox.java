package id.anjungan.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One deadline of a case: its name and what is left of it.
public final class ClockBox extends VBox {
    private final Label name = new Label();
    private final Countdown left = new Countdown();

    public ClockBox() {
        getStyleClass().add("clock-box");
        name.getStyleClass().add("name");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        left.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(name, left);
        setMaxWidth(Double.MAX_VALUE);
    }

    public void show(String title, String text, Countdown.Urgency urgency) {
        name.setText(title);
        left.show(text, urgency);
    }
}
