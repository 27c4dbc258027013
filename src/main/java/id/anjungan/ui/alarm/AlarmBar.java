package id.anjungan.ui.alarm;

import id.anjungan.state.Desk;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// The bar at the foot of the window: there as long as something is unacknowledged, and gone otherwise.
public final class AlarmBar extends View {
    private final AlarmViewModel vm;
    private final Desk desk;
    private final PriorityMark mark = new PriorityMark(18);
    private final Button head = new Button();
    private final Label line = new Label();
    private final Button others = new Button();

    /// `showAll` opens the list of alarms.
    public AlarmBar(AlarmViewModel vm, Desk desk, Words w, Runnable showAll) {
        super(new HBox(12));
        this.vm = vm;
        this.desk = desk;
        HBox bar = (HBox) root();
        bar.getStyleClass().add("alarm-bar");
        bar.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().setAll("alarm-head");
        head.setOnAction(e -> {
            AlarmTexts a = vm.worst.get();
            if (a != null) {
                vm.open(a);
            }
        });
        head.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().addAll("alarm-line", "figure");
        others.getStyleClass().setAll("alarm-others");
        others.setMinWidth(Region.USE_PREF_SIZE);
        others.setGraphic(new KeyHint(w.key(Act.ALARMS)));
        others.setContentDisplay(ContentDisplay.RIGHT);
        others.setOnAction(e -> showAll.run());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ActionButton acknowledge = new ActionButton(w.get("alarm.acknowledge"), w.key(Act.ACKNOWLEDGE));
        acknowledge.setId("acknowledge");
        acknowledge.setMinWidth(Region.USE_PREF_SIZE);
        acknowledge.setOnAction(e -> vm.acknowledge());
        bar.getChildren().setAll(mark, head, line, others, gap, acknowledge);
    }

    @Override
    protected void attached(Scope on) {
        on.follow(desk.alarms()::subscribe, vm::show);
        on.everySecond(desk::now, vm::tick);
        on.show(vm.worst, this::worst);
        on.show(vm.others, others::setText);
    }

    private void worst(@Nullable AlarmTexts a) {
        root().setVisible(a != null);
        root().setManaged(a != null);
        if (a != null) {
            mark.setPriority(a.priority());
            head.setText(a.head());
            line.setText(a.line());
        }
    }
}
