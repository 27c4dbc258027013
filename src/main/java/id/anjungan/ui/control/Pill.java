package id.anjungan.ui.control;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// A standing of the desk in the bar: connection, shift, operator. A button, as each opens its details.
public final class Pill extends Button {
    private final HBox row;

    public Pill(Node... parts) {
        row = new HBox(4, parts);
        row.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().setAll("pill");
        setGraphic(row);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMinWidth(USE_PREF_SIZE);
    }

    /// Says what its parts say.
    @Override
    public @Nullable Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... args) {
        String own = getAccessibleText();
        if (attribute != AccessibleAttribute.TEXT || (own != null && !own.isEmpty())) {
            return super.queryAccessibleAttribute(attribute, args);
        }
        return row.getChildren().stream()
                .flatMap(n -> n instanceof Labeled l && l.getText() != null ? Stream.of(l.getText()) : Stream.empty())
                .filter(t -> !t.isBlank())
                .collect(Collectors.joining(" "));
    }
}
