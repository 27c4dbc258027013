package id.anjungan.ui.fx;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;

/// The one door to the JavaFX thread. Everything else in the project is written without knowing it; whoever
/// brings something to the screen comes through here, or better through a [Pulse].
public final class FxThread {
    private static boolean started;

    private FxThread() {}

    /// Starts the toolkit without a window and returns when it is up. Again is harmless. Throws
    /// `UnsupportedOperationException` when there is no display and none was asked to be imitated.
    public static synchronized void start() {
        if (started) {
            return;
        }
        CountDownLatch up = new CountDownLatch(1);
        try {
            Platform.startup(up::countDown);
            up.await();
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyRunning) {
            // Somebody else, a test harness perhaps, started it and decides how it ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the toolkit started", e);
        }
        started = true;
    }

    public static boolean isOn() {
        return Platform.isFxApplicationThread();
    }

    /// Now when already on the thread, else as soon as it is free, in order of the calls.
    public static void run(Runnable task) {
        if (isOn()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
    }

    /// After what is being done on the thread now, also when called on it.
    public static void later(Runnable task) {
        Platform.runLater(task);
    }

    /// The result of `task` run on the thread. Its exception ends up in the future.
    public static <T> CompletableFuture<T> call(Supplier<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        run(() -> {
            try {
                result.complete(task.get());
            } catch (RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        return result;
    }

    /// Throws when not on the JavaFX thread.
    public static void assertOn() {
        if (!isOn()) {
            throw new IllegalStateException("must run on the JavaFX thread, not on " + Thread.currentThread().getName());
        }
    }

    /// Throws when on the JavaFX thread: what follows may block.
    public static void assertOff() {
        if (isOn()) {
            throw new IllegalStateException("would block the JavaFX thread");
        }
    }

    /// Ends the toolkit; no window opens afterwards.
    public static void exit() {
        Platform.exit();
    }

    /// Whether the system asks for less motion.
    public static boolean reducedMotion() {
        assertOn();
        return Platform.getPreferences().isReducedMotion();
    }
}
