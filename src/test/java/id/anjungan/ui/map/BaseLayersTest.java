package id.anjungan.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.anjungan.domain.Outline;
import id.anjungan.geo.tile.AreaSaver;
import id.anjungan.geo.tile.TileKey;
import id.anjungan.geo.tile.TileProblem;
import id.anjungan.geo.tile.TileShelf;
import id.anjungan.kit.MadeMbTiles;
import id.anjungan.kit.TileServer;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.Names;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Surabaya;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseLayersTest {
    private static final Outline VIEW = Outline.box(-7.28, 112.72, -7.24, 112.76);

    @TempDir
    Path dir;

    private final FakeDesk desk = new FakeDesk();

    private BaseLayers layers(TileShelf shelf) {
        return new BaseLayers(desk, shelf, Runnable::run);
    }

    @Test
    void withoutSettingsThereAreAreasAndNothingIsAskedOfAnyNetwork() {
        BaseLayers base = layers(TileShelf.filesOnly());
        assertThat(base.areas.get()).isTrue();
        assertThat(base.source.get()).isNull();
        assertThat(base.savingCount(VIEW, 12)).isZero();
    }

    @Test
    void aFileIsOpenedAndKeptForTheNextStart() throws Exception {
        Path file = MadeMbTiles.write(dir.resolve("t.mbtiles"), "png", new TileKey.Box(-7.3, 112.7, -7.2, 112.8), 10, 11);
        BaseLayers base = layers(TileShelf.filesOnly());
        base.use(file.toString(), "", false);
        await().until(() -> base.source.get() != null);
        assertThat(base.attribution()).isEqualTo("© Nobody");
        BaseLayers next = layers(TileShelf.filesOnly());
        await().until(() -> next.source.get() != null);
        base.tiles.set(false);
        assertThat(base.source.get()).isNull();
        next.tiles.set(false);
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        BaseLayers base = layers(TileShelf.filesOnly());
        base.use(dir.resolve("none.mbtiles").toString(), "", false);
        await().until(() -> base.problem.get() == TileProblem.Code.NO_FILE);
        base.use("http://x/{z}.png", "", false);
        await().until(() -> base.problem.get() == TileProblem.Code.BAD_ADDRESS);
    }

    @Test
    void whatIsLookedAtIsSavedAndIsThereWithoutANetwork() throws Exception {
        try (TileServer server = new TileServer();
                TileShelf shelf = new TileShelf(dir.resolve("tiles.db"), 50 << 20, "test", InstantSource.system())) {
            BaseLayers base = layers(shelf);
            base.use(server.pattern(), "© somebody", false);
            await().until(() -> base.source.get() != null);
            assertThat(base.attribution()).isEqualTo("© somebody");
            assertThat(base.savingCount(VIEW, 11)).isBetween(10L, 200L);
            assertThat(base.save(Outline.box(-80, -170, 80, 170), 12)).as("too much").isFalse();
            assertThat(base.save(VIEW, 11)).isTrue();
            await().until(() -> end(base) == AreaSaver.End.COMPLETE);
            assertThat(base.kept()).isPositive();
            server.cut();
            base.use(server.pattern(), "© somebody", true);
            await().until(() -> base.source.get() != null && Objects.requireNonNull(base.source.get()).local());
            assertThat(Objects.requireNonNull(base.source.get()).tile(TileKey.at(13, -7.26, 112.74)).join()).isPresent();
            base.tiles.set(false);
        }
    }

    @Test
    void whatTheCityOffersIsFetchedOnlyOnceItIsChosenAndNoCloserThanItGoes() throws Exception {
        try (TileServer server = new TileServer();
                TileShelf shelf = new TileShelf(dir.resolve("tiles.db"), 50 << 20, "test", InstantSource.system())) {
            desk.profile.set(offering(new CityProfile.TileMap(Names.same("Peta"), server.pattern(), "© the city", 11)));
            BaseLayers base = layers(shelf);
            assertThat(base.offered()).hasSize(1);
            assertThat(base.source.get()).isNull();
            base.use(base.offered().getFirst());
            await().until(() -> base.source.get() != null);
            assertThat(Objects.requireNonNull(base.source.get()).maxZoom()).isEqualTo(11);
            assertThat(base.attribution()).isEqualTo("© the city");
            base.tiles.set(false);
            assertThat(base.source.get()).isNull();
        }
    }

    private static CityProfile offering(CityProfile.TileMap tiles) {
        ObjectNode document = (ObjectNode) Surabaya.PROFILE.toDocument();
        ObjectNode row = ((ObjectNode) document.get("files").get("city.yaml")).putArray("tiles").addObject();
        row.putObject("name").put("id", tiles.name().id()).put("en", tiles.name().en());
        row.put("address", tiles.address()).put("attribution", tiles.attribution()).put("maxZoom", tiles.maxZoom());
        return ProfileLoader.fromDocument(document);
    }

    private static AreaSaver.End end(BaseLayers base) {
        AreaSaver.Progress p = base.progressProperty().get();
        return p == null ? AreaSaver.End.RUNNING : p.end();
    }
}
