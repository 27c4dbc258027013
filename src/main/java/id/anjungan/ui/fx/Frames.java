package id.anjungan.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// The tasks of the next frame. The timer runs only while there are some, so an idle desk draws nothing.
/// On the JavaFX thread.
final class Frames extends AnimationTimer {
    private static final Frames INSTANCE = new Frames();

    private List<Runnable> due = new ArrayList<>();

    private Frames() {}

    static void next(Runnable task) {
        INSTANCE.due.add(task);
        if (INSTANCE.due.size() == 1) {
            INSTANCE.start();
        }
    }

    @Override
    public void handle(long nanos) {
        List<Runnable> now = due;
        due = new ArrayList<>();
        stop();
        now.forEach(Frames::guarded);
    }

    /// One view that fails must not take the frame of the others with it.
    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            Thread t = Thread.currentThread();
            t.getUncaughtExceptionHandler().uncaughtException(t, e);
        }
    }
}
