package id.anjungan.ui.map;

import id.anjungan.geo.Area;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Words;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Why a case is elsewhere: what lies under the pin, how far that is, and a reason.
final class PlacingPane extends VBox {
    private final Placing placing;
    private final Words w;
    private final Label head = new Label();
    private final Label under = new Label();
    private final Label hint = new Label();
    private final TextField reason = new TextField();
    private final ActionButton save;

    PlacingPane(Placing placing, Words w, Runnable send, Runnable cancel) {
        super(8);
        this.placing = placing;
        this.w = w;
        head.getStyleClass().add("figure");
        hint.getStyleClass().add("muted");
        for (Label l : new Label[] {head, under, hint}) {
            l.setWrapText(true);
            l.setMinHeight(Region.USE_PREF_SIZE);
        }
        reason.setId("placing-reason");
        reason.setPromptText(w.get("map.place.reason"));
        reason.textProperty().bindBidirectional(placing.reason);
        reason.setOnAction(e -> send.run());
        save = new ActionButton(w.get("map.place.save"), "↵").primary();
        save.setOnAction(e -> send.run());
        ActionButton leave = new ActionButton(w.get("map.place.cancel"), "Esc");
        leave.setOnAction(e -> cancel.run());
        for (ActionButton b : new ActionButton[] {save, leave}) {
            b.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox row = new HBox(8, save, leave);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, under, hint, reason, row);
    }

    void show() {
        head.setText(placing.about().map(c -> c.number() + " · " + w.city().category(c.category())).orElse(""));
        String where = placing.under()
                .map(a -> {
                    Area village = a.village();
                    String name = w.place(a.district().code(), village == null ? null : village.code());
                    return a.metresOutside() > 0
                            ? w.get("map.place.beside", name, w.formats().distance(a.metresOutside()))
                            : name;
                })
                .orElse(w.get("map.place.outside"));
        OptionalDouble moved = placing.moved();
        under.setText(moved.isPresent() ? w.get("map.place.moved", where, w.formats().distance(moved.getAsDouble())) : where);
        Area named = placing.proposed.get();
        hint.setText(named != null
                ? w.get("map.place.proposed", w.city().area(named.code()))
                : w.get("map.place.hint"));
        save.setDisable(!placing.ready());
    }

    void focusReason() {
        reason.requestFocus();
    }
}
