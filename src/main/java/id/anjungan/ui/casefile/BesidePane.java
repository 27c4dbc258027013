package id.anjungan.ui.casefile;

import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Paragraph;
import id.anjungan.ui.control.Tone;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// Between a case's head and its story: cases that may be the same, those that are merged, tags, watching, reminders.
/// Takes no room while there is nothing to say.
final class BesidePane extends VBox {
    private final CaseFileViewModel vm;
    private final Words w;

    BesidePane(CaseFileViewModel vm, Words w) {
        super(4);
        this.vm = vm;
        this.w = w;
        setId("beside");
        getStyleClass().add("case-beside");
        setMinHeight(Region.USE_PREF_SIZE);
    }

    void attached(Scope on) {
        on.show(vm.beside, this::draw);
        on.onInvalid(vm.merging.said, () -> draw(vm.beside.get()));
    }

    private void draw(@Nullable BesideCard b) {
        getChildren().clear();
        if (b != null) {
            same(b);
            merged(b);
            said(b);
            marks(b);
        }
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private void same(BesideCard b) {
        if (!b.likely().isEmpty()) {
            Label text = Paragraph.of(b.likely());
            Tone.HIGH.on(text);
            Label why = Paragraph.of(b.why());
            why.getStyleClass().addAll("muted", "secondary");
            row(new FontIcon("mdal-call_merge"), text, why, button("likely-merge", "casefile.action.merge", Act.MERGE, () -> vm.ask(FormKind.MERGE)));
        }
    }

    private void merged(BesideCard b) {
        BesideCard.Link main = b.main();
        if (main != null) {
            row(
                    new FontIcon("mdal-call_merge"), Paragraph.of(w.get("casefile.merged.into")), link(main),
                    button("apart", "casefile.action.apart", Act.SPLIT, vm::apart));
        } else if (!b.merged().isEmpty()) {
            FlowPane row = row(new FontIcon("mdal-call_merge"), Paragraph.of(b.merged()));
            b.cases().forEach(c -> row.getChildren().add(link(c)));
            row.getChildren().add(button("apart", "casefile.action.apart", Act.SPLIT, vm::apart));
        }
    }

    private void said(BesideCard b) {
        if (!vm.merging.said.get().isEmpty()) {
            Label no = Paragraph.of(vm.merging.said.get());
            Tone.EMERGENCY.on(no);
            row(no);
        }
        if (!b.result().isEmpty()) {
            row(new FontIcon("mdal-fact_check"), Paragraph.of(b.result()), button("result", "casefile.action.result", Act.RESULT, () -> vm.ask(FormKind.RESULT)));
        }
        if (!b.reminder().isEmpty()) {
            Label text = Paragraph.of(b.reminder());
            (b.due() ? Tone.HIGH : Tone.PLAIN).on(text);
            Button drop = new Button(w.get("casefile.reminder.drop"));
            drop.getStyleClass().setAll("link");
            drop.setId("reminder-drop");
            drop.setOnAction(e -> vm.dropReminder());
            row(new FontIcon("mdal-alarm"), text, drop);
        }
    }

    private void marks(BesideCard b) {
        if (b.tags().isEmpty() && !b.watching() && b.watchers().isEmpty()) {
            return;
        }
        FlowPane row = row();
        for (String tag : b.tags()) {
            Button chip = new Button("#" + tag, new FontIcon("mdoal-close"));
            chip.getStyleClass().setAll("chip", "facet");
            chip.setContentDisplay(ContentDisplay.RIGHT);
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.setAccessibleText(w.get("casefile.tag.remove", tag));
            chip.setOnAction(e -> vm.untag(tag));
            row.getChildren().add(chip);
        }
        if (b.watching()) {
            row.getChildren().add(button("watching", "casefile.watching", Act.WATCH, vm::watch));
        }
        if (!b.watchers().isEmpty()) {
            Label others = Paragraph.of(b.watchers());
            others.getStyleClass().addAll("muted", "secondary");
            row.getChildren().add(others);
        }
    }

    private FlowPane row(Node... nodes) {
        FlowPane row = new FlowPane(8, 4, nodes);
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(row);
        return row;
    }

    private Button link(BesideCard.Link to) {
        Button b = new Button(to.name());
        b.getStyleClass().setAll("link", "figure");
        b.setMinWidth(Region.USE_PREF_SIZE);
        b.setOnAction(e -> vm.open(to.id()));
        return b;
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
}
