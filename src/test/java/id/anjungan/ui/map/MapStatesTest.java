package id.anjungan.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.Location;
import id.anjungan.domain.Outline;
import id.anjungan.domain.Priority;
import id.anjungan.geo.BoundaryShelf;
import id.anjungan.geo.tile.TileKey;
import id.anjungan.geo.tile.TileShelf;
import id.anjungan.kit.MadeMbTiles;
import id.anjungan.profile.Nearest;
import id.anjungan.state.CaseFile;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.MapData;
import id.anjungan.state.MapPast;
import id.anjungan.state.UsualHour;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.map.MapMode;
import id.anjungan.ui.control.map.MapView;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Picture;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of the map's panel in all its states, in both themes and languages, for people to look at in
/// `target/pictures`; none is blank.
class MapStatesTest {
    @TempDir
    Path dir;

    private BoundaryShelf outlines = BoundaryShelf.none();

    private void both(String name, FakeDesk desk, BiConsumer<MapViewModel, MapPanel> prepare) {
        shoot(name + "-dark-id", desk, Theme.DARK, Lang.ID, prepare);
        shoot(name + "-light-en", desk, Theme.LIGHT, Lang.EN, prepare);
    }

    private void shoot(String name, FakeDesk desk, Theme theme, Lang lang, BiConsumer<MapViewModel, MapPanel> prepare) {
        FxThread.start();
        MapPanel[] made = new MapPanel[1];
        MapViewModel[] vm = new MapViewModel[1];
        Scene scene = FxThread.call(() -> {
            vm[0] = new MapViewModel(desk, TileShelf.filesOnly(), outlines, () -> Surabaya.AREAS, desk::submit, FxThread::run);
            made[0] = new MapPanel(vm[0], desk, Surabaya.words(lang));
            Scene s = new Scene(made[0].root(), 900, 760);
            ThemeSheets.apply(s, theme);
            return s;
        }).join();
        Picture.settle(scene, 3);
        FxThread.call(() -> {
            prepare.accept(vm[0], made[0]);
            return null;
        }).join();
        Picture.settle(scene, 25);
        var image = FxThread.call(() -> scene.snapshot(null)).join();
        Path file = Picture.save(image, "map-" + name);
        assertThat(file.toFile().length()).as("bytes of " + file).isGreaterThan(8_000);
        FxThread.call(() -> {
            vm[0].base.tiles.set(false);
            scene.setRoot(new javafx.scene.layout.Pane());
            return null;
        }).join();
    }

    private static MapView view(MapPanel p) {
        return (MapView) p.root().lookup("#map");
    }

    private static void press(MapPanel p, KeyCode code) {
        view(p).fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }

    /// The first case of the map, with its position in its file too.
    private static UUID placedCase(FakeDesk desk) {
        MapData d = desk.map.get();
        CaseFile f = desk.files.values().stream()
                .filter(x -> d.ids().contains(x.c().id()))
                .findFirst()
                .orElseThrow();
        int i = d.ids().indexOf(f.c().id());
        Location at = new Location(d.lat()[i], d.lon()[i], "Jl. Pacarkeling 12", null, null);
        Case c = f.c().edit(FakeDesk.START, FakeDesk.START).location(at).build();
        desk.files.put(c.id(), new CaseFile(
                c, f.person(), f.entries(), f.messages(), f.incident(), f.sameIncident(), f.alarms(), f.viewers(), f.pending()));
        return c.id();
    }

    @Test
    void emptyCalmBusyFloodedOffline() {
        both("empty", Samples.empty(), (vm, p) -> {});
        both("calm", Samples.calm(), (vm, p) -> {});
        both("busy", Samples.busy(), (vm, p) -> {});
        both("flooded", Samples.flooded(), (vm, p) -> {});
        both("offline", Samples.offline(), (vm, p) -> {});
    }

    @Test
    void tilesFromAFile() throws Exception {
        Path file = MadeMbTiles.write(
                dir.resolve("t.mbtiles"), "png", new TileKey.Box(-7.36, 112.58, -7.18, 112.86), 9, 13);
        both("tiles", Samples.busy(), (vm, p) -> vm.base.use(file.toString(), "", false));
        both("layers", Samples.busy(), (vm, p) -> {
            vm.base.use("nowhere.mbtiles", "© somebody", false);
            vm.toggle(MapPane.LAYERS);
        });
    }

