package id.anjungan.ui.control;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What makes a field usable by keyboard alone and by ear.
public final class Access {
    private Access() {}

    /// The prompt is what a field is called too: a screen reader would say the content alone once there is some.
    public static <T extends TextInputControl> T prompt(T field, String words) {
        field.setPromptText(words);
        field.setAccessibleText(words);
        return field;
    }

    /// Tab goes on from a box of several lines as from any other; nobody needs the sign itself here.
    public static void tabLeaves(TextArea box) {
        box.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.TAB && !e.isShortcutDown()) {
                box.requestFocusTraversal(e.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
                e.consume();
            }
        });
    }
}
