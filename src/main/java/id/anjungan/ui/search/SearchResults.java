package id.anjungan.ui.search;

import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What was found, under the box one types in.
public final class SearchResults extends View {
    private static final PseudoClass MARKED = PseudoClass.getPseudoClass("marked");

    private final SearchViewModel vm;
    private final Words w;
    private final VBox box;

    public SearchResults(SearchViewModel vm, Words w) {
        super(new VBox());
        this.vm = vm;
        this.w = w;
        box = (VBox) root();
        box.getStyleClass().add("search-results");
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    @Override
    protected void attached(Scope on) {
        on.onInvalid(vm.found, this::draw);
        on.show(vm.showing, is -> {
            box.setVisible(is);
            box.setManaged(is);
            draw();
        });
        on.show(vm.marked, i -> mark());
    }

    private void draw() {
        box.getChildren().setAll(vm.found.stream().map(this::line).toList());
        if (vm.found.isEmpty()) {
            Label none = new Label(w.get("search.none", vm.textProperty().get()));
            none.getStyleClass().addAll("muted", "search-none");
            box.getChildren().setAll(none);
        }
        vm.closedSince().ifPresent(at -> {
            Label limit = new Label(w.get("search.closedSince", w.formats().date(at)));
            limit.getStyleClass().addAll("muted", "secondary", "search-none");
            box.getChildren().add(limit);
        });
        mark();
    }

    private void mark() {
        for (int i = 0; i < box.getChildren().size(); i++) {
            box.getChildren().get(i).pseudoClassStateChanged(MARKED, i == vm.marked.get() && !vm.found.isEmpty());
        }
    }

    private Node line(QueueRow r) {
        Label number = new Label(r.number());
        number.getStyleClass().addAll("muted", "figure");
        number.setMinWidth(Region.USE_PREF_SIZE);
        Label title = new Label(r.title().isBlank() ? w.city().category(r.category()) : r.title());
        title.setMinWidth(0);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Label state = new Label(w.text().of(r.state()));
        state.getStyleClass().add("muted");
        state.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(12, new PriorityMark(r.priority(), 14), number, title, state);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("search-line");
        line.setOnMouseClicked(e -> vm.choose(r));
        return line;
    }
}
