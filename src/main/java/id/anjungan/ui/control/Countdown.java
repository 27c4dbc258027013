package id.anjungan.ui.control;

import javafx.geometry.Pos;
import javafx.scene.control.Label;

/// What is left of a deadline, right aligned in figures of one width. Lateness shows as the minus sign the
/// text begins with; the colour only underlines it.
public final class Countdown extends Label {
    public Countdown() {
        getStyleClass().addAll("countdown", "figure");
        setAlignment(Pos.CENTER_RIGHT);
        setMinWidth(USE_PREF_SIZE);
    }

    /// How near the deadline is.
    public enum Urgency {
        CALM(Tone.PLAIN),
        SOON(Tone.HIGH),
        LATE(Tone.EMERGENCY),
        /// Stands still.
        PAUSED(Tone.MUTED);

        private final Tone tone;

        Urgency(Tone tone) {
            this.tone = tone;
        }
    }

    public void show(String left, Urgency urgency) {
        setText(left);
        urgency.tone.on(this);
    }
}
