package id.anjungan.ui.control;

import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;

/// The name of a page in the bar, underlined while it is shown, with how many wait there.
public final class NavTab extends ToggleButton {
    private final Badge badge = new Badge();
    private final HBox beside;
    private final KeyHint hint;
    private final String key;

    /// `key` is what takes one there.
    public NavTab(String text, String key) {
        super(text);
        this.key = key;
        hint = new KeyHint(key);
        beside = new HBox(6, hint);
        beside.setAlignment(Pos.CENTER);
        setGraphic(beside);
        setAccessibleText(text + ", " + key);
        getStyleClass().setAll("nav-tab");
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Shows its key only while `there` is room for it.
    public void showKey(ObservableBooleanValue there) {
        hint.visibleProperty().bind(there);
        hint.managedProperty().bind(there);
    }

    /// Empty shows none.
    public void setWaiting(String n) {
        badge.show(n);
        beside.getChildren().remove(badge);
        if (!n.isEmpty()) {
            beside.getChildren().addFirst(badge);
        }
        setAccessibleText(getText() + ", " + (n.isEmpty() ? "" : n + ", ") + key);
    }

    /// A page stays chosen when it is chosen again.
    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
