package id.anjungan.ui.settings;

import id.anjungan.ui.control.Ordering;
import id.anjungan.ui.control.Words;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Things in an order one can change, each with a tick that shows it; all by keyboard.
final class OrderList extends VBox {
    private final String id;
    private final ObjectProperty<Ordering> order;
    private final List<String> usual;
    private final Function<String, String> named;
    private final Words w;

    /// `id` begins the ids of what is in it.
    OrderList(String id, ObjectProperty<Ordering> order, List<String> usual, Function<String, String> named, Words w) {
        super(2);
        this.id = id;
        this.order = order;
        this.usual = usual;
        this.named = named;
        this.w = w;
        getStyleClass().add("order-list");
        show();
    }

    private void show() {
        List<String> all = order.get().all(usual);
        List<String> shown = order.get().shown(usual);
        getChildren().setAll(all.stream().map(n -> row(n, shown.contains(n), all)).toList());
    }

    private HBox row(String name, boolean shown, List<String> all) {
        CheckBox tick = new CheckBox(named.apply(name));
        tick.setSelected(shown);
        tick.setId(id + "-" + name);
        tick.setOnAction(e -> become(order.get().toggle(usual, name), id + "-" + name));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(
                6, tick, gap, button(name, "up", "mdoal-keyboard_arrow_up", -1, all.getFirst().equals(name)),
                button(name, "down", "mdoal-keyboard_arrow_down", 1, all.getLast().equals(name)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button button(String name, String way, String icon, int by, boolean atEnd) {
        Button b = new Button("", new FontIcon(icon));
        b.getStyleClass().setAll("icon-button");
        b.setId(id + "-" + name + "-" + way);
        b.setAccessibleText(w.get("shell.settings." + way, named.apply(name)));
        b.setDisable(atEnd);
        b.setOnAction(e -> become(order.get().move(usual, name, by), id + "-" + name + "-" + way));
        return b;
    }

    /// The keyboard stays on what it was on, or on the row when that cannot be pressed any more.
    private void become(Ordering next, String focus) {
        order.set(next);
        show();
        javafx.scene.Node at = lookup("#" + focus);
        if (at != null && !at.isDisabled()) {
            at.requestFocus();
        } else {
            String rest = focus.replaceFirst("-(up|down)$", "");
            javafx.scene.Node tick = lookup("#" + rest);
            if (tick != null) {
                tick.requestFocus();
            }
        }
    }
}
