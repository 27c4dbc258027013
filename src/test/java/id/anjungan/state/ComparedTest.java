package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.ProfileCity;
import id.anjungan.central.Stuck;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The desk compares what it holds with the real server, and mends what differs.
@Timeout(120)
class ComparedTest {
    private static final CityProfile CITY = ProfileLoader.load("surabaya");

    @TempDir
    Path dir;

    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(ahead.get());
    private final List<LiveDesk> desks = new ArrayList<>();
    private @org.jspecify.annotations.Nullable Stuck central;

    private Stuck central() {
        Stuck c = central;
        if (c == null) {
            c = new Stuck(CentralConfig.of(new ProfileCity(CITY), dir.resolve("central.db"), clock));
            central = c;
        }
        return c;
    }

    @AfterEach
    void close() {
        desks.forEach(LiveDesk::close);
        central().close();
    }

    private LiveDesk desk(String operator) {
        LiveDesk d = LiveDesk.open(DeskConfig.of(
                dir.resolve(operator), central().server.baseUri(), operator, Role.OPERATOR, clock, "dibatalkan"));
        desks.add(d);
        soon(() -> d.status().get().link() == DeskStatus.Link.LIVE);
        return d;
    }

    private void deliver(int n, String prefix) throws InterruptedException {
        List<IntakeItem> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            items.add(new IntakeItem(
                    IntakeItem.Kind.REPORT, i % 5 == 0 ? "CC112" : "WARGAKU", prefix + i, null, i % 5 == 0 ? "KBK" : "JLN-RSK",
                    null, null, null, "Laporan " + prefix + i, "Siti Aminah", "081234567890", null, null, -7.2575, 112.7521,
                    null, null, null, false, false, List.of(), null, null));
        }
        items.add(new IntakeItem(
                IntakeItem.Kind.CHAT_LINE, "MC_CHAT", prefix + "chat", "1", null, null, null, null, "Halo", "Budi", null, null,
                null, null, null, null, null, null, false, false, List.of(), null, null));
        try (IntakeClient client = new IntakeClient(central().server.baseUri(), InstantSource.system())) {
            client.deliver(items);
        }
    }

    private static UUID id(String source) {
        return Ids.ofItem("WARGAKU", source);
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(20)).until(condition);
    }

    private static void atRest(LiveDesk d, int open) {
        soon(() -> d.queue().page().get().total() == open && d.status().get().waiting() == 0
                && d.status().get().link() == DeskStatus.Link.LIVE);
    }

    /// What is found when it can be compared at all; a line that has just been opened anew may not be live yet.
    private static boolean same(LiveDesk d) {
        return await().pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(20))
                .until(() -> d.compareNow().join(), Optional::isPresent)
                .orElseThrow();
    }

    private long inCache(String operator, String sql, boolean change) throws SQLException {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve(operator).resolve("cache.db") + "?busy_timeout=10000");
                var s = c.createStatement()) {
            if (change) {
                return s.executeUpdate(sql);
            }
            try (var r = s.executeQuery(sql)) {
                return r.getLong(1);
            }
        }
    }

    @Test
    void desks_hold_the_same_as_the_server_also_while_their_actions_wait() throws Exception {
        deliver(20, "r");
        LiveDesk ayu = desk("ayu");
        LiveDesk wall = desk("dinding");
        atRest(ayu, 20);
        assertThat(same(ayu)).isTrue();
        assertThat(same(wall)).as("each in its own projection").isTrue();

        central().hold();
        assertThat(ayu.submit(new Command.ClaimCase(id("r1"))).join().accepted()).isTrue();
        assertThat(ayu.submit(new Command.AddNote(id("r2"), "catatan")).join().accepted()).isTrue();
        assertThat(inCache("ayu", "SELECT count(*) FROM base", false)).isPositive();
        assertThat(same(ayu)).as("what waits does not count").isTrue();
        assertThat(ayu.status().get().waiting()).isEqualTo(2);
        central().release();
        atRest(ayu, 20);
        soon(() -> inCache("ayu", "SELECT count(*) FROM base", false) == 0);
        assertThat(same(ayu)).isTrue();
        assertThat(ayu.notes().get()).isEmpty();
        soon(() -> ayu.link().get().compared() != null);
        assertThat(ayu.link().get().compared()).matches(c -> c.same() && !c.repaired());
    }

    @Test
    void a_record_changed_or_lost_on_the_desk_is_found_told_and_mended_once() throws Exception {
        deliver(10, "r");
        LiveDesk ayu = desk("ayu");
        atRest(ayu, 10);
        assertThat(inCache(
                        "ayu", "UPDATE entity SET body=replace(body,'Laporan r1','Laporan x1') WHERE body LIKE '%Laporan r1\"%'", true))
                .isOne();
        assertThat(inCache("ayu", "DELETE FROM entity WHERE body LIKE '%Laporan r2\"%'", true)).isOne();

        assertThat(same(ayu)).isFalse();
        soon(() -> ayu.notes().get().stream().anyMatch(n -> n.code().equals("copies-differ")));
        soon(() -> inCache("ayu", "SELECT count(*) FROM entity WHERE body LIKE '%Laporan r2\"%'", false) == 1);
        atRest(ayu, 10);
        assertThat(same(ayu)).as("mended").isTrue();
        assertThat(inCache("ayu", "SELECT count(*) FROM entity WHERE body LIKE '%Laporan x1\"%'", false)).isZero();

        inCache("ayu", "DELETE FROM entity WHERE body LIKE '%Laporan r3\"%'", true);
        assertThat(same(ayu)).isFalse();
        soon(() -> ayu.link().get().compared() instanceof LinkDetail.Compared(Instant _, boolean same, boolean repaired)
                && !same && !repaired);
        assertThat(ayu.notes().get()).as("told once, not again and again").hasSize(1);
    }

    @Test
    void what_has_left_the_desk_is_found_and_read_on_the_server() throws Exception {
        deliver(6, "r");
        LiveDesk ayu = desk("ayu");
        atRest(ayu, 6);
        ayu.submit(new Command.ClaimCase(id("r1"))).join();
        ayu.submit(new Command.CloseCase(id("r1"), 1, Outcome.RESOLVED, "Sudah diaspal")).join();
        atRest(ayu, 5);
        assertThat(ayu.older("diaspal", 5).join().cases()).as("not yet old").isEmpty();
        ahead.set(CITY.keepClosed().plus(Duration.ofDays(1)));
        soon(() -> ayu.now().isAfter(Instant.now().plus(CITY.keepClosed())));
        ayu.close();
        desks.remove(ayu);

        LiveDesk again = desk("ayu");
        soon(() -> again.search("diaspal", 5).join().isEmpty());
        OlderFound found = again.older("diaspal laporan", 5).join();
        assertThat(found.complete()).isTrue();
        assertThat(found.cases()).singleElement().satisfies(o -> {
            assertThat(o.row().id()).isEqualTo(id("r1"));
            assertThat(o.row().title()).isEqualTo("Laporan r1");
        });
        CaseFile file = again.olderFile(id("r1")).join();
        assertThat(file.messages().values()).anyMatch(m -> m.body().equals("Sudah diaspal"));
        assertThat(file.person()).isNotNull();
        assertThat(again.search("diaspal", 5).join()).as("nothing of it is kept here").isEmpty();
        central().close();
        assertThat(again.older("diaspal", 5)).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void what_has_left_the_desk_because_it_was_closed_long_ago_is_no_difference() throws Exception {
        deliver(6, "r");
        LiveDesk ayu = desk("ayu");
        atRest(ayu, 6);
        ayu.submit(new Command.ClaimCase(id("r1"))).join();
        ayu.submit(new Command.CloseCase(id("r1"), 1, Outcome.RESOLVED, "Sudah")).join();
        atRest(ayu, 5);
        ahead.set(CITY.keepClosed().plus(Duration.ofDays(1)));
        soon(() -> ayu.now().isAfter(Instant.now().plus(CITY.keepClosed())));
        assertThat(same(ayu)).as("before it leaves").isTrue();
        ayu.close();
        desks.remove(ayu);

        LiveDesk again = desk("ayu");
        soon(() -> inCache("ayu", "SELECT count(*) FROM case_row WHERE open=0", false) == 0);
        assertThat(same(again)).as("after it left").isTrue();
        again.submit(new Command.AddNote(id("r2"), "lama")).join();
        LiveDesk bima = desk("bima");
        bima.submit(new Command.AddNote(id("r1"), "tentang yang lama")).join();
        soon(() -> bima.status().get().waiting() == 0);
        soon(() -> inCache("ayu", "SELECT count(*) FROM entity WHERE body LIKE '%tentang yang lama%'", false) == 1);
        assertThat(same(again)).as("a late word about one that left").isTrue();
    }

    @Test
    void a_case_that_had_left_and_is_opened_again_comes_whole_and_at_once() throws Exception {
        deliver(6, "r");
        LiveDesk ayu = desk("ayu");
        LiveDesk bima = desk("bima");
        atRest(ayu, 6);
        atRest(bima, 6);
        ayu.submit(new Command.ClaimCase(id("r1"))).join();
        ayu.submit(new Command.CloseCase(id("r1"), 1, Outcome.RESOLVED, "Sudah diaspal")).join();
        atRest(ayu, 5);
        atRest(bima, 5);
        ahead.set(CITY.keepClosed().plus(Duration.ofDays(1)));
        soon(() -> bima.now().isAfter(Instant.now().plus(CITY.keepClosed())));
        ayu.close();
        desks.remove(ayu);
        LiveDesk again = desk("ayu");
        soon(() -> again.search("diaspal", 5).join().isEmpty());

        assertThat(bima.submit(new Command.ReopenCase(id("r1"), "Lubang lagi")).join().accepted()).isTrue();
        soon(() -> again.queue().page().get().rows().stream()
                .anyMatch(r -> r.id().equals(id("r1")) && r.title().equals("Laporan r1")));
        assertThat(again.search("diaspal", 5).join()).as("its messages are here").hasSize(1);
        assertThat(inCache("ayu", "SELECT count(*) FROM entity WHERE body LIKE '%Laporan r1\"%'", false)).isEqualTo(1);
        assertThat(same(again)).isTrue();
    }
}
