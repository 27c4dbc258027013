package id.anjungan.state;

import java.util.function.Consumer;

/// A signal that is computed only while somebody listens: subscribing asks for it.
record AskedSignal<T>(ValueSignal<T> of, Runnable ask) implements Signal<T> {
    @Override
    public T get() {
        return of.get();
    }

    @Override
    public Subscription subscribe(Consumer<? super T> listener) {
        Subscription s = of.subscribe(listener);
        ask.run();
        return s;
    }
}
