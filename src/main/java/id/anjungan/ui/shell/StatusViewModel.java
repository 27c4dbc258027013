package id.anjungan.ui.shell;

import id.anjungan.domain.Command;
import id.anjungan.state.Desk;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LinkDetail;
import id.anjungan.state.WaitingAction;
import id.anjungan.state.WaitingResult;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The page that explains the connection: what sync is doing, and each action that waits, which can be changed and
/// taken back as long as it has not been sent. On the JavaFX thread.
public final class StatusViewModel {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final Consumer<Runnable> door;
    private final Map<UUID, Command> commands = new HashMap<>();
    private List<WaitingAction> actions = List.of();
    private DeskStatus status;
    private LinkDetail link;

    final ObservableList<String> sentences = FXCollections.observableArrayList();
    final ObservableList<StatusLine> waiting = FXCollections.observableArrayList();
    /// Which waiting action is being changed, and its words as they are typed.
    final ObjectProperty<@Nullable UUID> editing = new SimpleObjectProperty<>();
    final StringProperty text = new SimpleStringProperty("");
    /// What became of the last attempt to change or take back; empty when it simply worked.
    final StringProperty answer = new SimpleStringProperty("");

    /// `door` brings what the desk completes elsewhere to the JavaFX thread.
    public StatusViewModel(Desk desk, ObservableValue<Words> words, Consumer<Runnable> door) {
        this.desk = desk;
        this.words = words;
        this.door = door;
        this.status = desk.status().get();
        this.link = desk.link().get();
    }

    void show(DeskStatus now) {
        status = now;
        tick(desk.now());
    }

    void show(LinkDetail now) {
        link = now;
        tick(desk.now());
    }

    void show(List<WaitingAction> now) {
        actions = now;
        commands.clear();
        now.forEach(a -> commands.put(a.commandId(), a.command()));
        UUID edited = editing.get();
        if (edited != null && now.stream().noneMatch(a -> a.commandId().equals(edited) && !a.sent())) {
            // What was typed stays in the box; saving it says what happened.
            answer.set(words.getValue().get("shell.waiting.wasSent"));
        }
        tick(desk.now());
    }

    void tick(Instant now) {
        Words w = words.getValue();
        sentences.setAll(StatusSentences.of(status, link, desk.closedSince(), w, now));
        waiting.setAll(actions.stream().map(a -> StatusLine.of(a, w, now)).toList());
    }

    boolean away() {
        return link.link() != DeskStatus.Link.LIVE && link.link() != DeskStatus.Link.LOADING;
    }

    /// A person asks: everything that waits is tried again at once.
    void tryNow() {
        answer.set("");
        desk.reconnect();
    }

    CompletableFuture<Void> cancel(UUID id) {
        return told(desk.cancelWaiting(id), () -> {
            if (id.equals(editing.get())) {
                stopEditing();
            }
        });
    }

    void edit(UUID id) {
        Command c = commands.get(id);
        if (c != null && Kept.hasText(c)) {
            answer.set("");
            text.set(Kept.text(c));
            editing.set(id);
        }
    }

    /// Saves the words that were typed; they stay in the box when that was not possible.
    CompletableFuture<Void> save() {
        UUID id = editing.get();
        Command c = id == null ? null : commands.get(id);
        if (id == null || c == null) {
            answer.set(words.getValue().get("shell.waiting.answer.GONE"));
            return CompletableFuture.completedFuture(null);
        }
        return told(desk.editWaiting(id, Kept.withText(c, text.get().strip())), this::stopEditing);
    }

    void stopEditing() {
        editing.set(null);
        text.set("");
    }

    private CompletableFuture<Void> told(CompletableFuture<WaitingResult> attempt, Runnable worked) {
        CompletableFuture<Void> here = new CompletableFuture<>();
        var _ = attempt.whenComplete((result, failure) -> door.accept(() -> {
            Words w = words.getValue();
            if (failure != null) {
                answer.set(w.get("shell.diskFailed"));
            } else if (result.outcome() == WaitingResult.Outcome.DONE) {
                answer.set("");
                worked.run();
            } else {
                var why = result.why();
                answer.set(why == null
                        ? w.get("shell.waiting.answer." + result.outcome())
                        : w.get("shell.notDone", w.refusal(why, desk.now())));
            }
            here.complete(null);
        }));
        return here;
    }
}
