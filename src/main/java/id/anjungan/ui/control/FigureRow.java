package id.anjungan.ui.control;

import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Several figures in one frame, ruled apart by lines.
public final class FigureRow extends HBox {
    public FigureRow(FigureBox... boxes) {
        getStyleClass().add("figure-row");
        getChildren().setAll(boxes);
        for (FigureBox b : boxes) {
            HBox.setHgrow(b, Priority.ALWAYS);
        }
        if (boxes.length > 0) {
            boxes[0].getStyleClass().add("first");
        }
    }
}
