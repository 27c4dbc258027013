package id.anjungan.ui.control.answer;

import id.anjungan.ui.control.Access;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.KeyHint;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Where words to a citizen are written. Kept as a draft whenever the hand rests; `/` in an empty box, or Ctrl+/
/// anywhere in it, offers prepared answers.
public final class AnswerBox extends VBox {
    private static final Duration REST = Duration.millis(600);
    private static final int LETTERS_A_LINE = 70;

    /// Which key sends: a conversation is quick, an answer to a case is considered.
    public enum SendKey {
        ENTER("↵"),
        CTRL_ENTER("Ctrl ↵");

        private final String shown;

        SendKey(String shown) {
            this.shown = shown;
        }

        private boolean isPressed(KeyEvent e) {
            return e.getCode() == KeyCode.ENTER && (this == ENTER ? !e.isShiftDown() : e.isShortcutDown());
        }
    }

    private final AnswerModel model;
    private final Words w;
    private final SendKey sendKey;
    private final Runnable send;
    private final Runnable leave;
    private final TextArea text = new TextArea();
    private final Label saved = new Label();
    private final Label missing = new Label();
    private final TemplatePane templates;
    private final PauseTransition rest = new PauseTransition(REST);

    /// `id` and `prompt` are the box's; `leave` takes the keyboard elsewhere; `more` stands beside the hints.
    public AnswerBox(
            AnswerModel model, Words w, String id, String prompt, SendKey sendKey, Runnable send, Runnable leave,
            Node... more) {
        this.model = model;
        this.w = w;
        this.sendKey = sendKey;
        this.send = send;
        this.leave = leave;
        templates = new TemplatePane(model.templates(), w, this::take, this::focus);
        missing.getStyleClass().add("as-high");
        missing.setWrapText(true);
        missing.managedProperty().bind(missing.visibleProperty());
        getStyleClass().add("reply");
        setMinHeight(Region.USE_PREF_SIZE);
        Access.prompt(text, prompt);
        Access.tabLeaves(text);
        text.setId(id);
        text.setWrapText(true);
        text.setPrefRowCount(1);
        getChildren().setAll(templates, text, missing, foot(more));
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        text.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        rest.setOnFinished(e -> model.save());
    }

    private Node foot(Node... more) {
        saved.setText(w.get("answer.draft.saved"));
        saved.getStyleClass().add("hint");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button offer = new Button(w.get("answer.template"), new KeyHint(w.key(Act.TEMPLATES)));
        offer.getStyleClass().setAll("link");
        offer.setId(text.getId() + "-templates");
        offer.setOnAction(e -> offer());
        Label how = new Label(w.get("answer.send"));
        how.getStyleClass().add("hint");
        List<Node> all = new ArrayList<>(List.of(offer));
        all.addAll(List.of(more));
        all.addAll(List.of(gap, saved, new KeyHint(sendKey.shown), how));
        HBox foot = new HBox(6);
        foot.getChildren().setAll(all);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("reply-foot");
        return foot;
    }

    /// `writable` is whether anything can be written now.
    public void attached(Scope on, ObservableValue<Boolean> writable) {
        model.door(FxThread::run);
        text.textProperty().bindBidirectional(model.textProperty());
        on.onEnd(() -> text.textProperty().unbindBidirectional(model.textProperty()));
        on.show(model.missingProperty(), this::lacks);
        on.show(model.savedProperty(), saved::setVisible);
        on.show(writable, is -> text.setDisable(!is));
        on.show(text.textProperty(), t -> text.setPrefRowCount(
                Math.clamp(t.lines().count() + t.length() / LETTERS_A_LINE, 1, 6)));
        text.setOnKeyTyped(e -> {
            model.typed();
            rest.playFromStart();
        });
        on.show(text.focusedProperty(), in -> {
            if (!in) {
                settle();
            }
        });
        on.onEnd(this::settle);
        templates.attached(on);
    }

    /// The hand has gone elsewhere: what was typed is kept now.
    private void settle() {
        if (rest.getStatus() == Animation.Status.RUNNING) {
            rest.stop();
            model.save();
        }
    }

    private void pressed(KeyEvent e) {
        if (sendKey.isPressed(e)) {
            rest.stop();
            send.run();
        } else if (e.getCode() == KeyCode.SLASH && e.isShortcutDown()) {
            offer();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            settle();
            leave.run();
        } else {
            return;
        }
        e.consume();
    }

    private void typed(KeyEvent e) {
        if (e.getCharacter().equals("/") && text.getText().isEmpty()) {
            offer();
            e.consume();
        }
    }

    /// Shows the prepared answers and gives them the keyboard.
    public void offer() {
        if (!text.isDisabled()) {
            model.templates().show();
        }
    }

    private void take() {
        model.templates().chosen().ifPresent(t -> {
            rest.stop();
            model.take(t, text.getCaretPosition());
            focus();
            selectOpen();
        });
    }

    private void lacks(String variable) {
        missing.setVisible(!variable.isEmpty());
        missing.setText(variable.isEmpty() ? "" : w.get("answer.missing", variable));
        if (!variable.isEmpty()) {
            selectOpen();
        }
    }

    /// The next thing to write is what the prepared answer could not know.
    private void selectOpen() {
        Prepared.open(text.getText()).ifPresent(m -> text.selectRange(m.start(), m.end()));
    }

    /// Puts the keyboard into the box.
    public void focus() {
        text.requestFocus();
        text.end();
    }
}
