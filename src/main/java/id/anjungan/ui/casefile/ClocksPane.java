package id.anjungan.ui.casefile;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.ClockBox;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Paragraph;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All deadlines of a case at once, three in a line; asked why, each with its rule and where that comes from.
final class ClocksPane extends VBox {
    private static final int IN_LINE = 3;

    private final CaseFileViewModel vm;
    private final GridPane grid = new GridPane(8, 8);
    private final VBox why = new VBox(6);
    /// Asks why; stands where the head has room.
    final Button ask;

    ClocksPane(CaseFileViewModel vm, Words w) {
        this.vm = vm;
        getStyleClass().add("case-clocks");
        setId("clocks");
        why.setId("clocks-why");
        why.setMinHeight(Region.USE_PREF_SIZE);
        ask = new Button(w.get("casefile.clock.why"), new KeyHint(w.key(Act.DEADLINES)));
        ask.getStyleClass().setAll("link");
        ask.setContentDisplay(ContentDisplay.RIGHT);
        ask.setId("clocks-ask");
        ask.setMinWidth(Region.USE_PREF_SIZE);
        ask.setOnAction(e -> vm.explainClocks());
        getChildren().setAll(grid, why);
    }

    void attached(Scope on) {
        on.onInvalid(vm.clocks, this::draw);
        on.onInvalid(vm.clocksExplained, this::draw);
        draw();
    }

    /// A box is kept while there is a clock for it, so that a second that passes makes no nodes.
    private void draw() {
        List<Node> boxes = new ArrayList<>();
        for (ClockCard c : vm.clocks) {
            int at = boxes.size();
            ClockBox box = at < grid.getChildren().size() && grid.getChildren().get(at) instanceof ClockBox b ? b : new ClockBox();
            box.show(c.name(), c.value(), c.mood());
            box.setMinWidth(0);
            GridPane.setConstraints(box, at % IN_LINE, at / IN_LINE);
            boxes.add(box);
        }
        if (!grid.getChildren().equals(boxes)) {
            grid.getChildren().setAll(boxes);
            grid.getColumnConstraints().setAll(columns(Math.clamp(boxes.size(), 1, IN_LINE)));
        }
        explain();
        for (Node n : List.of(this, ask)) {
            n.setVisible(!boxes.isEmpty());
            n.setManaged(!boxes.isEmpty());
        }
    }

    private static List<ColumnConstraints> columns(int n) {
        List<ColumnConstraints> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ColumnConstraints c = new ColumnConstraints();
            c.setPercentWidth(100.0 / n);
            all.add(c);
        }
        return all;
    }

    private void explain() {
        List<String> told = vm.clocksExplained.get()
                ? vm.clocks.stream().map(c -> c.name() + ": " + c.basis()).toList()
                : List.of();
        if (!told.equals(why.getChildren().stream().map(n -> ((Label) n).getText()).toList())) {
            why.getChildren().setAll(told.stream().map(ClocksPane::line).toList());
        }
        why.setVisible(!told.isEmpty());
        why.setManaged(!told.isEmpty());
    }

    private static Label line(String text) {
        return Paragraph.of(text, "muted", "secondary");
    }
}