    @Test
    void boundariesThatWereReadAreLookedAtBeforeTheyAreUsed() throws Exception {
        outlines = new BoundaryShelf(dir.resolve("kept"));
        Path file = BoundaryFiles.troubled(dir.resolve("kelurahan.geojson"));
        both("boundaries", Samples.busy(), (vm, p) -> {
            vm.toggle(MapPane.LAYERS);
            vm.boundaries.read(List.of(file));
        });
    }

    @Test
    void shadedDistricts() {
        FakeDesk desk = Samples.busy();
        Map<String, UsualHour.Now> usual = new HashMap<>();
        Random dice = new Random(2);
        Surabaya.PROFILE.districts().forEach(d -> usual.put(d.code(), new UsualHour.Now(dice.nextInt(12), 3)));
        desk.maps.usual = new UsualHour(6, usual);
        both("choropleth", desk, (vm, p) -> vm.nextMeasure());
        both("choropleth-usual", desk, (vm, p) -> {
            vm.measure.set(Measure.USUAL);
            vm.mode.set(MapMode.DISTRICTS);
        });
        FakeDesk near = Samples.busy();
        near.maps.villages = Surabaya.PROFILE.villages().stream()
                .map(v -> new DistrictFigure(v.code(), dice.nextInt(30), dice.nextInt(5), null))
                .toList();
        both("villages", near, (vm, p) -> {
            vm.mode.set(MapMode.DISTRICTS);
            view(p).zoomBy(1.6);
        });
        both("heat", Samples.flooded(), (vm, p) -> vm.mode.set(MapMode.DENSITY));
    }

    @Test
    void drawnShapesAndCasesOnOneSpot() {
        Outline bent = Outline.of(
                new double[] {-7.24, -7.235, -7.26, -7.29, -7.285}, new double[] {112.70, 112.76, 112.79, 112.76, 112.70});
        FakeDesk drawn = Samples.busy();
        both("lasso", drawn, (vm, p) -> vm.filterBy(bent));
        FakeDesk spot = Samples.busy();
        int n = 7;
        List<UUID> ids = spot.files.keySet().stream().limit(n).toList();
        double[] lat = new double[ids.size()];
        double[] lon = new double[ids.size()];
        byte[] priority = new byte[ids.size()];
        Arrays.fill(lat, -7.26);
        Arrays.fill(lon, 112.75);
        for (int i = 0; i < priority.length; i++) {
            priority[i] = (byte) (i % 4);
        }
        priority[0] = 1;
        spot.map.set(new MapData(ids, lat, lon, priority, new byte[ids.size()], times(ids.size()), 3));
        both("spider", spot, (vm, p) -> {
            view(p).fit();
            press(p, KeyCode.ENTER);
        });
        FakeDesk fire = Samples.busy();
        UUID incident = Samples.id("fire");
        UUID[] incidents = new UUID[ids.size()];
        Arrays.fill(incidents, incident);
        fire.map.set(new MapData(ids, lat, lon, priority, new byte[ids.size()], times(ids.size()), 3, incidents));
        both("incident", fire, (vm, p) -> press(p, KeyCode.ENTER));
    }

    private static long[] times(int n) {
        long[] at = new long[n];
        Arrays.fill(at, FakeDesk.START.toEpochMilli());
        return at;
    }

    @Test
    void thePastNearestAndPlacing() {
        FakeDesk desk = Samples.busy();
        MapData now = desk.map.get();
        desk.maps.past = new MapPast(
                FakeDesk.START.minus(Duration.ofHours(12)),
                java.util.stream.IntStream.range(0, now.ids().size())
                        .mapToObj(i -> new MapPast.Was(
                                now.ids().get(i), now.lat()[i], now.lon()[i], Priority.MEDIUM,
                                FakeDesk.START.minus(Duration.ofMinutes(i * 2L)), null, null, null))
                        .toList());
        both("replay", desk, (vm, p) -> {
            vm.time.hours.set(6);
            vm.time.back.set(240);
        });
        FakeDesk near = Samples.busy();
        both("nearest", near, (vm, p) -> {
            near.select(placedCase(near));
            vm.around.what.set(Nearest.What.GROUPS);
            p.nearest();
        });
        both("placing", near, (vm, p) -> {
            near.select(placedCase(near));
            p.place();
            for (int i = 0; i < 9; i++) {
                press(p, KeyCode.RIGHT);
            }
            press(p, KeyCode.ENTER);
        });
    }
}
