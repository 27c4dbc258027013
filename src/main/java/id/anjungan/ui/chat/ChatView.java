package id.anjungan.ui.chat;

import id.anjungan.domain.Chat;
import id.anjungan.state.ChatFile;
import id.anjungan.state.ChatRow;
import id.anjungan.state.Desk;
import id.anjungan.text.Glossary;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.CitizenText;
import id.anjungan.ui.control.EmptyState;
import id.anjungan.ui.control.Panel;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.control.answer.AnswerBox;
import id.anjungan.ui.control.answer.SendingMark;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.View;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The page of live conversations: who waits on the left, what is said on the right.
public final class ChatView extends View {
    private static final double ROW = 60;

    private final ChatViewModel vm;
    private final Desk desk;
    private final Words w;
    private final ListView<ChatItem> list;
    private final VBox lines = styled(new VBox(), "chat-lines");
    private final ScrollPane scroll = new ScrollPane(lines);
    private final AnswerBox answer;
    private final Label title = styled(new Label(), "title");
    private final Label subtitle = styled(new Label(), "muted", "secondary", "figure");
    private final EmptyState nobody;
    private final EmptyState none;
    private final VBox conversation;
    private final ActionButton take;
    private final HBox actions = styled(new HBox(8), "actions");
    private final Panel left;

    public ChatView(ChatViewModel vm, Desk desk, Words w) {
        super(new HBox());
        this.vm = vm;
        this.desk = desk;
        this.w = w;
        list = new ListView<>(vm.chats);
        list.setId("chats");
        list.setAccessibleText(w.get("chat.title"));
        list.setFixedCellSize(ROW);
        list.setCellFactory(l -> new ChatCell());
        nobody = new EmptyState("mdoal-forum", w.get("chat.empty"), w.get("chat.empty.hint"));
        none = new EmptyState("mdoal-chat_bubble_outline", w.get("chat.none"), w.get("chat.none.hint"));
        left = new Panel(w.get("chat.title"), new StackPane(list, nobody));
        left.getStyleClass().add("chat-list");
        take = button("chat.take", Act.CLAIM, vm::take).primary();
        answer = new AnswerBox(
                vm.answer, w, "chat-answer", w.get("chat.answer.prompt"), AnswerBox.SendKey.ENTER, vm::send,
                list::requestFocus);
        conversation = new VBox(head(), scrolled(), new ChatForm(vm, w).root(), answer, actions());
        StackPane right = styled(new StackPane(none, conversation), "panel", "chat-pane");
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox page = (HBox) root();
        page.getStyleClass().add("page");
        page.getChildren().setAll(left, right);
    }

