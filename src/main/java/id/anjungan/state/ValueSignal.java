package id.anjungan.state;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A signal whose value is set by its owner. Publishing an equal value tells nobody.
final class ValueSignal<T> implements Signal<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ValueSignal.class);

    private final CopyOnWriteArrayList<Consumer<? super T>> listeners = new CopyOnWriteArrayList<>();
    private volatile T value;

    ValueSignal(T first) {
        value = first;
    }

    @Override
    public T get() {
        return value;
    }

    @Override
    public Subscription subscribe(Consumer<? super T> listener) {
        synchronized (this) {
            listeners.add(listener);
            listener.accept(value);
        }
        return () -> listeners.remove(listener);
    }

    /// Whether anybody listens, so that what nobody sees need not be computed.
    boolean watched() {
        return !listeners.isEmpty();
    }

    synchronized void publish(T next) {
        if (next.equals(value)) {
            return;
        }
        value = next;
        for (Consumer<? super T> l : listeners) {
            try {
                l.accept(next);
            } catch (RuntimeException e) {
                LOG.error("a listener failed", e);
            }
        }
    }
}
