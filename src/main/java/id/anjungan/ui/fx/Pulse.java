package id.anjungan.ui.fx;

import java.util.concurrent.atomic.AtomicBoolean;
import javafx.util.Subscription;

/// Turns any number of requests, from any threads, into one run per frame on the JavaFX thread. Nothing is
/// queued: the run reads what is newest by then. Closed, it runs no more.
public final class Pulse implements Subscription {
    private final Runnable onFrame;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean closed;

    public Pulse(Runnable onFrame) {
        this.onFrame = onFrame;
    }

    /// Asks for a run in the next frame. Cheap; never blocks.
    public void request() {
        if (!closed && asked.compareAndSet(false, true)) {
            FxThread.run(() -> Frames.next(this::run));
        }
    }

    private void run() {
        // Cleared first: a request made while this runs gets a frame of its own.
        asked.set(false);
        if (!closed) {
            onFrame.run();
        }
    }

    @Override
    public void unsubscribe() {
        closed = true;
    }
}
