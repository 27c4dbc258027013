package id.anjungan.ui.shell.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;

/// Monitors are unplugged and plugged in again, and each wall is where it belongs.
class WallWindowsTest {
    private static final Monitor DESK = new Monitor(0, 0, 1920, 1080, true);
    private static final Monitor LEFT = new Monitor(1920, 0, 3840, 2160, false);
    private static final Monitor RIGHT = new Monitor(5760, 0, 1920, 1080, false);

    private final Plugs plugs = new Plugs();
    private final List<Monitor> open = new ArrayList<>();
    private final List<String> kept = new ArrayList<>();

    private static final class Plugs implements Monitors {
        private final List<Runnable> listeners = new ArrayList<>();
        private List<Monitor> now = List.of(DESK, LEFT, RIGHT);

        @Override
        public List<Monitor> now() {
            return now;
        }

        @Override
        public Subscription onChange(Runnable action) {
            listeners.add(action);
            return () -> listeners.remove(action);
        }

        void set(Monitor... monitors) {
            now = List.of(monitors);
            List.copyOf(listeners).forEach(Runnable::run);
        }
    }

    private WallWindows walls(boolean anywhere, String... wanted) {
        return new WallWindows(
                plugs,
                m -> {
                    open.add(m);
                    return () -> open.remove(m);
                },
                List.of(wanted), anywhere, keys -> {
                    kept.clear();
                    kept.addAll(keys);
                });
    }

    @Test
    void aWallGoesWithItsMonitorAndComesBackWithIt() {
        walls(false, LEFT.key());
        assertThat(open).containsExactly(LEFT);
        plugs.set(DESK, RIGHT);
        assertThat(open).as("never on a screen of another size, nor where somebody works").isEmpty();
        plugs.set(DESK, LEFT, RIGHT);
        assertThat(open).containsExactly(LEFT);
        for (int i = 0; i < 50; i++) {
            plugs.set(DESK);
            plugs.set(DESK, LEFT);
        }
        assertThat(open).containsExactly(LEFT);
    }

    @Test
    void severalAtOnceEachOnItsOwn() {
        WallWindows walls = walls(false);
        walls.set(LEFT, true);
        walls.set(RIGHT, true);
        assertThat(open).containsExactlyInAnyOrder(LEFT, RIGHT);
        assertThat(kept).containsExactly(LEFT.key(), RIGHT.key());
        walls.set(LEFT, false);
        assertThat(open).containsExactly(RIGHT);
        assertThat(kept).containsExactly(RIGHT.key());
        assertThat(walls.on(RIGHT)).isTrue();
        assertThat(walls.on(LEFT)).isFalse();
    }

    @Test
    void aScreenThatComesBackElsewhereIsKnownByItsSize() {
        walls(false, LEFT.key());
        Monitor moved = new Monitor(3840, 0, 3840, 2160, false);
        plugs.set(DESK, RIGHT, moved);
        assertThat(open).containsExactly(moved);
        plugs.set(DESK, LEFT, RIGHT);
        assertThat(open).containsExactly(LEFT);
    }

    @Test
    void aDeskSWallNeverCoversTheDesk() {
        walls(false, RIGHT.key());
        plugs.set(DESK);
        assertThat(open).isEmpty();
        plugs.set(new Monitor(0, 0, 1920, 1080, true));
        assertThat(open).as("of its size, but the one somebody works at").isEmpty();
    }

    @Test
    void aMachineThatIsOnlyAWallShowsItWhereverThereIsAScreen() {
        walls(true, RIGHT.key());
        assertThat(open).containsExactly(RIGHT);
        plugs.set(DESK);
        assertThat(open).containsExactly(DESK);
        plugs.set();
        assertThat(open).isEmpty();
        plugs.set(DESK, RIGHT);
        assertThat(open).containsExactly(RIGHT);
    }

    @Test
    void closingTakesAllDownAndForgetsNone() {
        WallWindows walls = walls(false);
        walls.set(LEFT, true);
        walls.close();
        assertThat(open).isEmpty();
        assertThat(kept).containsExactly(LEFT.key());
        plugs.set(DESK, LEFT);
        assertThat(open).isEmpty();
    }
}
