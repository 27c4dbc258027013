package id.anjungan.ui.control;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;

/// The name of a page in the bar, underlined while it is shown, with how many wait there.
public final class NavTab extends ToggleButton {
    private final Badge badge = new Badge();

    public NavTab(String text) {
        super(text);
        getStyleClass().setAll("nav-tab");
        setContentDisplay(ContentDisplay.RIGHT);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Empty shows none.
    public void setWaiting(String n) {
        badge.show(n);
        setGraphic(n.isEmpty() ? null : badge);
        setAccessibleText(n.isEmpty() ? getText() : getText() + ", " + n);
    }

    /// A page stays chosen when it is chosen again.
    @Override
    public void fire() {
        if (!isSelected()) {
            super.fire();
        }
    }
}
