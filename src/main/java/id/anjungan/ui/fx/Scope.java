package id.anjungan.ui.fx;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// The subscriptions of a view while it is on screen; all end together, the last first. On the JavaFX thread.
public final class Scope {
    private final Deque<Subscription> open = new ArrayDeque<>();

    Scope() {}

    /// Ends with this scope.
    public void add(Subscription subscription) {
        open.push(subscription);
    }

    /// Runs when this scope ends.
    public void onEnd(Runnable action) {
        open.push(action::run);
    }

    /// Calls `show` with the value now and with each later one.
    public <T> void show(ObservableValue<T> value, Consumer<? super T> show) {
        add(value.subscribe(show));
    }

    /// Calls `action` whenever `source` becomes invalid.
    public void onInvalid(Observable source, Runnable action) {
        add(source.subscribe(action));
    }

    /// A pulse that ends with this scope.
    public Pulse pulse(Runnable onFrame) {
        Pulse p = new Pulse(onFrame);
        add(p);
        return p;
    }

    void end() {
        while (!open.isEmpty()) {
            open.pop().unsubscribe();
        }
    }
}
