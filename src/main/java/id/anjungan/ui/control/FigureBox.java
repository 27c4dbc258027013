package id.anjungan.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// One number of the shift: what it is, how much, and what it is measured against.
public final class FigureBox extends VBox {
    private final Label name = new Label();
    private final Label figure = new Label();
    private final Label note = new Label();

    public FigureBox(String title) {
        getStyleClass().add("figure-box");
        name.setText(title);
        name.getStyleClass().add("name");
        figure.getStyleClass().addAll("count", "figure");
        note.getStyleClass().addAll("note", "figure");
        getChildren().setAll(name, figure, note);
    }

    public void show(String value, Tone tone, String beside) {
        figure.setText(value);
        tone.on(figure);
        note.setText(beside);
        setAccessibleText(name.getText() + " " + value + ", " + beside);
    }
}
