package id.anjungan.ui.wallboard;

import id.anjungan.domain.WallPlan;
import id.anjungan.state.Desk;
import id.anjungan.state.WallData;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Paragraph;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The pages of the wall in their order, and what the lead says there. Who may not compose reads it.
public final class WallEditorView extends View {
    private final WallEditorModel vm;
    private final Desk desk;
    private final Words w;
    private final VBox pages = new VBox(4);
    private final TextArea message = new TextArea();
    private final TextArea ticker = new TextArea();
    private final Spinner<Integer> take = new Spinner<>(10, 1_800, 60, 10);
    private final ActionButton save;
    private final ActionButton reset;
    private final Label by = muted("");
    private final Label notAllowed = muted("");

    public WallEditorView(WallEditorModel vm, Desk desk, Words w) {
        super(new VBox(16));
        this.vm = vm;
        this.desk = desk;
        this.w = w;
        save = new ActionButton(w.get("wallboard.editor.save"), "");
        save.setId("wall-save");
        save.setOnAction(e -> vm.apply());
        reset = new ActionButton(w.get("wallboard.editor.reset"), "");
        reset.setId("wall-reset");
        reset.setOnAction(e -> vm.reset());
        message.setId("wall-message");
        message.setPrefRowCount(3);
        message.setWrapText(true);
        message.textProperty().bindBidirectional(vm.message);
        ticker.setId("wall-ticker");
        ticker.setPrefRowCount(3);
        ticker.setWrapText(true);
        ticker.textProperty().bindBidirectional(vm.ticker);
        take.setEditable(true);
        take.setPrefWidth(96);
        take.getValueFactory().valueProperty().bindBidirectional(vm.take);
        notAllowed.setText(w.get("wallboard.editor.readOnly"));
        boolean may = vm.may();
        for (Region r : List.of(message, ticker, take, save, reset)) {
            r.setDisable(!may);
        }
        HBox ends = new HBox(8, save, reset);
        ((VBox) root()).getChildren().setAll(
                group(w.get("wallboard.editor.pages"), pages),
                group(w.get("wallboard.editor.message"), message),
                group(w.get("wallboard.editor.ticker"), ticker),
                muted(w.get("wallboard.editor.words")),
                group(w.get("wallboard.editor.take"), take),
                may ? ends : notAllowed, by);
    }

    private static Label muted(String text) {
        return Paragraph.of(text, "muted", "secondary");
    }

    private static Node group(String name, Node content) {
        return new VBox(6, muted(name), content);
    }

    @Override
    protected void attached(Scope on) {
        on.follow(desk.wall()::subscribe, (WallData d) -> vm.show(d));
        on.show(vm.pages, this::pages);
        on.show(vm.changed, is -> {
            save.setDisable(!is || !vm.may());
            reset.setDisable(!is || !vm.may());
        });
        on.show(vm.applied, plan -> by.setText(plan.by().isEmpty()
                ? w.get("wallboard.editor.never")
                : w.get(
                        "wallboard.editor.by", w.city().operator(plan.by()),
                        w.formats().when(plan.at(), desk.now()))));
    }

    private void pages(List<WallPlan.Page> all) {
        pages.getChildren().clear();
        for (int i = 0; i < all.size(); i++) {
            pages.getChildren().add(row(i, all.get(i), i == 0, i == all.size() - 1));
        }
    }

    private Node row(int i, WallPlan.Page p, boolean first, boolean last) {
        String key = "wallboard.kind." + p.kind();
        CheckBox shown = new CheckBox(w.text().has(key) ? w.get(key) : p.kind());
        shown.setSelected(p.shown());
        shown.setMinWidth(0);
        shown.setWrapText(true);
        shown.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(shown, Priority.ALWAYS);
        shown.setOnAction(e -> vm.set(i, p.withShown(shown.isSelected())));
        TextField seconds = new TextField(Integer.toString(p.seconds()));
        seconds.setMinWidth(46);
        seconds.setPrefWidth(46);
        seconds.setAccessibleText(w.get("wallboard.editor.seconds"));
        seconds.setTooltip(new javafx.scene.control.Tooltip(w.get("wallboard.editor.seconds")));
        done(seconds, () -> vm.set(i, p.withSeconds(number(seconds.getText(), p.seconds()))));
        TextField hours = new TextField(WallEditorModel.hours(p));
        hours.setPromptText(w.get("wallboard.editor.allDay"));
        hours.setMinWidth(100);
        hours.setPrefWidth(100);
        hours.setAccessibleText(w.get("wallboard.editor.hours"));
        done(hours, () -> WallEditorModel.at(p, hours.getText()).ifPresentOrElse(
                next -> vm.set(i, next), () -> hours.setText(WallEditorModel.hours(p))));
        Button up = small("mdal-arrow_upward", "wallboard.editor.up", () -> vm.move(i, -1));
        up.setDisable(first || !vm.may());
        Button down = small("mdal-arrow_downward", "wallboard.editor.down", () -> vm.move(i, 1));
        down.setDisable(last || !vm.may());
        for (Region r : List.of(shown, seconds, hours)) {
            r.setDisable(!vm.may());
        }
        HBox row = new HBox(6, shown, seconds, hours, up, down);
        row.setId("wall-page-" + p.kind());
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Button small(String icon, String key, Runnable action) {
        Button b = new Button("", new FontIcon(icon));
        b.getStyleClass().setAll("icon-button");
        b.setMinWidth(Region.USE_PREF_SIZE);
        b.setAccessibleText(w.get(key));
        b.setOnAction(e -> action.run());
        return b;
    }

    /// When it is entered or left.
    private static void done(TextField field, Runnable action) {
        field.setOnAction(e -> action.run());
        field.focusedProperty().subscribe((was, is) -> {
            if (was && !is) {
                action.run();
            }
        });
    }

    private static int number(String text, int otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
