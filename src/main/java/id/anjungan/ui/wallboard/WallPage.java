package id.anjungan.ui.wallboard;

import id.anjungan.ui.control.Words;
import java.time.Instant;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// One page of the wall. Laid out in the pixels of the design, which the sheet magnifies; it shows as many things as
/// have room and never smaller ones. On the JavaFX thread.
abstract class WallPage extends Region {
    private final String kind;

    WallPage(String kind) {
        this.kind = kind;
        getStyleClass().add("wall-page");
    }

    /// Its permanent name in the plan.
    final String kind() {
        return kind;
    }

    /// Whether there is anything to show: a page whose data the city does not have is none.
    abstract boolean has(WallMoment m, Words w);

    abstract void show(WallMoment m, Words w, Instant now);

    /// Whether what matters on it has room.
    boolean fits(double width, double height) {
        return width >= leastWidth() && height >= leastHeight();
    }

    double leastWidth() {
        return 640;
    }

    double leastHeight() {
        return 300;
    }

    /// What is painted pixel by pixel, with its place on the page, and how much larger than it is drawn; null for most.
    @Nullable Region painted() {
        return null;
    }

    @Nullable Region place() {
        return null;
    }

    double magnified() {
        return 1;
    }

    static <T extends Node> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }
}
