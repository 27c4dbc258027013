package id.anjungan.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// Gathers items from any thread and hands all of a frame over at once, in order, on the JavaFX thread.
/// Bounded: when more than `limit` come within a frame they are dropped, and `onOverflow` runs instead, which
/// reads everything afresh. So a flood costs one reading, not a long list.
public final class Gather<T> implements Subscription {
    private final int limit;
    private final Pulse pulse;
    private List<T> items = new ArrayList<>();
    private boolean overflowed;

    public Gather(int limit, Consumer<? super List<T>> onFrame, Runnable onOverflow) {
        this.limit = limit;
        pulse = new Pulse(() -> {
            List<T> now;
            synchronized (this) {
                now = overflowed ? List.of() : items;
                boolean flood = overflowed;
                items = new ArrayList<>();
                overflowed = false;
                if (!flood && now.isEmpty()) {
                    return;
                }
            }
            if (now.isEmpty()) {
                onOverflow.run();
            } else {
                onFrame.accept(now);
            }
        });
    }

    public void add(T item) {
        synchronized (this) {
            if (items.size() >= limit) {
                overflowed = true;
                items.clear();
            }
            if (!overflowed) {
                items.add(item);
            }
        }
        pulse.request();
    }

    @Override
    public synchronized void unsubscribe() {
        pulse.unsubscribe();
        items = new ArrayList<>();
    }
}
