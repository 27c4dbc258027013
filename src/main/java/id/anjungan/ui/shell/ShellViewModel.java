package id.anjungan.ui.shell;

import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.state.Beside;
import id.anjungan.state.Desk;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.FileNote;
import id.anjungan.state.Receipt;
import id.anjungan.state.RefusedAction;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

/// The window around the pages: where one is, how the connection stands, what was refused. Every command of every
/// page goes through [#submit], so that no refusal is lost. On the JavaFX thread.
public final class ShellViewModel {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final Consumer<Runnable> door;

    final ObjectProperty<Page> page = new SimpleObjectProperty<>(Page.CONSOLE);
    final ObjectProperty<Overlay> overlay = new SimpleObjectProperty<>(Overlay.NONE);
    final ObjectProperty<@Nullable StatusTexts> status = new SimpleObjectProperty<>();
    final StringProperty clock = new SimpleStringProperty("");
    final StringProperty zone = new SimpleStringProperty("");
    final ObservableList<Notice> notices = FXCollections.observableArrayList();
    private final Set<UUID> told = new HashSet<>();
    private @Nullable DeskStatus latest;

    /// `door` brings what the desk completes elsewhere to the JavaFX thread.
    public ShellViewModel(Desk desk, ObservableValue<Words> words, Consumer<Runnable> door) {
        this.desk = desk;
        this.words = words;
        this.door = door;
    }

    /// Gives a command and tells when it was not done. The result comes on the JavaFX thread.
    CompletableFuture<Receipt> submit(Command command) {
        CompletableFuture<Receipt> here = new CompletableFuture<>();
        var _ = desk.submit(command).whenComplete((receipt, failure) -> door.accept(() -> {
            if (failure != null) {
                diskFailed(command);
                here.completeExceptionally(failure);
            } else {
                if (receipt.decision() instanceof Decision.Refused why) {
                    notices.addFirst(notice(receipt.commandId(), command, null, why, false));
                }
                here.complete(receipt);
            }
        }));
        return here;
    }

    private void diskFailed(Command command) {
        Words w = words.getValue();
        notices.addFirst(new Notice(
                UUID.randomUUID(), w.get("shell.notDone", w.get(Kept.nameKey(command))), w.get("shell.diskFailed"),
                Kept.text(command), command, false));
    }

    /// Takes back the last action; `after` runs on the JavaFX thread when that is done.
    void undo(Runnable after) {
        Words w = words.getValue();
        var _ = desk.undo().whenComplete((receipt, failure) -> door.accept(() -> {
            if (failure == null && receipt.isPresent() && receipt.get().decision() instanceof Decision.Refused why) {
                notices.addFirst(new Notice(
                        receipt.get().commandId(), w.get("shell.notDone", w.get("shell.undo")),
                        w.refusal(why, desk.now()), "", null, false));
            }
            after.run();
        }));
    }

    void show(DeskStatus now) {
        latest = now;
        tick(desk.now());
    }

    /// What the server refused and nobody put away yet stands as a notice, however long ago it was.
    void showRefused(List<RefusedAction> refused) {
        Set<UUID> now = new HashSet<>();
        refused.forEach(r -> now.add(r.commandId()));
        notices.removeIf(n -> n.settled() && !now.contains(n.id()));
        Set<UUID> shown = new HashSet<>();
        notices.forEach(n -> shown.add(n.id()));
        for (RefusedAction r : refused.reversed()) {
            if (shown.add(r.commandId())) {
                notices.addFirst(notice(r.commandId(), r.command(), r.caseNumber(), r.why(), true));
            }
        }
    }

    /// What became of the desk's own files stands until it is put away.
    void showNotes(List<FileNote> now) {
        Words w = words.getValue();
        notices.removeIf(n -> n.file() != null);
        for (FileNote n : now.reversed()) {
            notices.addFirst(new Notice(
                    new UUID(0, n.number()), w.text().get("shell.note." + n.code(), n.args()),
                    w.text().get("shell.note." + n.code() + ".text", n.args()), "", null, false, n.number(), null));
        }
    }

    /// What shall come back now, and what others did to watched cases; each is told once, and is gone when its cause is.
    void showBeside(Beside b) {
        List<Notice> now = BesideNotices.of(b, words.getValue(), desk.now());
        Set<UUID> ids = new HashSet<>();
        now.forEach(n -> ids.add(n.id()));
        notices.removeIf(n -> n.caseId() != null && !ids.contains(n.id()));
        told.retainAll(ids);
        for (Notice n : now) {
            if (told.add(n.id())) {
                notices.add(n);
            }
        }
    }

    private Notice notice(
            UUID id, Command command, @Nullable String number, Decision.Refused why, boolean settled) {
        Words w = words.getValue();
        String what = w.get(Kept.nameKey(command)) + (number == null ? "" : " " + number);
        return new Notice(
                id, w.get("shell.refused.title", what), w.refusal(why, desk.now()), Kept.text(command), command, settled);
    }

    void dismiss(Notice notice) {
        notices.remove(notice);
        if (notice.file() != null) {
            desk.dismissNote(notice.file());
        }
        if (notice.settled()) {
            desk.dismissRefused(notice.id());
        }
    }

    void tick(Instant now) {
        Words w = words.getValue();
        clock.set(w.formats().timeWithSeconds(now));
        zone.set(w.formats().zoneName(now));
        if (latest != null) {
            status.set(StatusTexts.of(latest, w, now));
        }
    }

    void toggle(Overlay wanted) {
        overlay.set(overlay.get() == wanted ? Overlay.NONE : wanted);
    }

    String operator() {
        return desk.actor().name();
    }
}
