package id.anjungan.ui.control;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/// What has just been done or refused, at the foot of the screen for a while, with a way back where there is
/// one. At most four; the oldest gives way. While the mouse is on one it stays. Never the only place where
/// something is said: a refusal is in its list too. Put it last into a `StackPane`.
public final class Toasts extends VBox {
    private static final int MOST = 4;

    public enum Kind {
        DONE("mdoal-check_circle", Tone.GOOD),
        INFO("mdoal-info", Tone.LOW),
        REFUSED("mdoal-error", Tone.EMERGENCY);

        private final String icon;
        private final Tone tone;

        Kind(String icon, Tone tone) {
            this.icon = icon;
            this.tone = tone;
        }
    }

    public Toasts() {
        getStyleClass().add("toasts");
        setAlignment(Pos.BOTTOM_CENTER);
        setPickOnBounds(false);
        StackPane.setAlignment(this, Pos.BOTTOM_CENTER);
    }

    public void show(Kind kind, String text, Duration stays) {
        put(row(kind, text), stays);
    }

    /// With one thing that can be done about it, once.
    public void show(Kind kind, String text, Duration stays, String actionWord, Runnable action) {
        HBox row = row(kind, text);
        Button button = new Button(actionWord);
        button.getStyleClass().setAll("toast-action");
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> {
            getChildren().remove(row);
            action.run();
        });
        row.getChildren().add(button);
        put(row, stays);
    }

    private HBox row(Kind kind, String text) {
        FontIcon icon = new FontIcon(kind.icon);
        icon.getStyleClass().add("toast-icon");
        kind.tone.on(icon);
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMaxWidth(420);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(12, icon, words, gap);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("toast");
        row.setMaxWidth(USE_PREF_SIZE);
        row.setAccessibleRole(AccessibleRole.TEXT);
        row.setAccessibleText(text);
        return row;
    }

    private void put(HBox row, Duration stays) {
        if (getChildren().size() == MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(row);
        PauseTransition end = new PauseTransition(stays);
        end.setOnFinished(e -> getChildren().remove(row));
        row.hoverProperty().addListener((at, was, is) -> {
            if (is) {
                end.stop();
            } else {
                end.playFromStart();
            }
        });
        end.play();
    }
}
