package id.anjungan.ui.wallboard;

import id.anjungan.state.AlarmRow;
import id.anjungan.state.ChannelTile;
import id.anjungan.state.Desk;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.Figures;
import id.anjungan.state.MapData;
import id.anjungan.state.QueuePage;
import id.anjungan.state.QueueRow;
import id.anjungan.state.WallData;
import id.anjungan.state.WallFigures;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The wall: which page, and what is around every page. It reads and never acts. What comes in is only kept; it is
/// worked out once a frame, and once a second. On the JavaFX thread.
public final class WallboardViewModel {
    /// As many as can be read from across the room.
    static final int WORST = 12;

    private static final Duration LINE = Duration.ofSeconds(8);
    private static final Duration WANDER = Duration.ofMinutes(2);

    private final Desk desk;
    private final ObservableValue<Words> words;
    private final LongSupplier nanos;
    private final Turner turner = new Turner();

    final ObjectProperty<WallMoment> moment = new SimpleObjectProperty<>(WallMoment.NONE);
    final ObjectProperty<Turner.Turn> turn = new SimpleObjectProperty<>(new Turner.Turn("", 0, 0, null));
    final StringProperty title = new SimpleStringProperty("");
    final StringProperty subtitle = new SimpleStringProperty("");
    final StringProperty clock = new SimpleStringProperty("");
    final StringProperty zone = new SimpleStringProperty("");
    final StringProperty ticker = new SimpleStringProperty("");
    /// How many emergencies wait while another page is shown; empty when none does.
    final StringProperty emergencies = new SimpleStringProperty("");
    final StringProperty place = new SimpleStringProperty("");
    final BooleanProperty old = new SimpleBooleanProperty();
    final ObjectProperty<Long> wander = new SimpleObjectProperty<>(0L);

    private Figures figures = Figures.EMPTY;
    private List<QueueRow> worst = List.of();
    private List<ChannelTile> tiles = List.of();
    private List<DistrictFigure> districts = List.of();
    private MapData map = MapData.EMPTY;
    private List<AlarmRow> alarms = List.of();
    private WallData wall = WallData.EMPTY;
    private @Nullable DeskStatus status;
    private Set<String> usable = Set.of();

    public WallboardViewModel(Desk desk, ObservableValue<Words> words) {
        this(desk, words, System::nanoTime);
    }

    /// `nanos` counts monotonic nanoseconds: what turns, turns by it.
    WallboardViewModel(Desk desk, ObservableValue<Words> words, LongSupplier nanos) {
        this.desk = desk;
        this.words = words;
        this.nanos = nanos;
    }

    Words words() {
        return words.getValue();
    }

    void show(Figures now) {
        figures = now;
    }

    void showQueue(QueuePage now) {
        if (now.first() == 0) {
            worst = now.rows();
        }
    }

    void showTiles(List<ChannelTile> now) {
        tiles = now;
    }

    void showDistricts(List<DistrictFigure> now) {
        districts = now;
    }

    void show(MapData now) {
        map = now;
    }

    void showAlarms(List<AlarmRow> now) {
        alarms = now;
    }

    void show(WallData now) {
        wall = now;
        turner.plan(now.plan());
    }

    void show(DeskStatus now) {
        status = now;
    }

    /// The next page, because somebody asks.
    public void next() {
        turner.next(nanos.getAsLong());
        settle(desk.now(), usable);
    }

    /// Gathers what is known; then the view says which pages can be shown.
    WallMoment gather(Instant now) {
        DeskStatus s = status;
        old.set(s != null && s.link() != DeskStatus.Link.LIVE);
        Turner.Turn t = turn.get();
        return new WallMoment(s, old.get(), figures, worst, tiles, districts, map, alarms, wall, t.taking());
    }

    /// Works everything out for this moment; `pages` have something to show and fit.
    void settle(Instant now, Set<String> pages) {
        usable = pages;
        Words w = words();
        WallMoment m = gather(now);
        LocalTime time = now.atZone(w.formats().zone()).toLocalTime();
        Turner.Turn next = turner.turn(
                nanos.getAsLong(), time.getHour() * 60 + time.getMinute(), pages, m.emergencies());
        turn.set(next);
        moment.set(m.takenBy(next.taking()));
        title.set(w.get("wallboard.title", w.city().name()));
        subtitle.set(subtitle(w, now, next));
        place.set(next.number() > 0 && next.of() > 1 ? w.get("wallboard.page", next.number(), next.of()) : "");
        clock.set(w.formats().timeOfDay(now));
        zone.set(w.formats().zoneName(now));
        int waiting = m.emergencies().size();
        emergencies.set(waiting == 0 || next.kind().equals("alarm") ? "" : w.text().count("wallboard.emergencies", waiting));
        ticker.set(line(w));
        wander.set(nanos.getAsLong() / WANDER.toNanos());
    }

    private String line(Words w) {
        List<String> all = Stream.concat(
                        wall.plan().ticker().stream(),
                        wall.figures().arrivals().stream().map(a -> WallTexts.arrival(a, w)))
                .toList();
        return all.isEmpty() ? "" : all.get((int) Math.floorMod(nanos.getAsLong() / LINE.toNanos(), (long) all.size()));
    }

    private String subtitle(Words w, Instant now, Turner.Turn next) {
        DeskStatus s = status;
        if (s == null || s.link() == DeskStatus.Link.LIVE) {
            return next.kind().isEmpty() || next.kind().equals("overview")
                    ? w.formats().date(now)
                    : w.get("wallboard.kind." + next.kind());
        }
        return s.heardAt() == null
                ? w.get("wallboard.connecting")
                : w.get(
                        "wallboard.offline", w.formats().when(s.heardAt(), now),
                        w.formats().age(Duration.between(s.heardAt(), now)));
    }
}
