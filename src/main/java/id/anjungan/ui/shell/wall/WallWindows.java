package id.anjungan.ui.shell.wall;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.util.Subscription;

/// The walls of this process, each on its monitor. A monitor that is unplugged takes its window with it; plugged in
/// again, the window is there again. On the JavaFX thread.
public final class WallWindows implements AutoCloseable {
    /// Opens one window that fills this monitor.
    @FunctionalInterface
    public interface Opener {
        Open open(Monitor on);
    }

    /// A window that is open.
    public interface Open {
        void close();
    }

    private record Shown(Monitor on, Open window) {}

    private final Monitors monitors;
    private final Opener opener;
    private final boolean anywhere;
    private final Consumer<List<String>> keep;
    private final Set<String> wanted;
    private final Map<String, Shown> open = new HashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private final Subscription changes;

    /// `wanted` are the keys of monitors that have a wall, `keep` remembers them. `anywhere`: a wall without its monitor
    /// goes to another.
    public WallWindows(Monitors monitors, Opener opener, List<String> wanted, boolean anywhere, Consumer<List<String>> keep) {
        this.monitors = monitors;
        this.opener = opener;
        this.anywhere = anywhere;
        this.keep = keep;
        this.wanted = new LinkedHashSet<>(wanted);
        changes = monitors.onChange(this::settle);
        settle();
    }

    public List<Monitor> monitors() {
        return monitors.now();
    }

    /// Whether a wall belongs on this monitor.
    public boolean on(Monitor m) {
        return open.values().stream().anyMatch(s -> s.on().equals(m));
    }

    public boolean any() {
        return !wanted.isEmpty();
    }

    /// Puts a wall on this monitor, or takes it down.
    public void set(Monitor m, boolean on) {
        if (on) {
            wanted.add(m.key());
        } else {
            wanted.removeIf(key -> {
                Shown s = open.get(key);
                return key.equals(m.key()) || (s != null && s.on().equals(m));
            });
        }
        keep.accept(List.copyOf(wanted));
        settle();
    }

    /// Called when walls or monitors have come or gone.
    public Subscription onChange(Runnable action) {
        listeners.add(action);
        return () -> listeners.remove(action);
    }

    private void settle() {
        Map<String, Monitor> places = Places.of(List.copyOf(wanted), monitors.now(), anywhere);
        open.entrySet().removeIf(e -> {
            boolean gone = !e.getValue().on().equals(places.get(e.getKey()));
            if (gone) {
                e.getValue().window().close();
            }
            return gone;
        });
        places.forEach((key, m) -> {
            if (!open.containsKey(key)) {
                open.put(key, new Shown(m, opener.open(m)));
            }
        });
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /// Closes the windows; they are wanted again at the next start.
    @Override
    public void close() {
        changes.unsubscribe();
        open.values().forEach(s -> s.window().close());
        open.clear();
    }
}
