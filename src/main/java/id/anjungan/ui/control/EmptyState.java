package id.anjungan.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands where there is nothing: a sentence, and what to do or expect next.
public final class EmptyState extends VBox {
    private final Label sentence = new Label();
    private final Label hint = new Label();

    /// `icon` is a Material literal such as `mdoal-check_circle`.
    public EmptyState(String icon, String text, String next) {
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        sentence.getStyleClass().add("sentence");
        hint.getStyleClass().add("hint");
        for (Label l : new Label[] {sentence, hint}) {
            l.setWrapText(true);
            l.setTextAlignment(TextAlignment.CENTER);
        }
        say(text, next);
        getChildren().setAll(new FontIcon(icon), sentence, hint);
    }

    public void say(String text, String next) {
        sentence.setText(text);
        hint.setText(next);
    }
}
