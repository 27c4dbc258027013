package id.anjungan.ui.shell;

import id.anjungan.state.ChatRow;
import id.anjungan.state.Desk;
import id.anjungan.state.DeskStatus;
import id.anjungan.ui.control.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;

/// Leaving the desk for good: says what waits and what goes back to the queue, and asks before it does. With nothing
/// waiting and nothing held it asks nothing. On the JavaFX thread.
public final class SignOut {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final Consumer<Runnable> door;
    /// Under way: a second press does nothing.
    final BooleanProperty leaving = new SimpleBooleanProperty();
    private Runnable left = () -> {};

    SignOut(Desk desk, ObservableValue<Words> words, Consumer<Runnable> door) {
        this.desk = desk;
        this.words = words;
        this.door = door;
    }

    /// What is done when the session has ended: close the window, or ask who sits down.
    public void onLeft(Runnable action) {
        left = action;
    }

    /// What must be known before; empty when nothing must.
    List<String> told() {
        Words w = words.getValue();
        List<String> all = new ArrayList<>();
        say(all, "shell.signOut.waiting", desk.status().get().waiting());
        say(all, "shell.signOut.files", desk.files().waiting().get().size());
        say(all, "shell.signOut.cases", desk.queue().page().get().countMine());
        say(all, "shell.signOut.chats", desk.chats().get().stream().filter(ChatRow::mine).count());
        if (!all.isEmpty() && desk.status().get().link() == DeskStatus.Link.OFFLINE) {
            all.add(w.get("shell.signOut.offline"));
        }
        return all;
    }

    private void say(List<String> all, String key, long n) {
        if (n > 0) {
            all.add(words.getValue().text().count(key, n));
        }
    }

    void go() {
        if (!leaving.get()) {
            leaving.set(true);
            var _ = desk.signOut().whenComplete((done, failure) -> door.accept(left));
        }
    }
}
