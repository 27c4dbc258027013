package id.anjungan.ui.shell.wall;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.stage.Screen;
import javafx.util.Subscription;

/// The screens of this machine as they come and go. On the JavaFX thread.
public interface Monitors {
    /// From left to right, then from top to bottom.
    List<Monitor> now();

    Subscription onChange(Runnable action);

    /// What JavaFX knows.
    static Monitors ofSystem() {
        return new Monitors() {
            @Override
            public List<Monitor> now() {
                Screen first = Screen.getPrimary();
                return Screen.getScreens().stream()
                        .map(s -> Monitor.of(s.getBounds(), s.equals(first)))
                        .sorted(java.util.Comparator.comparingDouble(Monitor::x).thenComparingDouble(Monitor::y))
                        .toList();
            }

            @Override
            public Subscription onChange(Runnable action) {
                ListChangeListener<Screen> listener = c -> action.run();
                Screen.getScreens().addListener(listener);
                return () -> Screen.getScreens().removeListener(listener);
            }
        };
    }
}
