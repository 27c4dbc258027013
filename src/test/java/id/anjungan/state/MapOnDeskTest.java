package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Command;
import id.anjungan.domain.Location;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Outline;
import id.anjungan.domain.Role;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.sync.FakeCentral;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the desk tells its map, over real files and real HTTP.
class MapOnDeskTest {
    private final FakeCentral central = new FakeCentral(ProfileLoader.load("surabaya"));

    @TempDir
    Path dir;

    private LiveDesk desk;
    private UUID north;
    private UUID south;
    private UUID nowhere;

    @BeforeEach
    void start() {
        north = central.report("WARGAKU", "JLN-RSK", null, "Lubang", Location.of(-7.20, 112.74), "Siti", "0812");
        south = central.report("WARGAKU", "JLN-RSK", null, "Pohon tumbang", Location.of(-7.32, 112.74), "Budi", "0813");
        nowhere = central.report("WARGAKU", "JLN-RSK", null, "Entah di mana");
        desk = LiveDesk.open(DeskConfig.of(
                dir.resolve("ayu"), central.start(), "ayu", Role.OPERATOR, InstantSource.system(), "dibatalkan"));
        soon(() -> desk.map().get().ids().size() == 2 && desk.map().get().unplaced() == 1);
    }

    @AfterEach
    void stop() {
        desk.close();
        central.close();
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(15)).until(condition);
    }

    @Test
    void whatIsDrawnOnTheMapFiltersQueueAndMapAlike() {
        QueueFilter drawn = QueueFilter.ALL.withArea(Outline.box(-7.25, 112.7, -7.15, 112.8));
        desk.queue().filter(drawn);
        soon(() -> desk.map().get().ids().equals(List.of(north)));
        soon(() -> desk.queue().page().get().total() == 1);
        assertThat(desk.queue().page().get().rows()).extracting(QueueRow::id).containsExactly(north);
        assertThat(desk.map().get().unplaced()).as("what has no position lies in no shape").isZero();
        desk.queue().filter(QueueFilter.ALL);
        soon(() -> desk.map().get().ids().size() == 2);
    }

    @Test
    void theMapFollowsTheWordsLookedFor() {
        soon(() -> !desk.search("tumbang", 5).join().isEmpty());
        desk.queue().filter(QueueFilter.ALL.withText("tumbang"));
        soon(() -> desk.map().get().ids().equals(List.of(south)));
    }

    @Test
    void anEarlierHourShowsWhatWasOpenThen() {
        assertThat(desk.submit(new Command.ClaimCase(north)).join().accepted()).isTrue();
        soon(() -> !desk.queue().page().get().rows().stream().filter(r -> r.id().equals(north)).findFirst().orElseThrow().pending());
        var before = desk.now();
        assertThat(desk.submit(new Command.CloseCase(north, 1, Outcome.RESOLVED, null)).join().accepted()).isTrue();
        soon(() -> desk.map().get().ids().equals(List.of(south)));
        MapPast past = desk.maps().past(before.minus(Duration.ofHours(6))).join();
        assertThat(past.cases()).hasSize(2);
        var open = past.cases().stream()
                .filter(c -> c.id().equals(north))
                .map(MapPast.Was::closed)
                .flatMap(java.util.stream.Stream::ofNullable)
                .findFirst()
                .orElseThrow()
                .minusMillis(1);
        assertThat(past.at(open, before.minus(Duration.ofDays(1))).ids()).containsExactlyInAnyOrder(north, south);
        assertThat(past.at(desk.now(), before.minus(Duration.ofDays(1))).ids()).containsExactly(south);
        assertThat(past.at(before.minus(Duration.ofDays(2)), before.minus(Duration.ofDays(9))).ids()).isEmpty();
    }

    @Test
    void whatWasClosedForAWhileAndWhatWasLessUrgentIsShownSo() throws Exception {
        assertThat(desk.submit(new Command.ClaimCase(north)).join().accepted()).isTrue();
        soon(() -> !row(north).pending());
        assertThat(desk.submit(new Command.CloseCase(north, 1, Outcome.RESOLVED, null)).join().accepted()).isTrue();
        soon(() -> desk.map().get().ids().equals(List.of(south)));
        var closed = desk.now();
        var from = closed.minus(Duration.ofHours(6));
        soon(() -> desk.now().isAfter(closed.plusMillis(30)));
        assertThat(desk.submit(new Command.ReopenCase(north, "belum selesai")).join().accepted()).isTrue();
        soon(() -> desk.map().get().ids().size() == 2);
        soon(() -> !desk.maps().past(from).join().cases().stream().allMatch(c -> c.shut().isEmpty()));
        MapPast past = desk.maps().past(from).join();
        assertThat(past.at(closed.plusMillis(5), from.minus(Duration.ofDays(1))).ids()).containsExactly(south);
        assertThat(past.at(desk.now(), from.minus(Duration.ofDays(1))).ids()).containsExactlyInAnyOrder(north, south);
    }

    private QueueRow row(UUID id) {
        return desk.queue().page().get().rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void openCasesAreCountedByVillageToo() {
        String village = ProfileLoader.load("surabaya").villages().getFirst().code();
        var _ = central.report(
                "WARGAKU", "JLN-RSK", null, "Lubang", new Location(-7.25, 112.74, "", village.substring(0, 8), village), "Ani", "0814");
        soon(() -> desk.map().get().ids().size() == 3);
        assertThat(desk.maps().villages().join()).containsExactly(new DistrictFigure(village, 1, 0, null));
    }

    @Test
    void whatHasNoPlaceIsListedAndAnHourWithoutAPastHasNothingToCompareWith() {
        assertThat(desk.maps().unplaced(10).join()).containsExactly(nowhere);
        assertThat(desk.maps().usual().join()).isEqualTo(UsualHour.UNKNOWN);
        UsualHour.Now busy = new UsualHour.Now(6, 2);
        assertThat(busy.times()).isEqualTo(3);
        assertThat(UsualHour.of(
                        List.of(
                                new id.anjungan.store.CacheReader.Hour("a", 0, 6),
                                new id.anjungan.store.CacheReader.Hour("a", 1, 1),
                                new id.anjungan.store.CacheReader.Hour("a", 2, 3)),
                        2))
                .isEqualTo(new UsualHour(2, Map.of("a", busy)));
    }
}
