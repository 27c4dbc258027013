package id.anjungan.ui.chat;

import id.anjungan.domain.Chat;
import id.anjungan.domain.Command;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Message;
import id.anjungan.domain.Priority;
import id.anjungan.state.ChatFile;
import id.anjungan.state.ChatRow;
import id.anjungan.state.Desk;
import id.anjungan.state.Receipt;
import id.anjungan.ui.control.City;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.control.answer.AnswerModel;
import id.anjungan.ui.control.answer.Memory;
import id.anjungan.ui.control.answer.Prepared;
import id.anjungan.ui.control.answer.Sending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Who waits, the conversation that is open, and what comes of it. On the JavaFX thread.
public final class ChatViewModel {
    /// Which form is open under the conversation.
    enum Panel {
        NONE,
        TO_CASE,
        HAND_OVER
    }

    private final Desk desk;
    private final ObservableValue<Words> words;
    private final Function<? super Command, ? extends CompletableFuture<Receipt>> submit;

    final ObservableList<ChatItem> chats = FXCollections.observableArrayList();
    final ObservableList<ChatLine> lines = FXCollections.observableArrayList();
    final IntegerProperty waiting = new SimpleIntegerProperty();
    final ObjectProperty<@Nullable Chat> open = new SimpleObjectProperty<>();
    final StringProperty title = new SimpleStringProperty("");
    final StringProperty subtitle = new SimpleStringProperty("");
    final AnswerModel answer;
    final BooleanProperty mine = new SimpleBooleanProperty();
    final BooleanProperty ended = new SimpleBooleanProperty();
    final ObjectProperty<Panel> panel = new SimpleObjectProperty<>(Panel.NONE);
    final ObjectProperty<@Nullable String> category = new SimpleObjectProperty<>();
    final ObjectProperty<Priority> priority = new SimpleObjectProperty<>(Priority.MEDIUM);
    final StringProperty to = new SimpleStringProperty("");
    final StringProperty note = new SimpleStringProperty("");
    private List<ChatRow> rows = List.of();
    private @Nullable ChatFile file;

    public ChatViewModel(
            Desk desk,
            ObservableValue<Words> words,
            Function<? super Command, ? extends CompletableFuture<Receipt>> submit,
            Memory memory) {
        this.desk = desk;
        this.words = words;
        this.submit = submit;
        answer = new AnswerModel(memory, words, this::templates);
        category.subscribe(this::proposePriority);
    }

    public IntegerProperty waitingProperty() {
        return waiting;
    }

    /// Public so that the badge in the bar is right also while another page shows.
    public void show(List<ChatRow> now) {
        rows = now;
        waiting.set((int) now.stream().filter(r -> r.state() == Chat.State.WAITING).count());
        tick(desk.now());
    }

    void tick(Instant now) {
        merge(chats, rows.stream().map(r -> ChatItem.of(r, words.getValue(), now)).toList());
    }

    void show(Optional<ChatFile> next) {
        ChatFile now = next.orElse(null);
        UUID was = file == null ? null : file.chat().id();
        UUID is = now == null ? null : now.chat().id();
        file = now;
        if (!Objects.equals(was, is)) {
            panel.set(Panel.NONE);
            lines.clear();
        }
        answer.about(is);
        open.set(now == null ? null : now.chat());
        if (now == null) {
            lines.clear();
            mine.set(false);
            return;
        }
        Words w = words.getValue();
        Chat c = now.chat();
        mine.set(c.claim() != null && c.claim().operator().equals(desk.actor().id()));
        ended.set(c.state() == Chat.State.ENDED);
        String name = now.person() == null ? null : now.person().name();
        title.set(name == null || name.isBlank() ? w.get("chat.citizen") : name);
        String area = w.place(c.location().district(), c.location().village());
        subtitle.set(c.number() + " · " + w.city().channel(c.channel()) + (area.isEmpty() ? "" : " · " + area));
        merge(lines, lines(now, w));
    }

    public void retell() {
        show(Optional.ofNullable(file));
        tick(desk.now());
    }

    private List<ChatLine> lines(ChatFile f, Words w) {
        record Timed(Instant at, ChatLine line) {}
        Instant now = desk.now();
        List<Timed> all = new ArrayList<>();
        for (Message m : f.messages()) {
            boolean citizen = m.kind() == Message.Kind.INBOUND || m.kind() == Message.Kind.REPORT;
            ChatLine.Side side = citizen
                    ? ChatLine.Side.CITIZEN
                    : m.kind() == Message.Kind.NOTE ? ChatLine.Side.NOTE : ChatLine.Side.DESK;
            String meta = w.formats().when(m.at(), now);
            if (side == ChatLine.Side.DESK) {
                meta += " · " + w.city().operator(m.author());
            }
            all.add(new Timed(m.at(), new ChatLine(
                    m.id(), side, m.body().strip(), meta, Sending.of(m, w, now, desk.actor().id()))));
        }
        for (Entry e : f.entries()) {
            if (e.message() == null) {
                all.add(new Timed(e.at(), new ChatLine(
                        e.id(), ChatLine.Side.EVENT, w.text().timeline(e.code(), named(e.args(), w)),
                        w.formats().when(e.at(), now), null)));
            }
        }
        all.sort(Comparator.comparing(Timed::at));
        return all.stream().map(Timed::line).toList();
    }

