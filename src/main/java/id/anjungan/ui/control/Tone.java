package id.anjungan.ui.control;

import java.util.Arrays;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// What the colour of a text or shape says. A tone never stands alone: a shape, sign or word says it too.
public enum Tone {
    PLAIN(null),
    MUTED("muted"),
    ACCENT("as-accent"),
    GOOD("as-good"),
    LOW("as-low"),
    MEDIUM("as-medium"),
    HIGH("as-high"),
    EMERGENCY("as-emergency");

    private final @Nullable String styleClass;

    Tone(@Nullable String styleClass) {
        this.styleClass = styleClass;
    }

    /// Gives the node this tone instead of the one it had.
    public void on(Node node) {
        boolean has = styleClass == null || node.getStyleClass().contains(styleClass);
        long tones = Arrays.stream(values())
                .filter(t -> t.styleClass != null && node.getStyleClass().contains(t.styleClass))
                .count();
        if (has && tones == (styleClass == null ? 0 : 1)) {
            return;
        }
        Arrays.stream(values()).forEach(t -> node.getStyleClass().remove(t.styleClass));
        if (styleClass != null) {
            node.getStyleClass().add(styleClass);
        }
    }
}
