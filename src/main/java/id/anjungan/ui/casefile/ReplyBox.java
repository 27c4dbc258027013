package id.anjungan.ui.casefile;

import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Where the answer to the reporter is written. Kept as a draft when the hand rests; Ctrl+Enter sends; `/` in an
/// empty box offers templates.
final class ReplyBox extends VBox {
    private static final Duration REST = Duration.millis(600);

    private final CaseFileViewModel vm;
    private final TextArea text = new TextArea();
    private final Label saved = new Label();
    private final Label missing = new Label();
    private final Words words;
    private final ContextMenu templates = new ContextMenu();

    ReplyBox(CaseFileViewModel vm, Words w) {
        this.vm = vm;
        this.words = w;
        missing.getStyleClass().add("as-high");
        missing.setWrapText(true);
        missing.managedProperty().bind(missing.visibleProperty());
        getStyleClass().add("reply");
        text.setPromptText(w.get("casefile.answer.prompt"));
        text.setId("reply");
        text.setWrapText(true);
        text.setPrefRowCount(1);
        saved.setText(w.get("casefile.draft.saved"));
        saved.getStyleClass().add("hint");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label template = hint(w.get("casefile.answer.template"));
        Button note = new Button(w.get("casefile.action.note"), new KeyHint("N"));
        note.getStyleClass().setAll("link");
        note.setId("act-note");
        note.setOnAction(e -> vm.ask(FormKind.NOTE));
        Label send = hint(w.get("casefile.answer.send"));
        HBox foot = new HBox(6, new KeyHint("/"), template, note, gap, saved, new KeyHint("Ctrl ↵"), send);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("reply-foot");
        getChildren().setAll(text, missing, foot);
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        text.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    private static Label hint(String words) {
        Label l = new Label(words);
        l.getStyleClass().add("hint");
        return l;
    }

    void attached(Scope on) {
        text.textProperty().bindBidirectional(vm.reply);
        on.onEnd(() -> text.textProperty().unbindBidirectional(vm.reply));
        on.show(vm.missing, this::lacks);
        on.show(vm.draftSaved, is -> saved.setVisible(is));
        on.show(vm.open, is -> text.setDisable(!is));
        on.show(text.textProperty(), t -> text.setPrefRowCount(Math.clamp(t.lines().count() + t.length() / 70, 1, 6)));
        PauseTransition rest = new PauseTransition(REST);
        rest.setOnFinished(e -> vm.saveDraft());
        text.setOnKeyTyped(e -> {
            vm.typed();
            rest.playFromStart();
        });
        on.show(text.focusedProperty(), in -> {
            if (!in && rest.getStatus() == javafx.animation.Animation.Status.RUNNING) {
                rest.stop();
                vm.saveDraft();
            }
        });
        on.onEnd(rest::stop);
    }

    private void pressed(KeyEvent e) {
        if (e.getCode() == KeyCode.ENTER && e.isShortcutDown()) {
            vm.answer();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            vm.saveDraft();
            getParent().requestFocus();
            e.consume();
        }
    }

    private void typed(KeyEvent e) {
        if (e.getCharacter().equals("/") && text.getText().isEmpty()) {
            offer();
            e.consume();
        }
    }

    private void offer() {
        templates.getItems().clear();
        vm.templates().forEach(t -> {
            MenuItem item = new MenuItem(t.title());
            item.setOnAction(e -> {
                vm.reply.set(t.text());
                vm.saveDraft();
                text.end();
                selectOpen();
            });
            templates.getItems().add(item);
        });
        if (!templates.getItems().isEmpty()) {
            templates.show(text, javafx.geometry.Side.TOP, 0, 0);
        }
    }

    private void lacks(String variable) {
        missing.setVisible(!variable.isEmpty());
        missing.setText(variable.isEmpty() ? "" : words.get("casefile.answer.missing", variable));
        if (!variable.isEmpty()) {
            selectOpen();
        }
    }

    /// The next thing to write is what the template could not know.
    private void selectOpen() {
        Prepared.open(text.getText()).ifPresent(m -> text.selectRange(m.start(), m.end()));
    }

    void focus() {
        text.requestFocus();
        text.end();
    }
}
