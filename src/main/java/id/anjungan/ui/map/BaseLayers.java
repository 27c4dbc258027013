package id.anjungan.ui.map;

import id.anjungan.domain.Outline;
import id.anjungan.geo.tile.AreaSaver;
import id.anjungan.geo.tile.HttpTiles;
import id.anjungan.geo.tile.TileKey;
import id.anjungan.geo.tile.TileProblem;
import id.anjungan.geo.tile.TileShelf;
import id.anjungan.geo.tile.TileSource;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.Desk;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What lies under the points: areas, tiles, both or neither; kept with the user's settings. On the JavaFX thread.
public final class BaseLayers {
    static final String AREAS = "map.areas";
    static final String TILES = "map.tiles";
    static final String FROM = "map.tiles.from";
    static final String BY = "map.tiles.by";
    static final String OFFLINE = "map.tiles.offline";
    /// Saving reaches this much closer than what is looked at.
    private static final int CLOSER = 3;

    private final Desk desk;
    private final TileShelf shelf;
    private final Consumer<Runnable> later;
    final BooleanProperty areas = new SimpleBooleanProperty(true);
    final BooleanProperty tiles = new SimpleBooleanProperty(false);
    final BooleanProperty offline = new SimpleBooleanProperty(false);
    final StringProperty from = new SimpleStringProperty("");
    final StringProperty by = new SimpleStringProperty("");
    final ObjectProperty<@Nullable TileSource> source = new SimpleObjectProperty<>();
    final ObjectProperty<TileProblem.@Nullable Code> problem = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<AreaSaver.@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private @Nullable AreaSaver saving;
    private int asked;

    /// `later` runs something on the JavaFX thread.
    public BaseLayers(Desk desk, TileShelf shelf, Consumer<Runnable> later) {
        this.desk = desk;
        this.shelf = shelf;
        this.later = later;
        areas.set(!"false".equals(desk.setting(AREAS).orElse("")));
        offline.set("true".equals(desk.setting(OFFLINE).orElse("")));
        from.set(desk.setting(FROM).orElse(""));
        by.set(desk.setting(BY).orElse(""));
        tiles.set("true".equals(desk.setting(TILES).orElse("")));
        areas.subscribe(on -> desk.putSetting(AREAS, Boolean.toString(on)));
        tiles.subscribe(on -> {
            desk.putSetting(TILES, Boolean.toString(on));
            open();
        });
    }

    /// Takes what was typed.
    void use(String typed, String attribution, boolean noNetwork) {
        from.set(typed.strip());
        by.set(attribution.strip());
        offline.set(noNetwork);
        desk.putSetting(FROM, from.get());
        desk.putSetting(BY, by.get());
        desk.putSetting(OFFLINE, Boolean.toString(noNetwork));
        if (tiles.get()) {
            open();
        } else {
            tiles.set(!from.get().isEmpty());
        }
    }

    /// What the city offers; nothing is fetched of it before it is chosen.
    List<CityProfile.TileMap> offered() {
        return desk.profile().get().tileMaps();
    }

    /// The address of one that the city offers.
    void use(CityProfile.TileMap map) {
        use(map.address(), map.attribution(), offline.get());
        tiles.set(true);
    }

    private int maxZoom(String address) {
        return offered().stream()
                .filter(t -> t.address().equals(address))
                .mapToInt(CityProfile.TileMap::maxZoom)
                .findFirst()
                .orElse(TileShelf.MAX_ZOOM);
    }

    private void open() {
        int mine = ++asked;
        stopSaving();
        show(null);
        problem.set(null);
        if (!tiles.get() || from.get().isBlank()) {
            return;
        }
        String where = from.get();
        String who = by.get();
        boolean noNetwork = offline.get();
        int closest = maxZoom(where);
        var _ = CompletableFuture.runAsync(() -> later.accept(tried(mine, () -> shelf.open(where, who, noNetwork, closest))));
    }

    private interface Opening {
        TileSource source() throws TileProblem;
    }

    private Runnable tried(int mine, Opening how) {
        try {
            return opened(mine, how.source());
        } catch (TileProblem e) {
            return () -> problem.set(mine == asked ? e.code() : problem.get());
        }
    }

    private Runnable opened(int mine, TileSource s) {
        return () -> {
            if (mine == asked) {
                show(s);
            } else {
                closeAside(s);
            }
        };
    }

    private void show(@Nullable TileSource next) {
        TileSource was = source.get();
        source.set(next);
        if (was != null) {
            closeAside(was);
        }
    }

    /// Closing waits for what is being read.
    private static void closeAside(TileSource s) {
        var _ = CompletableFuture.runAsync(s::close);
    }

    /// Who must be named beside the map.
    String attribution() {
        TileSource s = source.get();
        return s == null ? "" : s.attribution();
    }

    ReadOnlyObjectProperty<AreaSaver.@Nullable Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// How many tiles saving what is looked at would fetch; 0 when there is nothing to fetch from.
    long savingCount(Outline view, double zoom) {
        return source.get() instanceof HttpTiles h && !h.local()
                ? TileKey.count(box(view), low(zoom), high(h, zoom))
                : 0;
    }

    /// Fetches the part of the world that is looked at, and closer; false when that is too much or nothing.
    boolean save(Outline view, double zoom) {
        long n = savingCount(view, zoom);
        if (n == 0 || n > AreaSaver.MOST_TILES || !(source.get() instanceof HttpTiles h)) {
            return false;
        }
        stopSaving();
        progress.set(new AreaSaver.Progress(0, 0, (int) n, AreaSaver.End.RUNNING));
        saving = AreaSaver.start(h, box(view), low(zoom), high(h, zoom), p -> later.accept(() -> progress.set(p)));
        return true;
    }

    void stopSaving() {
        AreaSaver s = saving;
        saving = null;
        if (s != null) {
            s.cancel();
        }
    }

    private static int low(double zoom) {
        return (int) Math.max(0, Math.floor(zoom) - 1);
    }

    private static int high(HttpTiles h, double zoom) {
        return (int) Math.min(h.maxZoom(), Math.round(zoom) + CLOSER);
    }

    private static TileKey.Box box(Outline o) {
        double south = 90;
        double west = 180;
        double north = -90;
        double east = -180;
        for (int i = 0; i < o.size(); i++) {
            south = Math.min(south, o.lat(i));
            north = Math.max(north, o.lat(i));
            west = Math.min(west, o.lon(i));
            east = Math.max(east, o.lon(i));
        }
        return new TileKey.Box(south, west, north, east);
    }

    /// Bytes kept, and how many may be.
    long kept() {
        return shelf.bytes();
    }

    long keptAtMost() {
        return shelf.limit();
    }
}
