package id.anjungan.ui.map;

import id.anjungan.profile.Nearest;
import id.anjungan.ui.control.Chips;
import id.anjungan.ui.control.Paragraph;
import id.anjungan.ui.control.Words;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The ten nearest of a kind, numbered as on the map.
final class NearestPane extends VBox {
    private final Words w;
    private final Chips<Nearest.What> chips;
    private final VBox rows = new VBox(6);

    NearestPane(Around around, Words w) {
        super(10);
        this.w = w;
        chips = new Chips<>(around.what.get());
        for (Nearest.What what : Nearest.What.values()) {
            chips.add(what, w.get("map.nearest." + what.name()));
        }
        chips.chosenProperty().subscribe(around.what::set);
        around.what.subscribe(chips::choose);
        getChildren().setAll(chips, rows);
    }

    void show(List<Nearest.Found> found, boolean placed) {
        if (found.isEmpty()) {
            rows.getChildren().setAll(muted(w.get(placed ? "map.nearest.none" : "map.nearest.unplaced")));
            return;
        }
        rows.getChildren().clear();
        int n = 0;
        for (Nearest.Found f : found) {
            rows.getChildren().add(row(++n, f));
        }
        if (found.stream().anyMatch(Nearest.Found::approximate)) {
            rows.getChildren().add(muted(w.get("map.nearest.approximate")));
        }
    }

    private Node row(int n, Nearest.Found f) {
        Label number = new Label(Integer.toString(n));
        number.getStyleClass().addAll("map-number", "figure");
        Label name = new Label(f.name());
        name.setMinWidth(0);
        Label contact = new Label(f.contact().isBlank() ? w.get("map.nearest.noContact") : f.contact());
        contact.getStyleClass().addAll("muted", "figure");
        contact.setMinWidth(0);
        VBox words = new VBox(name, contact);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label far = new Label((f.approximate() ? "± " : "") + w.formats().distance(f.metres()));
        far.getStyleClass().add("figure");
        far.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(10, number, words, far);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label muted(String text) {
        return Paragraph.of(text, "muted");
    }

    void focusFirst() {
        chips.getChildren().stream().filter(Node::isFocusTraversable).findFirst().ifPresent(Node::requestFocus);
    }
}
