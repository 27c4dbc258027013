package id.anjungan.ui.wallboard;

import javafx.scene.Node;

/// The tone of a node: a style class of the theme in place of the one it had, empty for plain.
final class Tone {
    private final Node node;
    private String now = "";

    Tone(Node node) {
        this.node = node;
    }

    void set(String next) {
        if (!next.equals(now)) {
            node.getStyleClass().remove(now);
            if (!next.isEmpty()) {
                node.getStyleClass().add(next);
            }
            now = next;
        }
    }
}
