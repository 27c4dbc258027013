package id.anjungan.ui.map;

import id.anjungan.state.Desk;
import id.anjungan.state.MapData;
import id.anjungan.state.MapPast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// Which hours the map tells of: those of the last so many hours, and as they are now or as they were a while ago. While
/// the past is played it runs towards now and ends there. On the JavaFX thread.
final class TimeWindow {
    /// The windows one can choose, in hours; 0 is everything that is open.
    static final List<Integer> HOURS = List.of(0, 1, 3, 6, 12, 24);
    /// How far back one can look.
    static final int FURTHEST_MINUTES = 12 * 60;
    /// Playing takes this long from the furthest to now.
    private static final double PLAY_SECONDS = 48;

    private final Desk desk;
    private final Consumer<Runnable> later;
    final IntegerProperty hours = new SimpleIntegerProperty();
    /// Minutes before now; 0 is now.
    final DoubleProperty back = new SimpleDoubleProperty();
    final BooleanProperty playing = new SimpleBooleanProperty();
    private MapPast past = MapPast.NONE;
    private boolean asked;
    private Runnable onChange = () -> {};

    /// `later` runs something on the JavaFX thread.
    TimeWindow(Desk desk, Consumer<Runnable> later) {
        this.desk = desk;
        this.later = later;
        hours.subscribe(h -> onChange.run());
        back.subscribe(b -> moved());
    }

    void setOnChange(Runnable action) {
        onChange = action;
    }

    boolean live() {
        return back.get() <= 0;
    }

    /// The moment that is shown.
    Instant at() {
        return desk.now().minusMillis((long) (Math.max(0, back.get()) * 60_000));
    }

    /// Cases received before this are not shown.
    long since() {
        return hours.get() == 0 ? Long.MIN_VALUE : at().minus(Duration.ofHours(hours.get())).toEpochMilli();
    }

    /// What is to be shown, of what is there now.
    MapData of(MapData now) {
        return live() ? now : past.at(at(), Instant.MIN);
    }

    void next() {
        hours.set(HOURS.get((HOURS.indexOf(hours.get()) + 1) % HOURS.size()));
    }

    private void moved() {
        if (live()) {
            asked = false;
            past = MapPast.NONE;
            playing.set(false);
        } else if (!asked) {
            asked = true;
            reload();
        }
        onChange.run();
    }

    /// The filter has changed: the past is filtered as the present.
    void reload() {
        if (live()) {
            return;
        }
        var _ = desk.maps().past(desk.now().minus(Duration.ofMinutes(FURTHEST_MINUTES)))
                .thenAccept(p -> later.accept(() -> {
                    past = p;
                    onChange.run();
                }));
    }

    /// Begins to play, from the furthest when now is shown; or stops.
    void play() {
        if (!playing.get() && live()) {
            back.set(FURTHEST_MINUTES);
        }
        playing.set(!playing.get());
    }

    /// So many seconds of playing have passed.
    void played(double seconds) {
        if (playing.get()) {
            back.set(Math.max(0, back.get() - seconds * FURTHEST_MINUTES / PLAY_SECONDS));
        }
    }

    void toNow() {
        playing.set(false);
        back.set(0);
    }
}
