package id.anjungan.state;

import java.util.function.Consumer;

/// A value that changes, and tells. `get` is the latest, from any thread, without waiting. A subscriber is called
/// at once with the present value, then after each change, on whichever thread published it; it must not block.
/// Values may be skipped under load, never the last one.
public interface Signal<T> {
    T get();

    Subscription subscribe(Consumer<? super T> listener);

    /// Ends a subscription; closing twice is harmless.
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