    private static Map<String, Object> named(Map<String, String> args, Words w) {
        Map<String, Object> out = new HashMap<>(args);
        out.computeIfPresent("channel", (k, v) -> w.city().channel(v.toString()));
        out.computeIfPresent("to", (k, v) -> w.city().operator(v.toString()));
        out.computeIfPresent("from", (k, v) -> w.city().operator(v.toString()));
        return out;
    }

    private static <T> void merge(ObservableList<T> into, List<T> now) {
        for (int i = 0; i < now.size(); i++) {
            if (i >= into.size()) {
                into.add(now.get(i));
            } else if (!into.get(i).equals(now.get(i))) {
                into.set(i, now.get(i));
            }
        }
        into.remove(now.size(), into.size());
    }

    void open(UUID chat) {
        desk.openChat(chat);
    }

    /// Takes the open chat, or the one that has waited longest.
    public void take() {
        Chat c = open.get();
        if (c != null && c.state() == Chat.State.WAITING) {
            var _ = submit.apply(new Command.TakeChat(c.id()));
            return;
        }
        rows.stream().filter(r -> r.state() == Chat.State.WAITING).findFirst().ifPresent(r -> {
            desk.openChat(r.id());
            var _ = submit.apply(new Command.TakeChat(r.id()));
        });
    }

    void send() {
        Chat c = open.get();
        if (c != null) {
            answer.send(text -> submit.apply(new Command.AnswerChat(c.id(), c.fencing(), text))
                    .thenApply(Receipt::accepted));
        }
    }

    /// Something was taken back; if it was a line, its words are in the drafts again.
    public void undone() {
        answer.again();
    }

    /// Prepared answers for such a conversation, filled with what is known of it.
    List<City.Template> templates(Words w) {
        ChatFile f = file;
        if (f == null) {
            return List.of();
        }
        Map<String, String> known = ChatFacts.of(f, desk, w);
        return w.city().chatTemplates(f.chat().channel()).stream()
                .map(t -> t.withText(Prepared.fill(t.text(), known)))
                .toList();
    }

    void ask(Panel wanted) {
        if (open.get() != null) {
            note.set("");
            to.set("");
            panel.set(panel.get() == wanted ? Panel.NONE : wanted);
        }
    }

    /// Asks what case the conversation becomes; only of one's own.
    public void askToCase() {
        ChatFile f = file;
        if (f != null && mine.get() && !ended.get()) {
            category.set(CategoryGuess.of(desk.profile().get().categories(), said(f)).orElse(null));
            ask(Panel.TO_CASE);
        }
    }

    private static List<String> said(ChatFile f) {
        return f.messages().stream()
                .filter(m -> m.kind() == Message.Kind.INBOUND || m.kind() == Message.Kind.REPORT)
                .map(Message::body)
                .toList();
    }

    /// Asks who goes on with the conversation; only of one's own.
    public void askHandOver() {
        if (mine.get() && !ended.get()) {
            ask(Panel.HAND_OVER);
        }
    }

    public boolean back() {
        boolean was = panel.get() != Panel.NONE;
        panel.set(Panel.NONE);
        return was;
    }

    /// The profile says how urgent a category usually is; the operator may say otherwise.
    private void proposePriority(@Nullable String code) {
        if (code != null) {
            words.getValue().city().policy().category(code).ifPresent(c -> priority.set(c.priority()));
        }
    }

    void makeCase() {
        Chat c = open.get();
        String cat = category.get();
        if (c != null && cat != null) {
            give(new Command.ChatToCase(c.id(), c.fencing(), cat, priority.get(), c.location()));
        }
    }

    void handOver() {
        Chat c = open.get();
        if (c != null && !to.get().isBlank()) {
            String text = note.get().strip();
            give(new Command.HandOverChat(c.id(), c.fencing(), to.get(), text.isEmpty() ? null : text));
        }
    }

    /// Gives one's own conversation back to those who wait.
    public void release() {
        Chat c = open.get();
        if (c != null && mine.get() && !ended.get()) {
            give(new Command.ReleaseChat(c.id(), c.fencing()));
        }
    }

    /// Ends one's own conversation.
    public void end() {
        Chat c = open.get();
        if (c != null && mine.get() && !ended.get()) {
            give(new Command.EndChat(c.id(), c.fencing()));
        }
    }

    private void give(Command command) {
        var _ = submit.apply(command).thenAccept(r -> {
            if (r.accepted()) {
                panel.set(Panel.NONE);
            }
        });
    }
}
