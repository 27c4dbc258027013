package id.anjungan.ui.chat;

import id.anjungan.domain.Priority;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Chips;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// The forms under a conversation: what case it becomes, or who goes on with it.
final class ChatForm extends View {
    private final ChatViewModel vm;
    private final Words w;
    private final VBox box;

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
        ComboBox<String> category = codes(w.city().categories(), w.city()::category, w.get("casefile.category"));
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
        ComboBox<String> who = codes(w.city().operators(), w.city()::operator, w.get("refusal.field.to"));
        who.valueProperty().subscribe(id -> vm.to.set(id == null ? "" : id));
        TextField note = new TextField();
        note.setPromptText(w.get("casefile.handOver.note"));
        note.textProperty().bindBidirectional(vm.note);
        fill("chat.handOver", vm::handOver, who, note);
    }

    private void fill(String key, Runnable send, Node first, Node second) {
        Label head = new Label(w.get(key));
        head.getStyleClass().add("heading");
        ActionButton cancel = new ActionButton(w.get("shell.cancel"), "Esc");
        cancel.setOnAction(e -> vm.back());
        ActionButton ok = new ActionButton(w.get(key), "").primary();
        ok.setId("chat-form-send");
        ok.setOnAction(e -> send.run());
        HBox foot = new HBox(8, cancel, ok);
        foot.setAlignment(Pos.CENTER_RIGHT);
        for (ActionButton b : List.of(cancel, ok)) {
            b.setMinWidth(Region.USE_PREF_SIZE);
            b.setMaxWidth(Region.USE_PREF_SIZE);
        }
        box.getChildren().setAll(head, first, second, foot);
        FxThread.later(first::requestFocus);
    }

    private static ComboBox<String> codes(List<String> all, UnaryOperator<String> name, String prompt) {
        ComboBox<String> choice = new ComboBox<>();
        choice.getItems().setAll(all);
        choice.setPromptText(prompt);
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String code) {
                return code == null ? "" : name.apply(code);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        return choice;
    }
}
