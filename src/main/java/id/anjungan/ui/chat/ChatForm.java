package id.anjungan.ui.chat;

import id.anjungan.domain.Priority;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Chips;
import id.anjungan.ui.control.CodeBox;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The forms under a conversation: what case it becomes, or who goes on with it.
final class ChatForm extends View {
    private final ChatViewModel vm;
    private final Words w;
    private final VBox box;
    private Runnable send = () -> {};

    ChatForm(ChatViewModel vm, Words w) {
        super(new VBox(8));
        this.vm = vm;
        this.w = w;
        box = (VBox) root();
        box.getStyleClass().add("form");
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                vm.back();
                e.consume();
            } else if (e.getCode() == KeyCode.ENTER && !(e.getTarget() instanceof ButtonBase)) {
                send.run();
                e.consume();
            }
        });
    }

    @Override
    protected void attached(Scope on) {
        on.show(vm.panel, this::build);
    }

    private void build(ChatViewModel.Panel panel) {
        boolean shown = panel != ChatViewModel.Panel.NONE;
        box.setVisible(shown);
        box.setManaged(shown);
        box.getChildren().clear();
        switch (panel) {
            case TO_CASE -> toCase();
            case HAND_OVER -> handOver();
            case NONE -> {}
        }
    }

    private void toCase() {
        CodeBox category = new CodeBox(w.city().categories(), w.city()::category, w.get("casefile.category"));
        category.setId("chat-category");
        category.valueProperty().bindBidirectional(vm.category);
        Chips<Priority> priority = new Chips<>(vm.priority.get());
        for (Priority p : Priority.values()) {
            priority.add(p, w.text().of(p));
        }
        priority.chosenProperty().subscribe(vm.priority::set);
        vm.priority.subscribe(priority::choose);
        fill("chat.toCase", vm::makeCase, category, priority);
    }

    private void handOver() {
        CodeBox who = new CodeBox(w.city().operators(), w.city()::operator, w.get("refusal.field.to"));
        who.setId("chat-colleague");
        who.valueProperty().subscribe(id -> vm.to.set(id == null ? "" : id));
        TextField note = new TextField();
        note.setPromptText(w.get("casefile.handOver.note"));
        note.setAccessibleText(note.getPromptText());
        note.setId("chat-note");
        note.textProperty().bindBidirectional(vm.note);
        fill("chat.handOver", vm::handOver, who, note);
    }

    /// Enter sends, as in the forms of a case.
    private void fill(String key, Runnable give, Node first, Node second) {
        send = give;
        Label head = new Label(w.get(key));
        head.getStyleClass().add("heading");
        ActionButton cancel = new ActionButton(w.get("shell.cancel"), "Esc");
        cancel.setOnAction(e -> vm.back());
        ActionButton ok = new ActionButton(w.get(key), "↵").primary();
        ok.setId("chat-form-send");
        ok.setOnAction(e -> give.run());
        HBox foot = new HBox(8, cancel, ok);
        foot.setAlignment(Pos.CENTER_RIGHT);
        for (ActionButton b : List.of(cancel, ok)) {
            b.setMinWidth(Region.USE_PREF_SIZE);
            b.setMaxWidth(Region.USE_PREF_SIZE);
        }
        box.getChildren().setAll(head, first, second, foot);
        FxThread.later(first::requestFocus);
    }
}
