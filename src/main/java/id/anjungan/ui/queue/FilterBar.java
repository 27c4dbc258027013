package id.anjungan.ui.queue;

import id.anjungan.state.Facet;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.QueuePage;
import id.anjungan.ui.control.Access;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Words;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// Above the list: the words looked for, what else can be asked for, and what is, each on a chip that takes it away.
final class FilterBar extends VBox {
    private final FilterViewModel vm;
    private final Words w;
    final TextField search = new TextField();
    private final Label total = new Label();
    private final FlowPane chips = new FlowPane(6, 6);
    private QueueFilter shown = QueueFilter.ALL;

    FilterBar(FilterViewModel vm, Words w, Runnable pick, Runnable views, Runnable columns) {
        this.vm = vm;
        this.w = w;
        Access.prompt(search, w.get("queue.search"));
        search.setId("queue-search");
        search.getStyleClass().add("queue-search");
        total.setId("queue-total");
        total.getStyleClass().add("queue-total");
        total.setMinWidth(Region.USE_PREF_SIZE);
        HBox bar = new HBox(
                8, search, button("queue-pick", "queue.filter.add", Act.FILTER, pick), button("queue-views", "queue.views", Act.VIEWS, views),
                button("queue-columns", "queue.columns", Act.COLUMNS, columns),
                total);
        bar.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(search, Priority.ALWAYS);
        chips.setId("queue-chips");
        getStyleClass().add("queue-bar");
        getChildren().setAll(bar, chips);
        setSpacing(8);
        draw(shown);
    }

    private Button button(String id, String key, Act act, Runnable action) {
        Button b = new Button(w.get(key), new KeyHint(w.key(act)));
        b.getStyleClass().setAll("link");
        b.setContentDisplay(ContentDisplay.RIGHT);
        b.setId(id);
        b.setMinWidth(Region.USE_PREF_SIZE);
        b.setOnAction(e -> action.run());
        return b;
    }

    void show(QueuePage page) {
        total.setText(w.text().count("queue.total", page.total()));
        if (!page.filter().equals(shown)) {
            draw(page.filter());
        }
    }

    private void draw(QueueFilter filter) {
        shown = filter;
        chips.getChildren().clear();
        filter.facets().forEach(f -> chips.getChildren().add(chip(f)));
        boolean any = !filter.facets().isEmpty();
        if (any) {
            chips.getChildren().add(button("queue-clear", "queue.filter.clear", Act.CLEAR, vm::clear));
        }
        chips.setVisible(any);
        chips.setManaged(any);
    }

    private Button chip(Facet f) {
        Button chip = new Button(vm.name(f), new FontIcon("mdoal-close"));
        chip.getStyleClass().setAll("chip", "facet");
        chip.setContentDisplay(ContentDisplay.RIGHT);
        chip.setMinWidth(Region.USE_PREF_SIZE);
        chip.setAccessibleText(w.get("queue.filter.remove", vm.name(f)));
        chip.setOnAction(e -> vm.remove(f));
        return chip;
    }
}
