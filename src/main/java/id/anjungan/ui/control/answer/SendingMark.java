package id.anjungan.ui.control.answer;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Tone;
import id.anjungan.ui.control.Words;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// How far a message has come: a shape, the word, and what can still be done about it.
public final class SendingMark extends HBox {
    /// `again` is given the words of a message that did not arrive, to be written once more.
    public SendingMark(Sending sending, Words w, Consumer<String> again) {
        super(6);
        getStyleClass().addAll("sending", sending.delivery().name().toLowerCase(Locale.ROOT));
        setAlignment(Pos.CENTER_LEFT);
        FontIcon icon = new FontIcon(icon(sending));
        Label word = new Label(sending.words());
        word.getStyleClass().addAll("tertiary", "figure");
        word.setMinWidth(Region.USE_PREF_SIZE);
        tone(sending).on(word);
        getChildren().setAll(icon, word);
        if (sending.undoable()) {
            Label how = new Label(w.get("answer.held.undo"));
            how.getStyleClass().addAll("muted", "tertiary");
            getChildren().addAll(new KeyHint(w.key(Act.UNDO)), how);
        }
        if (sending.doubtful()) {
            Button more = new Button(w.get("answer.again"));
            more.getStyleClass().setAll("link");
            more.setOnAction(e -> again.accept(sending.body()));
            getChildren().add(more);
        }
    }

    private static String icon(Sending s) {
        return switch (s.delivery()) {
            case WAITING, NONE -> "mdoal-access_time";
            case SENT -> "mdoal-done";
            case DELIVERED -> "mdoal-done_all";
            case UNCERTAIN -> "mdoal-help_outline";
            case FAILED -> "mdoal-error_outline";
            case CANCELLED -> "mdomz-undo";
        };
    }

    private static Tone tone(Sending s) {
        return switch (s.delivery()) {
            case WAITING, NONE, CANCELLED -> Tone.MUTED;
            case SENT -> Tone.LOW;
            case DELIVERED -> Tone.GOOD;
            case UNCERTAIN -> Tone.HIGH;
            case FAILED -> Tone.EMERGENCY;
        };
    }
}
