package id.anjungan.ui.alarm;

import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.EmptyState;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All alarms nobody has acknowledged, worst first, each with its own button.
public final class AlarmList extends View {
    /// More than this at once is a flood: the first ones are shown, the rest counted.
    private static final int MOST = 60;

    private final AlarmViewModel vm;
    private final Words w;
    private final VBox lines = new VBox();

    public AlarmList(AlarmViewModel vm, Words w) {
        super(new ScrollPane());
        this.vm = vm;
        this.w = w;
        ScrollPane pane = (ScrollPane) root();
        pane.setContent(lines);
        pane.setFitToWidth(true);
        pane.getStyleClass().add("alarm-list");
    }

    @Override
    protected void attached(Scope on) {
        on.onInvalid(vm.alarms, on.pulse(this::draw)::request);
        draw();
    }

    private void draw() {
        lines.getChildren().setAll(vm.alarms.stream().limit(MOST).map(this::line).toList());
        if (vm.alarms.isEmpty()) {
            lines.getChildren().setAll(
                    new EmptyState("mdoal-check_circle", w.get("alarm.none"), w.get("alarm.none.hint")));
        } else if (vm.alarms.size() > MOST) {
            Label more = new Label(w.text().count("alarm.more", vm.alarms.size() - MOST));
            more.getStyleClass().add("muted");
            lines.getChildren().add(more);
        }
    }

    private Node line(AlarmTexts a) {
        Button head = new Button(a.head());
        head.getStyleClass().setAll("alarm-head");
        head.setOnAction(e -> vm.open(a));
        Label what = new Label(a.line());
        what.setWrapText(true);
        what.getStyleClass().addAll("muted", "figure");
        Label time = new Label(a.time());
        time.getStyleClass().addAll("muted", "figure");
        time.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, head, what);
        HBox.setHgrow(words, Priority.ALWAYS);
        ActionButton seen = new ActionButton(w.get("alarm.acknowledge"), "");
        seen.setMinWidth(Region.USE_PREF_SIZE);
        seen.setOnAction(e -> vm.acknowledge(a.id()));
        HBox row = new HBox(12, new PriorityMark(a.priority(), 16), words, time, seen);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("alarm-row");
        return row;
    }
}
