package id.anjungan.ui.control.map;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.geo.Areas;
import id.anjungan.geo.tile.MbTiles;
import id.anjungan.geo.tile.TileKey;
import id.anjungan.kit.MadeMbTiles;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import java.nio.file.Path;
import java.util.Random;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A map that is moved about for weeks holds no more than one that is moved about for a minute.
class MapLongLifeTest {
    private static final int MOVES = 10_000;
    private static final java.util.List<MapMode> MODES = java.util.List.of(MapMode.values());
    private static final int WARM = 1_000;

    @Test
    void tenThousandPansAndZoomsLeaveMemoryFlat(@TempDir Path dir) throws Exception {
        Areas areas = City.computed("surabaya");
        Path file = MadeMbTiles.write(
                dir.resolve("t.mbtiles"), "png", new TileKey.Box(-7.36, 112.58, -7.18, 112.86), 9, 14);
        try (MbTiles tiles = MbTiles.open(file)) {
            MapPoints points = City.points(areas, 20_000, 3);
            MapPoints others = City.points(areas, 20_000, 4);
            MapView map = Fx.on(() -> {
                MapView m = new MapView();
                Scene s = new Scene(m, 700, 500);
                ThemeSheets.apply(s, Theme.DARK);
                m.setAreas(areas);
                m.setTiles(tiles);
                s.snapshot(null);
                return m;
            });
            Random dice = new Random(5);
            long early = 0;
            for (int i = 0; i < MOVES; i++) {
                MapPoints now = i % 2 == 0 ? points : others;
                boolean data = i % 40 == 0;
                MapMode mode = MODES.get(i / 500 % 3);
                boolean drawn = i % 25 == 0;
                Fx.on(() -> {
                    step(map, dice);
                    if (data) {
                        map.setPoints(now);
                        map.setMode(mode);
                        map.setSelected(now.id(dice.nextInt(now.size())));
                    }
                    map.layout();
                    if (drawn) {
                        map.getScene().snapshot(null); // so that what a canvas was told is drawn and let go
                    }
                    return null;
                });
                if (i == WARM) {
                    early = used();
                }
            }
            long late = used();
            assertThat(late - early).as("bytes more after %,d moves", MOVES - WARM).isLessThan(12L << 20);
        }
    }

    private static void step(MapView map, Random dice) {
        switch (dice.nextInt(6)) {
            case 0 -> map.move(map.getView().zoomAt(dice.nextInt(700), dice.nextInt(500), dice.nextDouble() * 2 - 1));
            case 1 -> map.zoomBy(dice.nextDouble() - 0.5);
            case 2 -> {
                if (dice.nextInt(10) == 0) {
                    map.fit();
                }
            }
            default -> map.move(map.getView().pan(dice.nextInt(300) - 150, dice.nextInt(300) - 150));
        }
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
            Fx.on(() -> null);
        }
        Runtime r = Runtime.getRuntime();
        return r.totalMemory() - r.freeMemory();
    }
}
