package id.anjungan.ui.settings;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Stroke;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every action with its key, by what it belongs to. A line is pressed to give its action another key.
public final class KeysView extends View {
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");

    private final KeysViewModel vm;
    private final Words w;
    private final Map<Act, Button> lines = new EnumMap<>(Act.class);
    private final Label say = new Label();
    private final ActionButton exchange;
    private final VBox told;

    public KeysView(KeysViewModel vm, Words w) {
        super(new VBox(12));
        this.vm = vm;
        this.w = w;
        say.setWrapText(true);
        say.setMinHeight(Region.USE_PREF_SIZE);
        say.setId("keys-say");
        exchange = new ActionButton(w.get("shell.keys.exchange"), "↵");
        exchange.setId("keys-exchange");
        exchange.setMaxWidth(Region.USE_PREF_SIZE);
        exchange.setOnAction(e -> vm.exchange());
        told = new VBox(8, say, exchange);
        VBox list = new VBox(2);
        for (Act.Group group : Act.Group.values()) {
            list.getChildren().add(heading("shell.keys.group." + group.name()));
            for (Act act : Act.values()) {
                if (act.group() == group) {
                    list.getChildren().add(line(act));
                }
            }
        }
        list.getChildren().add(heading("shell.keys.group.WRITING"));
        fixed(list, "Esc", "shell.keys.writing.leave");
        fixed(list, "Ctrl ↵", "shell.keys.writing.send");
        fixed(list, "↵", "shell.keys.writing.line");
        fixed(list, "/", "shell.keys.writing.templates");
        fixed(list, "Tab", "shell.keys.writing.next");
        fixed(list, "← →", "shell.keys.writing.words");
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        ActionButton usual = new ActionButton(w.get("shell.keys.usual"), "");
        usual.setId("keys-usual");
        usual.setMaxWidth(Region.USE_PREF_SIZE);
        usual.setDisable(!w.keys().changed());
        usual.setOnAction(e -> vm.reset());
        ((VBox) root()).getChildren().setAll(told, scroll, usual);
    }

    private Label heading(String key) {
        Label l = new Label(w.get(key));
        l.getStyleClass().addAll("muted", "secondary", "strong", "keys-group");
        return l;
    }

    private Node line(Act act) {
        Label name = new Label(w.get(act.words()));
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox content = new HBox(6, name);
        content.setAlignment(Pos.CENTER_LEFT);
        List<Stroke> strokes = w.keys().strokes(act);
        if (w.keys().changed(act)) {
            Label other = new Label(w.get("shell.keys.changed"));
            other.getStyleClass().addAll("as-accent", "tertiary");
            other.setMinWidth(Region.USE_PREF_SIZE);
            content.getChildren().add(other);
        }
        strokes.forEach(s -> content.getChildren().add(new KeyHint(s.shown())));
        Button line = new Button("", content);
        line.getStyleClass().setAll("keys-line");
        line.setId("key-" + act.name());
        line.setMaxWidth(Double.MAX_VALUE);
        content.prefWidthProperty().bind(line.widthProperty().subtract(24));
        line.setAccessibleText(w.get(act.words()) + ", "
                + strokes.stream().map(Stroke::shown).collect(Collectors.joining(", ")));
        line.setOnAction(e -> vm.begin(act));
        line.setFocusTraversable(act.changeable());
        line.setMouseTransparent(!act.changeable());
        lines.put(act, line);
        return line;
    }

    private void fixed(VBox list, String key, String what) {
        Label name = new Label(w.get(what));
        name.setMinWidth(0);
        name.setWrapText(true);
        name.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(6, name, new KeyHint(key));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("keys-fixed");
        list.getChildren().add(row);
    }

    @Override
    protected void attached(Scope on) {
        on.show(vm.waiting, act -> tell());
        on.show(vm.problem, p -> tell());
        on.onEnd(vm::stop);
        Act last = vm.last;
        Button there = last == null ? null : lines.get(last);
        if (there != null) {
            FxThread.later(there::requestFocus);
        }
    }

    private void tell() {
        Act act = vm.waiting.get();
        KeysViewModel.@Nullable Problem p = vm.problem.get();
        lines.forEach((a, line) -> line.pseudoClassStateChanged(WAITING, a == act));
        boolean may = p != null && vm.exchangeable(p);
        exchange.setVisible(may);
        exchange.setManaged(may);
        say.getStyleClass().remove("as-high");
        if (p != null) {
            say.getStyleClass().add("as-high");
            Act other = p.other();
            say.setText(other == null
                    ? w.get("shell.keys.kept", p.stroke().shown())
                    : w.get("shell.keys.taken", p.stroke().shown(), w.get(other.words())));
        } else {
            say.setText(act == null ? w.get("shell.keys.how") : w.get("shell.keys.press", w.get(act.words())));
        }
    }
}
