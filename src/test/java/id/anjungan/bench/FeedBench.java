package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.central.CentralServer;
import id.anjungan.channel.feed.FeedImport;
import id.anjungan.channel.feed.FeedOptions;
import id.anjungan.channel.feed.FeedResult;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of requests end to end: read, delivered, durable on the server, streamed, and shown in a desk's figures.
/// Afterwards an empty desk is filled from that server.
@Tag("bench")
class FeedBench {
    @TempDir
    Path dir;

    @Test
    void from_the_file_to_the_figures() throws Exception {
        Figure.begin("feed");
        CityProfile boston = Rig.boston();
        Path rows = Rig.rows(dir, 20_000);
        for (String round : new String[] {"cold", "warm"}) {
            Path at = Files.createDirectories(dir.resolve(round));
            try (CentralServer server = Rig.central(boston, at.resolve("central.db"));
                    LiveDesk desk = Rig.desk(server, boston, at.resolve("desk"))) {
                Rig.until(() -> desk.status().get().link() == DeskStatus.Link.LIVE);
                feed(server, desk, boston, rows, at, round);
                fill(server, boston, at, round, desk.figures().get().open());
            }
        }
    }

    private static void feed(
            CentralServer server, LiveDesk desk, CityProfile boston, Path rows, Path at, String round) throws Exception {
        CompletableFuture<Double> last = new CompletableFuture<>();
        FeedOptions options = FeedOptions.of(server.baseUri(), boston, at.resolve("aside.csv"));
        long from = System.nanoTime();
        long cpu = Figure.cpu();
        FeedResult result = new FeedImport(rows, options, InstantSource.system(), p -> {}).run();
        double accepted = Figure.seconds(from);
        assertThat(result.accepted()).isPositive();
        Counted goal = Counted.of(at.resolve("central.db"));
        try (var _ = desk.figures().subscribe(f -> {
            if (f.open() == goal.open()) {
                last.complete(Figure.seconds(from));
            }
        })) {
            Rig.until(() -> last.isDone() || desk.figures().get().open() == goal.open());
        }
        double shown = last.getNow(Figure.seconds(from));
        double busy = (Figure.cpu() - cpu) / 1e6 / result.accepted() * 1000;
        double floor = Floors.inserted(Floors.bodies(at.resolve("central.db"), "case"), at.resolve("floor.db"));
        Figure.print("feed", "feed, accepted by the server, " + round, result.accepted() / accepted, "rows/s", floor);
        Figure.print("feed", "feed, shown in the desk's figures, " + round, result.accepted() / shown, "rows/s", floor);
        Figure.print("feed", "feed, processor for 1,000 rows, all parts, " + round, busy, "ms");
        if (round.equals("warm")) {
            // Processor time, because a shared machine's clock says more about its other work.
            assertThat(busy).as("ms of processor for 1,000 rows").isLessThan(1_500);
        }
    }

    private static void fill(CentralServer server, CityProfile boston, Path at, String round, int open) throws Exception {
        long records = Counted.of(at.resolve("central.db")).records();
        double floor = Floors.inserted(Floors.bodies(at.resolve("central.db"), null), at.resolve("floor2.db"));
        long from = System.nanoTime();
        long cpu = Figure.cpu();
        try (LiveDesk fresh = Rig.desk(server, boston, at.resolve("fresh"))) {
            Rig.until(() -> fresh.figures().get().open() >= 200);
            double first = Figure.seconds(from);
            Rig.until(() -> fresh.status().get().link() == DeskStatus.Link.LIVE);
            double took = Figure.seconds(from);
            Rig.until(() -> fresh.figures().get().open() == open);
            Figure.print("feed", "first sync, the first 200 cases shown, " + round, first * 1000, "ms");
            Figure.print("feed", "first sync of an empty cache, " + round, records / took, "rows/s", floor);
            Figure.print("feed", "first sync, processor for 1,000 rows, both ends, " + round,
                    (Figure.cpu() - cpu) / 1e6 / records * 1000, "ms");
        }
    }
}
