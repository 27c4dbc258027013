package id.anjungan.ui.map;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Outline;
import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.geo.BoundaryShelf;
import id.anjungan.geo.tile.TileShelf;
import id.anjungan.state.Desk;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.Facet;
import id.anjungan.state.MapData;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.QueuePage;
import id.anjungan.state.Receipt;
import id.anjungan.state.UsualHour;
import id.anjungan.ui.control.map.MapMode;
import id.anjungan.ui.control.map.MapPoints;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// What the map shows and what a click on it means. On the JavaFX thread.
public final class MapViewModel {
    /// More of a crowd than this is for the queue and its filters.
    static final int MOST_LISTED = 200;
    /// The usual of an hour changes with the hour.
    private static final Duration USUAL_EVERY = Duration.ofMinutes(2);
    /// Villages are counted in the file, so less often than what is kept of districts.
    private static final Duration VILLAGES_EVERY = Duration.ofSeconds(3);

    private final Desk desk;
    private final Consumer<Runnable> later;

    final ObjectProperty<MapPoints> points = new SimpleObjectProperty<>(MapPoints.EMPTY);
    final ObjectProperty<Map<String, Double>> perDistrict = new SimpleObjectProperty<>(Map.of());
    final ObjectProperty<MapMode> mode = new SimpleObjectProperty<>(MapMode.POINTS);
    final ObjectProperty<Measure> measure = new SimpleObjectProperty<>(Measure.OPEN);
    final ObjectProperty<@Nullable UUID> selected = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Outline> shape = new SimpleObjectProperty<>();
    final ObjectProperty<MapPane> pane = new SimpleObjectProperty<>(MapPane.NONE);
    /// The cases of what was opened, and how many there are in all.
    final ObjectProperty<List<Case>> listed = new SimpleObjectProperty<>(List.of());
    final IntegerProperty listedOf = new SimpleIntegerProperty();
    final IntegerProperty placed = new SimpleIntegerProperty();
    final IntegerProperty unplaced = new SimpleIntegerProperty();
    final TimeWindow time;
    final Placing placing;
    final Around around;
    final BaseLayers base;
    public final BoundaryLoading boundaries;
    private MapData now = MapData.EMPTY;
    private List<DistrictFigure> figures = List.of();
    private UsualHour usual = UsualHour.UNKNOWN;
    private Instant usualAt = Instant.MIN;
    /// Near enough that villages are told apart.
    final BooleanProperty near = new SimpleBooleanProperty();
    private List<DistrictFigure> villages = List.of();
    private Instant villagesAt = Instant.MIN;
    private QueueFilter filter = QueueFilter.ALL;

    public MapViewModel(Desk desk) {
        this(desk, TileShelf.filesOnly(), BoundaryShelf.none(), () -> Areas.of(List.of()), desk::submit, Runnable::run);
    }

    /// `submit` gives a command and shows a refusal; `later` runs something on the JavaFX thread.
    public MapViewModel(
            Desk desk, TileShelf shelf, BoundaryShelf outlines, Supplier<Areas> areas,
            Function<Command, CompletableFuture<Receipt>> submit, Consumer<Runnable> later) {
        this.desk = desk;
        this.later = later;
        time = new TimeWindow(desk, later);
        placing = new Placing(desk, areas, submit);
        around = new Around(desk);
        base = new BaseLayers(desk, shelf, later);
        boundaries = new BoundaryLoading(outlines, () -> desk.profile().get(), later);
        time.setOnChange(this::draw);
        measure.subscribe(m -> shade());
        near.subscribe(on -> {
            villagesAt = Instant.MIN;
            askVillages();
            shade();
        });
    }

    // what is shown

    void show(MapData data) {
        now = data;
        placed.set(data.ids().size());
        unplaced.set(data.unplaced());
        if (time.live()) {
            draw();
        }
    }

    private void draw() {
        points.set(PointMaker.points(time.of(now), time.since(), time.at().toEpochMilli()));
    }

    void show(List<DistrictFigure> all) {
        figures = all;
        shade();
        askUsual();
        askVillages();
    }

    private void shade() {
        perDistrict.set(measure.get().values(byVillage() ? villages : figures, desk.profile().get().inhabitants(), usual));
    }

