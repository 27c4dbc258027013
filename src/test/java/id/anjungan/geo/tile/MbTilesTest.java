package id.anjungan.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.anjungan.kit.MadeMbTiles;
import id.anjungan.kit.TileServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MbTilesTest {
    private static final TileKey.Box TOWN = new TileKey.Box(-7.28, 112.72, -7.24, 112.76);

    @TempDir
    Path dir;

    @Test
    void tilesAreReadByTheirPlaceWithTheNameOfTheirMaker() throws Exception {
        Path file = MadeMbTiles.write(dir.resolve("town.mbtiles"), "png", TOWN, 10, 13);
        try (MbTiles tiles = MbTiles.open(file)) {
            TileKey k = TileKey.at(12, -7.26, 112.74);
            assertThat(tiles.tile(k).join().orElseThrow().bytes()).isEqualTo(TileServer.png(k.toString()));
            assertThat(tiles.tile(new TileKey(12, 0, 0)).join()).isEmpty();
            assertThat(tiles.minZoom()).isEqualTo(10);
            assertThat(tiles.maxZoom()).isEqualTo(13);
            assertThat(tiles.attribution()).isEqualTo("© Nobody");
            assertThat(tiles.name()).isEqualTo("Made up");
        }
    }

    @Test
    void whatGivesNoPicturesIsRefusedWithTheReason() throws Exception {
        assertThatThrownBy(() -> MbTiles.open(dir.resolve("none.mbtiles")))
                .isInstanceOfSatisfying(TileProblem.class, p -> assertThat(p.code()).isEqualTo(TileProblem.Code.NO_FILE));
        Path words = Files.writeString(dir.resolve("words.mbtiles"), "not a database, only words and more of them");
        assertThatThrownBy(() -> MbTiles.open(words))
                .isInstanceOfSatisfying(TileProblem.class, p -> assertThat(p.code()).isEqualTo(TileProblem.Code.NOT_MBTILES));
        Path vector = MadeMbTiles.write(dir.resolve("vector.mbtiles"), "pbf", TOWN, 10, 10);
        assertThatThrownBy(() -> MbTiles.open(vector))
                .isInstanceOfSatisfying(TileProblem.class, p -> assertThat(p.code()).isEqualTo(TileProblem.Code.NOT_PICTURES));
    }
}