    private static <T extends Node> T styled(T node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    private Node head() {
        VBox head = styled(new VBox(2, title, subtitle), "case-head");
        head.setMinHeight(Region.USE_PREF_SIZE);
        return head;
    }

    private Node scrolled() {
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        return scroll;
    }

    private Node actions() {
        actions.getChildren().setAll(
                take,
                button("chat.toCase", Act.TO_CASE, vm::askToCase),
                button("chat.handOver", Act.HAND_OVER, vm::askHandOver),
                button("chat.release", Act.RELEASE, vm::release),
                button("chat.end", Act.END, vm::end));
        return actions;
    }

    private ActionButton button(String key, Act act, Runnable action) {
        ActionButton b = new ActionButton(w.get(key), w.key(act));
        b.setId(key.replace('.', '-'));
        b.setOnAction(e -> action.run());
        b.setMinWidth(150);
        return b;
    }

    @Override
    protected void attached(Scope on) {
        answer.attached(on, vm.mine);
        on.follow(desk.chats()::subscribe, (List<ChatRow> r) -> vm.show(r));
        on.follow(desk.chatFile()::subscribe, (Optional<ChatFile> f) -> vm.show(f));
        on.everySecond(desk::now, vm::tick);
        on.show(vm.open, this::opened);
        on.show(vm.mine, is -> opened(vm.open.get()));
        on.show(vm.title, title::setText);
        on.show(vm.subtitle, subtitle::setText);
        on.show(vm.waiting, n -> left.setCount(w.get("chat.count", w.formats().number(n.longValue()))));
        on.onInvalid(vm.chats, () -> nobody.setVisible(vm.chats.isEmpty()));
        nobody.setVisible(vm.chats.isEmpty());
        on.show(list.getSelectionModel().selectedItemProperty(), item -> {
            Chat open = vm.open.get();
            if (item != null && (open == null || !open.id().equals(item.id()))) {
                vm.open(item.id());
            }
        });
        ListChangeListener<ChatLine> said = this::said;
        vm.lines.addListener(said);
        on.onEnd(() -> vm.lines.removeListener(said));
        lines.getChildren().setAll(vm.lines.stream().map(this::line).toList());
    }

    private void opened(@Nullable Chat chat) {
        conversation.setVisible(chat != null);
        none.setVisible(chat == null);
        boolean mine = vm.mine.get();
        boolean ended = chat != null && chat.state() == Chat.State.ENDED;
        show(take, !mine && !ended);
        show(answer, mine && !ended);
        actions.getChildren().stream().filter(b -> b != take).forEach(b -> show(b, mine && !ended));
        if (chat != null) {
            for (int i = 0; i < vm.chats.size(); i++) {
                if (vm.chats.get(i).id().equals(chat.id())) {
                    list.getSelectionModel().clearAndSelect(i);
                }
            }
        }
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void said(ListChangeListener.Change<? extends ChatLine> c) {
        boolean atEnd = scroll.getVvalue() >= 0.99 || lines.getChildren().isEmpty();
        while (c.next()) {
            lines.getChildren().subList(c.getFrom(), c.getFrom() + c.getRemovedSize()).clear();
            lines.getChildren().addAll(c.getFrom(), c.getAddedSubList().stream().map(this::line).toList());
        }
        if (atEnd) {
            FxThread.later(() -> scroll.setVvalue(1));
        }
    }

    private Node line(ChatLine l) {
        Node text = CitizenText.of(
                l.text(), l.side() == ChatLine.Side.CITIZEN ? w.city().glossary() : Glossary.NONE, "chat-text");
        Label meta = styled(new Label(l.meta()), "muted", "tertiary", "figure");
        String side = l.side().name().toLowerCase(Locale.ROOT);
        if (l.side() == ChatLine.Side.EVENT) {
            HBox row = styled(new HBox(8, styled(text, "muted", "secondary"), meta), "chat-event");
            row.setAlignment(Pos.CENTER);
            return row;
        }
        VBox bubble = styled(new VBox(text, meta), "bubble", side);
        if (l.sending() != null) {
            bubble.getChildren().add(new SendingMark(l.sending(), w, this::again));
        }
        if (l.side() == ChatLine.Side.DESK) {
            bubble.getStyleClass().add("ours");
        }
        bubble.setMaxWidth(560);
        bubble.setMinHeight(Region.USE_PREF_SIZE);
        HBox row = new HBox(bubble);
        row.setAlignment(l.side() == ChatLine.Side.CITIZEN ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
        return row;
    }

    /// Only a person sends something once more.
    private void again(String words) {
        vm.answer.add(words);
        answer.focus();
    }

    /// Offers prepared answers.
    public void offerTemplates() {
        answer.focus();
        answer.offer();
    }

    /// Goes to the first words of the citizen that are explained.
    public void focusWords() {
        CitizenText.focusFirst(lines);
    }

    /// The next chat, or the one before.
    public void move(int by) {
        list.requestFocus();
        int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) by, 0, Math.max(0, vm.chats.size() - 1));
        list.getSelectionModel().clearAndSelect(at);
        list.scrollTo(Math.max(0, at - 2));
    }

    public void focusAnswer() {
        answer.focus();
    }
}
