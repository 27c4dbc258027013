package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Location;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Role;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheReader;
import id.anjungan.sync.FakeCentral;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast a desk acts, follows and finds, with 20,000 open cases, over real HTTP and files. The server is the test's
/// own, so that changes arrive as fast as wanted; processor time includes it.
@Tag("bench")
@SuppressWarnings("EnumOrdinal") // priorities in turn
class DeskBench {
    private static final int CASES = 20_000;
    private static final int ACTS = 300;
    private static final int ASKED = 300;
    private static final CacheReader.Wanted ALL =
            new CacheReader.Wanted(null, false, null, Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), "");

    @TempDir
    Path dir;

    @Test
    void act_follow_and_find() throws Exception {
        Figure.begin("desk");
        try (FakeCentral central = new FakeCentral(ProfileLoader.load("surabaya"))) {
            List<UUID> ids = filled(central);
            central.pageRows = 5_000;
            var config = DeskConfig.of(dir, central.start(), "ayu", Role.OPERATOR, InstantSource.system(), "batal");
            try (LiveDesk d = LiveDesk.open(config)) {
                Rig.until(() -> d.status().get().link() == DeskStatus.Link.LIVE);
                act(d, ids.subList(0, ACTS), "while the full text is written");
                Rig.until(() -> d.figures().get().open() == CASES);
                Rig.until(() -> d.search("lubang", 50).join().size() == 50);
                act(d, ids.subList(ACTS, 2 * ACTS), "warm");
                for (int round = 0; round < 5; round++) {
                    burst(central, d, ids, round);
                }
                steady(central, ids, 2, "warming up");
                steady(central, ids, 3, "warm");
            }
        }
        ask();
    }

    private static List<UUID> filled(FakeCentral central) {
        Random dice = new Random(42);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < CASES; i++) {
            ids.add(central.report(
                    "WARGAKU", "JLN-RSK", Priority.values()[1 + i % 3], Rig.text(dice),
                    Location.of(-7.2 - i % 97 / 1000.0, 112.7 + i % 89 / 1000.0), "Siti " + i, "0812" + i));
        }
        return ids;
    }

    /// From the key press until the claim is on the disk and in the projections.
    private static void act(LiveDesk d, List<UUID> ids, String when) {
        double[] took = new double[ids.size()];
        for (int i = 0; i < took.length; i++) {
            long from = System.nanoTime();
            assertThat(d.submit(new Command.ClaimCase(ids.get(i))).join().accepted()).isTrue();
            took[i] = Figure.seconds(from) * 1000;
        }
        Figure.print("desk", "claim, durable and shown, p50, " + when, Figure.at(0.5, took), "ms");
        Figure.print("desk", "claim, durable and shown, p99 (budget 50), " + when, Figure.at(0.99, took), "ms");
    }

    private static void burst(FakeCentral central, LiveDesk d, List<UUID> ids, int round) {
        UUID last = ids.get(CASES - 1 - round);
        AtomicInteger pages = new AtomicInteger();
        try (var _ = d.queue().page().subscribe(p -> pages.incrementAndGet())) {
            long from = System.nanoTime();
            for (int i = 1_000; i < 2_000; i++) {
                Case c = central.entity(Case.class, ids.get(i));
                central.putDirectly(c.edit(Instant.now(), Instant.now()).level(2 + round % 2).build());
            }
            central.putDirectly(central.entity(Case.class, last).edit(Instant.now(), Instant.now())
                    .priority(Priority.EMERGENCY).build());
            Rig.until(() -> d.queue().page().get().rows().stream().anyMatch(r -> r.id().equals(last)));
            Figure.print("desk", "burst of 1,000 changes, the last shown after, round " + round, Figure.seconds(from) * 1000, "ms");
        }
    }

    private static void steady(FakeCentral central, List<UUID> ids, int level, String when) {
        long cpu = Figure.cpu();
        long from = System.nanoTime();
        for (int i = 0; i < 2_000; i++) {
            Case c = central.entity(Case.class, ids.get(2_000 + i));
            central.putDirectly(c.edit(Instant.now(), Instant.now()).level(level).build());
            long next = from + (i + 1) * 5_000_000L;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
        double share = (Figure.cpu() - cpu) / 1e9 / Figure.seconds(from);
        Figure.print("desk", "200 changes a second, share of a core (budget 25), both ends, " + when, share * 100, "%");
    }

    /// The desk's own questions beside the same SQL asked plainly.
    private void ask() throws Exception {
        Path file = dir.resolve("cache.db");
        try (CacheDb cache = CacheDb.open(file);
                CacheReader reader = cache.reader()) {
            ask("queue, 200 rows of 20,000", () -> reader.queue(ALL, 0, 200),
                    Floors.queried(file, "SELECT * FROM case_row WHERE open=1 ORDER BY ord, due_at, rid LIMIT 200", ASKED));
            ask("search as you type, 50 newest", () -> reader.search("lubang ja", 50),
                    Floors.queried(file, "SELECT c.* FROM (SELECT rowid AS hit FROM fts WHERE fts MATCH '\"lubang\"* AND \"ja\"*'"
                            + " ORDER BY rowid DESC LIMIT 50) JOIN case_row c ON c.rid=hit", ASKED));
            ask("tiles", reader::tiles, Floors.queried(file, "SELECT channel, open FROM tile", ASKED));
        }
    }

    private static void ask(String what, Runnable question, double floor) {
        double[] took = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            long from = System.nanoTime();
            question.run();
            took[i] = Figure.seconds(from) * 1000;
        }
        Figure.print("desk", what, Figure.at(0.5, took), "ms", floor);
    }
}
