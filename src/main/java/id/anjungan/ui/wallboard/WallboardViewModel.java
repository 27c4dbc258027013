package id.anjungan.ui.wallboard;

import id.anjungan.state.ChannelTile;
import id.anjungan.state.Desk;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.Figures;
import id.anjungan.state.QueuePage;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The first page of the wall. It reads and never acts. On the JavaFX thread.
public final class WallboardViewModel {
    /// As many as can be read from across the room.
    static final int WORST = 6;

    private final Desk desk;
    private final ObservableValue<Words> words;

    final ObjectProperty<List<WallTexts.Figure>> figures = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<WallTexts.Worst>> worst = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<WallTexts.Channel>> channels = new SimpleObjectProperty<>(List.of());
    final ObjectProperty<List<DistrictFigure>> districts = new SimpleObjectProperty<>(List.of());
    final StringProperty title = new SimpleStringProperty("");
    final StringProperty subtitle = new SimpleStringProperty("");
    final StringProperty clock = new SimpleStringProperty("");
    final StringProperty zone = new SimpleStringProperty("");
    final BooleanProperty old = new SimpleBooleanProperty();
    private Figures latestFigures = Figures.EMPTY;
    private QueuePage page = QueuePage.EMPTY;
    private List<ChannelTile> tiles = List.of();
    private @Nullable DeskStatus status;

    public WallboardViewModel(Desk desk, ObservableValue<Words> words) {
        this.desk = desk;
        this.words = words;
    }

    void show(Figures now) {
        latestFigures = now;
        tick(desk.now());
    }

    void showQueue(QueuePage now) {
        page = now;
        tick(desk.now());
    }

    void showTiles(List<ChannelTile> now) {
        tiles = now;
        tick(desk.now());
    }

    void show(DeskStatus now) {
        status = now;
        tick(desk.now());
    }

    void showDistricts(List<DistrictFigure> now) {
        districts.set(now);
    }

    void tick(Instant now) {
        Words w = words.getValue();
        title.set(w.get("wallboard.title", w.city().name()));
        subtitle.set(subtitle(w, now));
        clock.set(w.formats().timeOfDay(now));
        zone.set(w.formats().zoneName(now));
        figures.set(WallTexts.figures(latestFigures, w, now));
        worst.set(page.first() > 0
                ? worst.get()
                : page.rows().stream().limit(WORST).map(r -> WallTexts.worst(r, w, now)).toList());
        channels.set(tiles.stream().map(t -> WallTexts.channel(t, w, now, old.get())).toList());
    }

    private String subtitle(Words w, Instant now) {
        DeskStatus s = status;
        boolean live = s != null && s.link() == DeskStatus.Link.LIVE;
        old.set(s != null && !live);
        if (s == null || live) {
            return w.formats().date(now);
        }
        return s.heardAt() == null
                ? w.get("wallboard.connecting")
                : w.get("wallboard.offline", w.formats().when(s.heardAt(), now));
    }
}
