package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Command;
import id.anjungan.domain.Location;
import id.anjungan.domain.Role;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import id.anjungan.store.DeskDb;
import id.anjungan.sync.FakeCentral;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a key press until its commit in `desk.db`, which acknowledges it, beside the same row written by plain SQLite
/// with a sync for each commit. The slow disk is not a real one: after each commit the thread sleeps ten milliseconds,
/// in the floor as in the desk, which is what one more sync of that length costs at least.
@Tag("bench")
class KeyPressBench {
    private static final int PRESSES = 1_000;
    private static final int SLOW_PRESSES = 300;
    private static final long SLOW_NANOS = 10_000_000L;

    @TempDir
    Path dir;

    @Test
    void key_press_to_commit() throws Exception {
        Figure.begin("keypress");
        double[] floor = floor(PRESSES, 0);
        double[] slowFloor = floor(SLOW_PRESSES, SLOW_NANOS);
        try (DeskDb desk = DeskDb.open(dir.resolve("desk.db"))) {
            press(desk, 200, 0);
            report("quiet", press(desk, PRESSES, 0), floor);
            report("each commit 10 ms longer (slept)", press(desk, SLOW_PRESSES, SLOW_NANOS), slowFloor);
        }
        firstSync(floor);
    }

    private static void report(String when, double[] took, double[] floor) {
        Figure.print("keypress", "key press to desk.db, p50, " + when, Figure.at(0.5, took), "ms", Figure.at(0.5, floor));
        Figure.print("keypress", "key press to desk.db, p99, " + when, Figure.at(0.99, took), "ms", Figure.at(0.99, floor));
    }

    private static double[] press(DeskDb desk, int n, long slow) {
        double[] took = new double[n];
        for (int i = 0; i < n; i++) {
            var c = new DeskDb.ToQueue(
                    UUID.randomUUID(), null, "ayu", Instant.now(), null, new Command.ClaimCase(UUID.randomUUID()));
            long from = System.nanoTime();
            desk.enqueue(List.of(c)).join();
            sleep(slow);
            took[i] = Figure.seconds(from) * 1000;
        }
        return took;
    }

    private static void sleep(long nanos) {
        long until = System.nanoTime() + nanos;
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private double[] floor(int n, long slow) throws SQLException {
        try (Connection k = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("floor-" + n + ".db"));
                Statement s = k.createStatement()) {
            s.execute("PRAGMA journal_mode=WAL");
            s.execute("PRAGMA synchronous=FULL");
            s.execute("CREATE TABLE e(id BLOB PRIMARY KEY, command TEXT)");
            k.setAutoCommit(false);
            double[] took = new double[n];
            try (PreparedStatement p = k.prepareStatement("INSERT INTO e VALUES(randomblob(16),?)")) {
                for (int i = 0; i < n; i++) {
                    long from = System.nanoTime();
                    p.setString(1, "{\"type\":\"claim-case\",\"caseId\":\"" + UUID.randomUUID() + "\"}");
                    p.executeUpdate();
                    k.commit();
                    sleep(slow);
                    took[i] = Figure.seconds(from) * 1000;
                }
            }
            return took;
        }
    }

    /// The whole desk, while its cache is being filled: the claim of a case that is here already.
    private void firstSync(double[] floor) {
        Random dice = new Random(42);
        try (FakeCentral central = new FakeCentral(ProfileLoader.load("surabaya"))) {
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < 20_000; i++) {
                ids.add(central.report(
                        "WARGAKU", "JLN-RSK", null, Rig.text(dice), Location.of(-7.25, 112.75), "Siti " + i, "0812" + i));
            }
            central.pageRows = 5_000;
            var config = DeskConfig.of(
                    dir.resolve("first"), central.start(), "ayu", Role.OPERATOR, InstantSource.system(), "batal");
            try (LiveDesk d = LiveDesk.open(config)) {
                Rig.until(() -> d.figures().get().open() > 500);
                List<Double> took = new ArrayList<>();
                for (int i = 0; i < 400 && d.status().get().link() == DeskStatus.Link.LOADING; i++) {
                    long from = System.nanoTime();
                    assertThat(d.submit(new Command.ClaimCase(ids.get(i))).join().accepted()).isTrue();
                    took.add(Figure.seconds(from) * 1000);
                }
                double[] all = took.stream().mapToDouble(Double::doubleValue).toArray();
                assertThat(all).isNotEmpty();
                report("durable and shown, during a first sync, " + all.length + " claims", all, floor);
            }
        }
    }
}