    /// Whether villages are shaded rather than districts; the usual is known of districts only.
    boolean byVillage() {
        return near.get() && !villages.isEmpty() && measure.get() != Measure.USUAL;
    }

    private void askVillages() {
        Instant t = desk.now();
        if (!near.get() || Duration.between(villagesAt, t).compareTo(VILLAGES_EVERY) < 0) {
            return;
        }
        villagesAt = t;
        var _ = desk.maps().villages().thenAccept(all -> later.accept(() -> {
            villages = all;
            shade();
        }));
    }

    private void askUsual() {
        Instant t = desk.now();
        if (Duration.between(usualAt, t).compareTo(USUAL_EVERY) < 0) {
            return;
        }
        usualAt = t;
        var _ = desk.maps().usual().thenAccept(u -> later.accept(() -> {
            usual = u;
            shade();
        }));
    }

    /// What there is to shade by.
    List<Measure> measures() {
        Map<String, Integer> people = desk.profile().get().inhabitants();
        return List.of(Measure.values()).stream().filter(m -> m.known(people, usual)).toList();
    }

    /// Shades by the next measure, in the mode where it is seen.
    void nextMeasure() {
        List<Measure> all = measures();
        if (mode.get() == MapMode.DISTRICTS) {
            measure.set(all.get((all.indexOf(measure.get()) + 1) % all.size()));
        }
        mode.set(MapMode.DISTRICTS);
    }

    void showPage(QueuePage page) {
        shape.set(page.filter().area());
        if (!page.filter().equals(filter)) {
            filter = page.filter();
            time.reload();
        }
    }

    void showSelection(Optional<UUID> id) {
        selected.set(id.orElse(null));
        if (placing.on() && !placing.about().map(Case::id).equals(id)) {
            placing.end();
            closePane(MapPane.PLACING);
        }
    }

    // what is done

    void select(UUID id) {
        desk.select(id);
    }

    /// The cases of a cluster or an incident are listed, most urgent first.
    void open(List<UUID> ids) {
        listedOf.set(ids.size());
        var _ = desk.cases(ids.subList(0, Math.min(ids.size(), MOST_LISTED))).thenAccept(cases -> later.accept(() -> {
            listed.set(cases.stream()
                    .sorted(java.util.Comparator.comparing(Case::priority).thenComparing(Case::cameAt))
                    .toList());
            pane.set(MapPane.LIST);
        }));
    }

    /// Open cases nobody has placed.
    void openUnplaced() {
        var _ = desk.maps().unplaced(MOST_LISTED).thenAccept(ids -> later.accept(() -> {
            open(ids);
            listedOf.set(Math.max(unplaced.get(), ids.size()));
        }));
    }

    /// In the mode of districts a click shows that area, a district or from nearer a village, alone in the queue, and again all of them.
    void clickArea(String code) {
        if (mode.get() == MapMode.DISTRICTS) {
            QueueFilter f = desk.queue().page().get().filter();
            boolean village = desk.profile().get().area(code).filter(a -> a.level() == Area.Level.VILLAGE).isPresent();
            boolean alone = (village ? f.villages() : f.districts()).equals(Set.of(code))
                    && (village ? f.districts() : f.villages()).isEmpty();
            // Districts and villages are of one kind, so what was chosen before would widen it.
            QueueFilter none = f.withDistricts(Set.of());
            for (String v : f.villages()) {
                none = none.without(Facet.village(v));
            }
            desk.queue().filter(alone ? none : none.with(village ? Facet.village(code) : Facet.district(code)));
        }
    }

    /// A shape that was drawn filters the queue and the map; null takes it away.
    void filterBy(@Nullable Outline drawn) {
        desk.queue().filter(desk.queue().page().get().filter().withArea(drawn));
    }

    void toggle(MapPane which) {
        pane.set(pane.get() == which ? MapPane.NONE : which);
    }

    void closePane(MapPane which) {
        if (pane.get() == which) {
            pane.set(MapPane.NONE);
        }
    }

    /// Escape: the pane first, then the past.
    boolean back() {
        if (placing.on()) {
            placing.end();
            pane.set(MapPane.NONE);
            return true;
        }
        if (pane.get() != MapPane.NONE) {
            pane.set(MapPane.NONE);
            return true;
        }
        if (!time.live()) {
            time.toNow();
            return true;
        }
        return false;
    }
}
