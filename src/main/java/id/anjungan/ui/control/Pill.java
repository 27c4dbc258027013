package id.anjungan.ui.control;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.HBox;

/// A standing of the desk in the bar: connection, shift, operator. A button, as each opens its details.
public final class Pill extends Button {
    public Pill(Node... parts) {
        HBox row = new HBox(4, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().setAll("pill");
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(USE_PREF_SIZE);
    }
}
