package id.anjungan.ui.fx;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// Hands the newest of many values to the screen, at most once a frame; those in between are never seen.
/// `offer` from any thread, the consumer on the JavaFX thread.
public final class Latest<T> implements Subscription {
    private final AtomicReference<@Nullable T> newest = new AtomicReference<>();
    private final Pulse pulse;

    public Latest(Consumer<? super T> show) {
        pulse = new Pulse(() -> {
            @Nullable T value = newest.getAndSet(null);
            if (value != null) {
                show.accept(value);
            }
        });
    }

    public void offer(T value) {
        newest.set(value);
        pulse.request();
    }

    @Override
    public void unsubscribe() {
        pulse.unsubscribe();
        newest.set(null);
    }
}
