package id.anjungan.ui.control;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.Group;
import javafx.scene.Node;

/// A full dot for live, an open triangle for stale, a cross for offline, and the age in figures beside it.
public final class FreshnessMark extends HBox {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass OFFLINE = PseudoClass.getPseudoClass("offline");
    private static final double SIZE = 8;

    private final StackPane glyph = new StackPane();
    private final Label age = new Label();
    private Freshness state = Freshness.LIVE;

    public FreshnessMark() {
        getStyleClass().add("freshness");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        age.getStyleClass().add("figure");
        age.setMinWidth(USE_PREF_SIZE);
        glyph.setMinSize(SIZE, SIZE);
        glyph.getChildren().setAll(shape(state));
        getChildren().setAll(glyph, age);
    }

    /// `text` is the age as the language writes it, or a word; empty shows the glyph alone.
    public void show(Freshness next, String text) {
        age.setText(text);
        boolean words = !text.isEmpty();
        age.setVisible(words);
        age.setManaged(words);
        if (next != state) {
            state = next;
            glyph.getChildren().setAll(shape(next));
            pseudoClassStateChanged(STALE, next == Freshness.STALE);
            pseudoClassStateChanged(OFFLINE, next == Freshness.OFFLINE);
        }
    }

    public Freshness state() {
        return state;
    }

    private static Node shape(Freshness f) {
        return switch (f) {
            case LIVE -> styled(new Circle(SIZE / 2), "dot");
            case STALE -> styled(new Polygon(SIZE / 2, 0.5, SIZE, SIZE - 0.5, 0, SIZE - 0.5), "open");
            case OFFLINE ->
                styled(new Group(styled(new Line(0, 0, SIZE - 1, SIZE - 1), "open"),
                        styled(new Line(0, SIZE - 1, SIZE - 1, 0), "open")), "cross");
        };
    }

    private static Node styled(Node node, String styleClass) {
        node.getStyleClass().add(styleClass);
        return node;
    }
}
