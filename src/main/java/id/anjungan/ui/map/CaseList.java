package id.anjungan.ui.map;

import id.anjungan.domain.Case;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The cases of a cluster or an incident, to be gone through with the arrows.
final class CaseList extends VBox {
    private static final double ROW = 46;
    private static final int MOST_ROWS = 8;

    private final MapViewModel vm;
    private final Words w;
    private final Supplier<Instant> now;
    private final ListView<Case> list = new ListView<>();
    private final Label more = new Label();
    private boolean showing;

    CaseList(MapViewModel vm, Words w, Supplier<Instant> now) {
        this.vm = vm;
        this.w = w;
        this.now = now;
        more.getStyleClass().addAll("muted", "figure");
        more.setWrapText(true);
        list.getStyleClass().add("map-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(l -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(c -> {
            if (c != null && !showing) {
                vm.select(c.id());
            }
        });
        list.setAccessibleText(w.get("map.list"));
        getChildren().setAll(list, more);
    }

    void show(List<Case> cases) {
        showing = true;
        list.getItems().setAll(cases);
        list.setPrefHeight(ROW * Math.clamp(cases.size(), 1, MOST_ROWS) + 2);
        int rest = vm.listedOf.get() - cases.size();
        more.setText(rest > 0 ? w.text().count("map.list.more", rest) : "");
        more.setVisible(rest > 0);
        more.setManaged(rest > 0);
        showing = false;
    }

    /// The selection came from elsewhere.
    void select(@Nullable UUID id) {
        showing = true;
        list.getItems().stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .ifPresentOrElse(c -> list.getSelectionModel().select(c), list.getSelectionModel()::clearSelection);
        showing = false;
    }

    void focusList() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getFocusModel().focus(0);
        }
    }

    private final class Cell extends ListCell<Case> {
        @Override
        protected void updateItem(@Nullable Case c, boolean empty) {
            super.updateItem(c, empty);
            setText(null);
            if (empty || c == null) {
                setGraphic(null);
                return;
            }
            Label what = new Label(w.city().category(c.category()));
            what.getStyleClass().add("map-list-what");
            String place = w.place(c.location().district(), c.location().village());
            Label where = new Label(c.number() + " · " + w.formats().age(Duration.between(c.cameAt(), now.get()))
                    + (place.isEmpty() ? "" : " · " + place));
            where.getStyleClass().addAll("muted", "figure");
            VBox words = new VBox(1, what, where);
            words.setMinWidth(0);
            HBox row = new HBox(10, new PriorityMark(c.priority(), 15), words);
            row.setAlignment(Pos.CENTER_LEFT);
            row.setMaxWidth(Region.USE_PREF_SIZE);
            row.setPrefWidth(0);
            row.setMinWidth(0);
            row.maxWidthProperty().bind(list.widthProperty().subtract(28));
            row.prefWidthProperty().bind(row.maxWidthProperty());
            setGraphic(row);
            setAccessibleText(w.text().of(c.priority()) + ", " + what.getText() + ", " + where.getText());
        }
    }
}
