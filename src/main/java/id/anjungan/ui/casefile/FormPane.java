package id.anjungan.ui.casefile;

import id.anjungan.domain.Outcome;
import id.anjungan.ui.control.Access;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Chip;
import id.anjungan.ui.control.CodeBox;
import id.anjungan.ui.control.Tag;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The form of an action, opened beneath the story. Enter gives it, Shift+Enter is a new line, Esc puts it away.
final class FormPane extends View {
    private final CaseFileViewModel vm;
    private final Words w;
    private final VBox box;
    private final MoreFormParts more;
    private final PauseTransition rest = new PauseTransition(Duration.millis(400));

    FormPane(CaseFileViewModel vm, Words w) {
        super(new VBox(8));
        this.vm = vm;
        this.w = w;
        more = new MoreFormParts(vm, w);
        rest.setOnFinished(e -> vm.drafts.save());
        box = (VBox) root();
        box.getStyleClass().add("form");
        box.setId("form");
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    protected void attached(Scope on) {
        on.show(vm.panel, this::build);
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE) {
            vm.back();
            box.getParent().requestFocus();
            e.consume();
        } else if (e.getCode() == KeyCode.ENTER && !e.isShiftDown()) {
            vm.send();
            e.consume();
        } else if (e.getCode() == KeyCode.TAB && !e.isShiftDown() && e.getTarget() instanceof TextArea text && vm.completeTag()) {
            text.end();
            e.consume();
        }
    }

    private void build(FormKind kind) {
        boolean shown = kind != FormKind.NONE;
        box.setVisible(shown);
        box.setManaged(shown);
        box.getChildren().clear();
        if (!shown) {
            return;
        }
        List<Node> parts = new ArrayList<>();
        Label head = new Label(w.get(titleKey(kind)));
        head.getStyleClass().add("heading");
        parts.add(head);
        switch (kind) {
            case DISPOSE -> parts.add(agencies());
            case ESCALATE -> parts.add(levels());
            case CLOSE -> parts.add(outcomes(List.of(
                    Outcome.RESOLVED, Outcome.ANSWERED, Outcome.DUPLICATE, Outcome.WITHDRAWN)));
            case ARCHIVE -> parts.add(outcomes(List.of(Outcome.NUISANCE, Outcome.INCOMPLETE, Outcome.DUPLICATE)));
            case HAND_OVER -> parts.add(colleagues());
            case NOT_OURS -> parts.add(owner());
            default -> parts.addAll(more.parts(kind));
        }
        TextArea text = text(w.get(promptKey(kind)));
        if (MoreFormParts.hasText(kind)) {
            parts.add(text);
        }
        parts.add(foot(kind));
        box.getChildren().setAll(parts);
        boolean choice = kind == FormKind.HAND_OVER || kind == FormKind.NOT_OURS || kind == FormKind.RECATEGORISE;
        Node first = choice ? parts.get(1) : MoreFormParts.hasText(kind) ? text : MoreFormParts.first(parts);
        FxThread.later(first::requestFocus);
    }

    private static String titleKey(FormKind kind) {
        return switch (kind) {
            case DISPOSE -> "casefile.dispose.title";
            case ESCALATE -> "casefile.escalate.title";
            case HOLD -> "casefile.hold.title";
            case CLOSE -> "casefile.close.title";
            case NOT_OURS -> "casefile.notOurs.title";
            case ARCHIVE -> "casefile.archive.title";
            case REOPEN -> "casefile.reopen.title";
            case HAND_OVER -> "casefile.handOver.title";
            case RELEASE -> "casefile.release.title";
            case NOTE, NONE -> "casefile.action.note";
            default -> MoreFormParts.title(kind);
        };
    }

    private static String promptKey(FormKind kind) {
        return switch (kind) {
            case DISPOSE -> "casefile.dispose.text";
            case CLOSE -> "casefile.close.answer";
            case NOTE -> "casefile.note.prompt";
            case HAND_OVER -> "casefile.handOver.note";
            case TAG -> "casefile.tag.prompt";
            case REMIND, RESULT -> "casefile.note.optional";
            case AGENCY_REPLY -> "casefile.reply.text";
            default -> "casefile.reason.prompt";
        };
    }

