package id.anjungan.geo.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.anjungan.kit.TileServer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpTilesTest {
    private static final TileKey.Box TOWN = new TileKey.Box(-7.28, 112.72, -7.24, 112.76);

    @TempDir
    Path dir;

    private TileServer server;
    private TileCache cache;
    private HttpTiles tiles;
    private volatile Instant now = Instant.parse("2026-11-24T07:00:00Z");

    @BeforeEach
    void start() throws Exception {
        server = new TileServer();
        cache = TileCache.open(dir.resolve("tiles.db"), 10 << 20);
        tiles = tiles(false);
    }

    @AfterEach
    void stop() {
        tiles.close();
        cache.close();
        server.close();
    }

    private HttpTiles tiles(boolean offline) throws TileProblem {
        return new HttpTiles(
                TileAddress.of(server.pattern()), cache,
                new HttpTiles.Settings("© test", 0, 19, "Anjungan-test/1", offline), () -> now);
    }

    private static Optional<Tile> got(CompletableFuture<Optional<Tile>> answer) {
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    private Optional<Tile> at(int x) {
        return got(tiles.tile(new TileKey(10, x, 500)));
    }

    @Test
    void aTileIsFetchedOnceAndShownFromTheFileUntilItsTime() {
        assertThat(at(1)).isPresent();
        assertThat(at(1)).isPresent();
        assertThat(server.asked).containsExactly("/10/1/500.png");
        assertThat(server.agents).containsOnly("Anjungan-test/1");
        now = now.plus(Duration.ofDays(2));
        assertThat(at(1)).isPresent();
        assertThat(server.asked).as("asked whether it has changed").hasSize(2);
        assertThat(at(1).orElseThrow().old()).isFalse();
        assertThat(server.asked).as("the answer 304 counts as new").hasSize(2);
    }

    @Test
    void withoutANetworkWhatWasFetchedIsThereAndSaidToBeOld() throws Exception {
        assertThat(at(1).orElseThrow().old()).isFalse();
        server.close();
        now = now.plus(Duration.ofDays(2));
        assertThat(at(1).orElseThrow().old()).isTrue();
        assertThat(at(2)).as("never fetched").isEmpty();
        tiles.close();
        cache.close();
        cache = TileCache.open(dir.resolve("tiles.db"), 10 << 20);
        tiles = tiles(true);
        assertThat(at(1)).as("after a new start").isPresent();
    }

    @Test
    void atMostTwoAreAskedForAtOnceAndTheSameOneOnce() {
        server.slow = 20;
        List<CompletableFuture<Optional<Tile>>> all = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            all.add(tiles.tile(new TileKey(10, i / 2, 500)));
        }
        all.forEach(a -> assertThat(got(a)).isPresent());
        assertThat(server.mostAtOnce.get()).isLessThanOrEqualTo(2);
        assertThat(server.asked).hasSize(12);
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotFetched() {
        server.slow = 100;
        List<CompletableFuture<Optional<Tile>>> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(tiles.tile(new TileKey(10, i, 500)));
        }
        all.forEach(a -> a.cancel(false));
        assertThat(at(300)).isPresent();
        assertThat(server.asked.size()).isLessThan(10);
    }

    @Test
    void aServerThatFailsIsLeftAloneForAWhile() {
        server.status = 503;
        assertThat(at(1)).isEmpty();
        assertThat(at(2)).isEmpty();
        assertThat(server.asked).hasSize(1);
        now = now.plusSeconds(3);
        assertThat(at(2)).isEmpty();
        now = now.plusSeconds(3);
        assertThat(at(2)).isEmpty();
        assertThat(server.asked).as("longer the second time").hasSize(2);
        server.status = 200;
        now = now.plusSeconds(2);
        assertThat(at(2)).isPresent();
    }

    @Test
    void aServerThatSaysHowLongIsLeftAloneThatLong() {
        server.status = 429;
        server.retryAfter = "600";
        assertThat(at(1)).isEmpty();
        server.status = 200;
        now = now.plusSeconds(599);
        assertThat(at(1)).isEmpty();
        now = now.plusSeconds(2);
        assertThat(at(1)).isPresent();
    }

    @Test
    void aTileThatIsNotThereIsNotAskedForAgain() {
        server.status = 404;
        assertThat(at(1)).isEmpty();
        assertThat(at(1)).isEmpty();
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void whatMayNotBeKeptIsNotKept() {
        server.cacheControl = "no-store";
        assertThat(at(1)).isPresent();
        assertThat(at(1)).isPresent();
        assertThat(server.asked).hasSize(2);
        assertThat(cache.bytes()).isZero();
    }

    @Test
    void theFileStaysWithinItsLimitAndWhatWasSavedStaysLongest() {
        int one = TileServer.png("/10/1/500.png").length;
        cache.close();
        cache = TileCache.open(dir.resolve("small.db"), one * 10L);
        tiles.close();
        tiles = new HttpTiles(
                new TileAddress(server.pattern()), cache, new HttpTiles.Settings("", 0, 19, "t", false), () -> now);
        assertThat(got(tiles.save(new TileKey(10, 0, 500)))).isPresent();
        for (int i = 1; i < 40; i++) {
            now = now.plusSeconds(3_600);
            assertThat(at(i)).isPresent();
            assertThat(cache.bytes()).isLessThanOrEqualTo(one * 10L);
        }
        int asked = server.asked.size();
        assertThat(at(39)).isPresent();
        assertThat(got(tiles.tile(new TileKey(10, 0, 500)))).isPresent();
        assertThat(server.asked.size()).as("the saved one is past its time but not gone").isLessThanOrEqualTo(asked + 1);
        server.close();
        assertThat(got(tiles.tile(new TileKey(10, 0, 500)))).isPresent();
        assertThat(at(3)).as("gone").isEmpty();
    }

    @Test
    void anAreaIsSavedWithProgress() {
        List<AreaSaver.Progress> heard = new CopyOnWriteArrayList<>();
        int total = (int) TileKey.count(TOWN, 10, 13);
        AreaSaver.Progress end = AreaSaver.start(tiles, TOWN, 10, 13, heard::add).done().orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(end).isEqualTo(new AreaSaver.Progress(total, total, total, AreaSaver.End.COMPLETE));
        assertThat(heard).hasSizeGreaterThanOrEqualTo(total - 1).last().isEqualTo(end);
        server.close();
        for (TileKey k : TileKey.of(TOWN, 10, 13)) {
            assertThat(got(tiles.tile(k))).isPresent();
        }
    }

    @Test
    void savingIsCancelledAndStopsWhenTheServerFails() {
        server.slow = 30;
        AreaSaver saver = AreaSaver.start(tiles, TOWN, 10, 15, p -> {});
        await().until(() -> server.asked.size() > 3);
        saver.cancel();
        assertThat(saver.done().join().end()).isEqualTo(AreaSaver.End.CANCELLED);
        server.slow = 0;
        server.status = 500;
        AreaSaver.Progress end = AreaSaver.start(tiles, TOWN, 16, 16, p -> {}).done().orTimeout(20, TimeUnit.SECONDS).join();
        assertThat(end.end()).isEqualTo(AreaSaver.End.FAILED);
        assertThatThrownBy(() -> AreaSaver.start(tiles, new TileKey.Box(-80, -170, 80, 170), 3, 12, p -> {}))
                .hasMessageContaining("10000");
    }

    @Test
    void anAddressIsChecked() {
        assertThatThrownBy(() -> TileAddress.of("http://x/{z}/{x}.png")).isInstanceOf(TileProblem.class);
        assertThatThrownBy(() -> TileAddress.of("file:///{z}/{x}/{y}")).isInstanceOf(TileProblem.class);
        assertThatThrownBy(() -> TileAddress.of("http://bad host/{z}/{x}/{y}")).isInstanceOf(TileProblem.class);
        assertThat(new TileAddress("http://h/{z}/{x}/{-y}").at(new TileKey(3, 1, 0))).hasToString("http://h/3/1/7");
    }
}
