package id.anjungan.ui.kit;

import id.anjungan.state.Signal;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// A signal a test sets by hand.
public final class FakeSignal<T> implements Signal<T> {
    private final List<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
    private volatile T value;

    public FakeSignal(T first) {
        value = first;
    }

    public void set(T next) {
        value = next;
        listeners.forEach(l -> l.accept(next));
    }

    @Override
    public T get() {
        return value;
    }

    @Override
    public Subscription subscribe(Consumer<? super T> listener) {
        listeners.add(listener);
        listener.accept(value);
        return () -> listeners.remove(listener);
    }

    /// How many listen now: a view that was closed must not.
    public int listeners() {
        return listeners.size();
    }
}