    private Node agencies() {
        FlowPane proposed = new FlowPane(8, 8);
        FlowPane others = new FlowPane(12, 6);
        for (Form.Choice c : vm.form.agencies) {
            CheckBox check = new CheckBox(c.name());
            check.selectedProperty().bindBidirectional(c.chosen());
            check.setId("agency-" + c.code());
            check.selectedProperty().addListener((was, is, now) -> rest.playFromStart());
            if (c.proposed()) {
                proposed.getChildren().add(check);
            } else {
                others.getChildren().add(check);
            }
        }
        if (!proposed.getChildren().isEmpty()) {
            proposed.getChildren().add(1, new Tag(w.get("casefile.dispose.proposed")));
        }
        ScrollPane rest = new ScrollPane(others);
        rest.setFitToWidth(true);
        rest.getStyleClass().add("agencies");
        return new VBox(8, proposed, rest);
    }

    private Node levels() {
        FlowPane row = new FlowPane(8, 8);
        ToggleGroup one = new ToggleGroup();
        for (int level : vm.levels()) {
            Chip chip = new Chip(level + " · " + w.city().level(level));
            chip.setToggleGroup(one);
            chip.setSelected(level == vm.form.level.get());
            chip.setOnAction(e -> {
                chip.setSelected(true);
                vm.form.level.set(level);
            });
            row.getChildren().add(chip);
        }
        return row;
    }

    private Node outcomes(List<Outcome> offered) {
        FlowPane row = new FlowPane(8, 8);
        ToggleGroup one = new ToggleGroup();
        for (Outcome o : offered) {
            Chip chip = new Chip(w.text().of(o));
            chip.setToggleGroup(one);
            chip.setSelected(o == vm.form.outcome.get());
            chip.setOnAction(e -> {
                chip.setSelected(true);
                vm.form.outcome.set(o);
            });
            row.getChildren().add(chip);
        }
        return row;
    }

    private Node colleagues() {
        CodeBox who = new CodeBox(w.city().operators(), w.city()::operator, w.get("refusal.field.to"));
        who.setId("colleague");
        who.valueProperty().subscribe(id -> vm.form.to.set(id == null ? "" : id));
        return who;
    }

    private Node owner() {
        TextField whose = new TextField();
        Access.prompt(whose, w.get("casefile.notOurs.whose"));
        whose.setId("whose");
        whose.textProperty().bindBidirectional(vm.form.to);
        return whose;
    }

    private TextArea text(String prompt) {
        TextArea text = new TextArea();
        Access.prompt(text, prompt);
        Access.tabLeaves(text);
        text.setId("form-text");
        text.setWrapText(true);
        text.setPrefRowCount(2);
        text.textProperty().bindBidirectional(vm.form.text);
        text.textProperty().addListener((was, is, now) -> rest.playFromStart());
        return text;
    }

    private Node foot(FormKind kind) {
        Label missing = new Label(w.get("casefile.form.incomplete"));
        missing.getStyleClass().add("as-high");
        missing.visibleProperty().bind(vm.incomplete);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ActionButton cancel = new ActionButton(w.get("shell.cancel"), "Esc");
        cancel.setOnAction(e -> vm.back());
        ActionButton send = new ActionButton(w.get(sendKey(kind)), "↵").primary();
        send.setId("form-send");
        send.setOnAction(e -> vm.send());
        for (ActionButton b : List.of(cancel, send)) {
            b.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox foot = new HBox(8, missing, gap, cancel, send);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private static String sendKey(FormKind kind) {
        return switch (kind) {
            case DISPOSE -> "casefile.action.dispose";
            case ESCALATE -> "casefile.action.escalate";
            case HOLD -> "casefile.action.hold";
            case CLOSE -> "casefile.action.close";
            case NOT_OURS -> "casefile.action.notOurs";
            case ARCHIVE -> "casefile.action.archive";
            case REOPEN -> "casefile.action.reopen";
            case HAND_OVER -> "casefile.action.handOver";
            case RELEASE -> "casefile.action.release";
            case MERGE -> "casefile.action.merge";
            default -> "shell.save";
        };
    }
}
