package id.anjungan.ui.control;

import javafx.scene.control.Label;

/// A short remark in a frame: three reports, a flood cluster, recorded offline.
public final class Tag extends Label {
    public Tag(String text) {
        super(text);
        getStyleClass().add("tag");
        setMinWidth(USE_PREF_SIZE);
    }

    public Tag tone(Tone tone) {
        tone.on(this);
        return this;
    }
}
