package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.central.CentralServer;
import id.anjungan.channel.feed.FeedImport;
import id.anjungan.channel.feed.FeedOptions;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Records a second into a desk's cache: the first sync of an empty one, and catching up on a filled one, each from a
/// real server and beside `SyncFloor` in the same round. A report is about five records.
@Tag("bench")
class SyncBench {
    private static final int ROUNDS = 4;
    private static final int REPORTS = 20_000;
    private static final int MORE = 10_000;

    @TempDir
    Path dir;

    @Test
    void first_sync_and_catch_up() throws Exception {
        Figure.begin("sync");
        CityProfile boston = Rig.boston();
        Path database = dir.resolve("central.db");
        try (CentralServer server = Rig.central(boston, database)) {
            feed(server, boston, Rig.made(dir.resolve("first.csv"), 100_000, REPORTS));
            List<Floors.Body> all = Floors.bodies(database, null);
            try (SyncFloor floor = new SyncFloor(all)) {
                for (int round = 1; round <= ROUNDS; round++) {
                    double live = floor.first(dir.resolve("floor-" + round + ".db"), false);
                    double text = floor.first(dir.resolve("floor-text-" + round + ".db"), true);
                    first(server, boston, round, all.size(), live, text);
                }
            }
            long before = all.stream().mapToLong(Floors.Body::seq).max().orElse(0);
            int open = Counted.of(database).open();
            feed(server, boston, Rig.made(dir.resolve("more.csv"), 900_000, MORE));
            List<Floors.Body> more = Floors.bodies(database, null).stream().filter(b -> b.seq() > before).toList();
            assertThat(Counted.of(database).open()).isGreaterThan(open);
            try (SyncFloor old = new SyncFloor(all); SyncFloor floor = new SyncFloor(more)) {
                for (int round = 1; round <= ROUNDS; round++) {
                    Path file = dir.resolve("floor-more-" + round + ".db");
                    old.more(file);
                    more(server, boston, round, more.size(), floor.more(file), Counted.of(database).open());
                }
            }
        }
    }

    private void feed(CentralServer server, CityProfile boston, Path rows) throws Exception {
        FeedOptions options = FeedOptions.of(server.baseUri(), boston, dir.resolve("aside.csv"));
        assertThat(new FeedImport(rows, options, InstantSource.system(), p -> {}).run().accepted()).isPositive();
        atRest();
    }

    /// The server's own work on what came (clocks that are over at once) would be measured as the desk's.
    private void atRest() {
        long[] head = {-1, System.nanoTime()};
        Rig.until(() -> {
            long now = Counted.head(dir.resolve("central.db"));
            if (now != head[0]) {
                head[0] = now;
                head[1] = System.nanoTime();
            }
            return Figure.seconds(head[1]) > 3;
        });
    }

    private Path desk(int round) {
        return dir.resolve("desk-" + round);
    }

    private void first(CentralServer server, CityProfile boston, int round, int records, double live, double text)
            throws Exception {
        long from = System.nanoTime();
        try (LiveDesk desk = Rig.desk(server, boston, desk(round))) {
            Rig.until(() -> desk.status().get().link() == DeskStatus.Link.LIVE);
            Figure.print("sync", "first sync until live, round " + round, records / Figure.seconds(from), "rows/s", live);
            // Each look opens the file; looking all the time would cost what is measured.
            await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).atMost(Duration.ofMinutes(1))
                    .until(() -> textWritten(desk(round).resolve("cache.db")));
            Figure.print("sync", "first sync with full text, round " + round, records / Figure.seconds(from), "rows/s", text);
        }
    }

    private static boolean textWritten(Path cache) throws SQLException {
        try (Connection k = DriverManager.getConnection("jdbc:sqlite:" + cache);
                Statement s = k.createStatement();
                ResultSet r = s.executeQuery("SELECT count(*) FROM meta WHERE key='docs'")) {
            return r.next() && r.getInt(1) == 0;
        }
    }

    private void more(CentralServer server, CityProfile boston, int round, int records, double floor, int open) {
        try (LiveDesk desk = Rig.desk(server, boston, desk(round))) {
            long from = System.nanoTime();
            Rig.until(() -> desk.figures().get().open() == open);
            Figure.print("sync", "catch-up, full text live, round " + round, records / Figure.seconds(from), "rows/s", floor);
        }
    }
}
