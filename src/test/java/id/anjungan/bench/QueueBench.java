package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseQuery;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Command;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
import id.anjungan.domain.Message;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import id.anjungan.domain.Role;
import id.anjungan.geo.Areas;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheFiller;
import id.anjungan.store.CacheReader;
import id.anjungan.store.CaseSearch;
import id.anjungan.sync.FakeCentral;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.shell.Shell;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The queue, its filters, the search and the tiles over 200,000 and a million cases, a tenth of them open, each beside
/// the same SQL asked plainly; and a whole console with 100,000 open cases while a thousand of them change each second.
@Tag("bench")
@SuppressWarnings("EnumOrdinal") // priorities in turn
class QueueBench {
    private static final int ASKED = 300;
    private static final int OPEN = 100_000;
    private static final int ACTS = 300;
    private static final Instant T0 = Instant.parse("2026-07-01T02:00:00Z");

    @TempDir
    Path dir;

    @Test
    void queue_search_and_tiles() throws Exception {
        Figure.begin("queue");
        Path file = dir.resolve("cache.db");
        long seq = CacheFiller.fill(file, cases(0, 200_000), 1);
        ask(file, "200k");
        CacheFiller.fill(file, cases(200_000, Integer.getInteger("bench.cases", 1_000_000)), seq);
        ask(file, "1M");
    }

    private static Iterator<Entity> cases(int from, int to) {
        Random dice = new Random(from);
        return IntStream.range(from, to).boxed().flatMap(i -> one(i, dice)).iterator();
    }

    private static Stream<Entity> one(int i, Random dice) {
        Instant came = T0.plusSeconds(i);
        boolean open = i % 10 == 0;
        Case c = new Case(
                Ids.of("q", "c" + i), "Q-" + i, "ch" + i % 10, "s" + i, Ids.of("q", "p" + i % 5_000), "cat" + i % 40,
                Priority.values()[1 + i % 3], open ? CaseState.VERIFIED : CaseState.DONE, open ? null : Outcome.RESOLVED,
                Privacy.OPEN, new Location(-7.2 - i % 97 / 1000.0, 112.7 + i % 89 / 1000.0, "Jalan Mawar " + i % 300, "d" + i % 31, "v" + i % 153),
                came, came, null, 1, 1, open ? List.of(Clock.start("r", "1", came, came.plusSeconds(dice.nextInt(800_000)))) : List.of(),
                List.of(), List.of(), null, open ? null : came.plusSeconds(900), came, 1);
        return Stream.of(c, new Message(
                Ids.of("q", "m" + i), c.id(), Message.Kind.REPORT, "citizen", came, Rig.text(dice), List.of(),
                Message.Delivery.DELIVERED, null));
    }

    private static CacheReader.Wanted wanted(@Nullable Instant breachedAt, Set<String> channels, Set<String> districts) {
        return new CacheReader.Wanted(null, false, breachedAt, channels, districts, Set.of(), Set.of(), Set.of(), "");
    }

    /// The desk's own questions beside the same SQL.
    private static void ask(Path file, String size) throws Exception {
        Instant late = T0.plusSeconds(600_000);
        try (CacheDb cache = CacheDb.open(file);
                CacheReader reader = cache.reader()) {
            String order = " ORDER BY ord, due_at, rid LIMIT 200";
            compare("queue, 200 rows, " + size, () -> reader.queue(wanted(null, Set.of(), Set.of()), 0, 200),
                    Floors.queried(file, "SELECT * FROM case_row WHERE open=1" + order, ASKED));
            compare("queue, 200 rows, one channel and the breached, " + size,
                    () -> reader.queue(wanted(late, Set.of("ch0"), Set.of()), 0, 200),
                    Floors.queried(file, "SELECT * FROM case_row WHERE open=1 AND due_at<" + late.toEpochMilli() + " AND channel='ch0'" + order, ASKED));
            compare("queue, 200 rows, three districts, " + size,
                    () -> reader.queue(wanted(null, Set.of(), Set.of("d1", "d2", "d3")), 0, 200),
                    Floors.queried(file, "SELECT * FROM case_row WHERE open=1 AND district IN ('d1','d2','d3')" + order, ASKED));
            compare("search as you type, 50 newest, " + size, () -> reader.search("lubang ja", 50),
                    Floors.queried(file, "SELECT c.* FROM (SELECT rowid AS hit FROM fts WHERE fts MATCH '\"lubang\"* AND \"ja\"*'"
                            + " ORDER BY rowid DESC LIMIT 50) JOIN case_row c ON c.rid=hit", ASKED));
            compare("search with an operator (district), 50 newest, " + size,
                    () -> reader.search(new CaseSearch(new CaseQuery(
                            "lubang", "", "", Set.of(), Set.of("d7"), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), false, false), late), 50),
                    Floors.queried(file, "SELECT c.* FROM fts CROSS JOIN case_row c ON c.rid=fts.rowid WHERE fts MATCH '\"lubang\"*'"
                            + " AND c.district='d7' ORDER BY fts.rowid DESC LIMIT 50", ASKED));
            compare("tiles, " + size, reader::tiles, Floors.queried(file, "SELECT channel, open FROM tile", ASKED));
        }
    }

    private static void compare(String what, Runnable question, double floor) {
        double[] took = new double[ASKED];
        for (int i = 0; i < ASKED; i++) {
            long from = System.nanoTime();
            question.run();
            took[i] = Figure.seconds(from) * 1000;
        }
        Figure.print("queue", what, Figure.at(0.5, took), "ms", floor);
    }

    @Test
    void a_thousand_updates_a_second() throws Exception {
        FxThread.start();
        CityProfile city = ProfileLoader.load("surabaya");
        FakeCentral central = new FakeCentral(city);
        try {
            List<Case> cases = LatencyBench.filled(central);
            central.pageRows = 5_000;
            var config = DeskConfig.of(dir, central.start(), "ayu", Role.OPERATOR, InstantSource.system(), "batal");
            try (LiveDesk desk = LiveDesk.open(config)) {
                Rig.until(() -> desk.status().get().link() == DeskStatus.Link.LIVE && desk.figures().get().open() == OPEN);
                Stage empty = FxThread.call(() -> LatencyBench.stage(new javafx.scene.Scene(new javafx.scene.layout.StackPane(), 10, 10))).join();
                double floor = Figure.at(0.95, FrameBench.pulses());
                FxThread.run(empty::close);
                Areas areas = Areas.of(city.areas());
                Stage stage = FxThread.call(() -> LatencyBench.stage(new Shell(desk, _ -> areas, AlarmSound.NONE).scene(10, 10))).join();
                AtomicBoolean going = new AtomicBoolean(true);
                Thread busy = Thread.ofPlatform().daemon().start(
                        () -> LatencyBench.steady(central, cases, going, TimeUnit.MILLISECONDS.toNanos(1)));
                FrameBench.pulses();
                long screen = cpu("JavaFX Application Thread");
                long projections = cpu("projections");
                long from = System.nanoTime();
                double[] pulses = FrameBench.pulses();
                double seconds = Figure.seconds(from);
                going.set(false);
                busy.join();
                Figure.print("queue", "1,000 updates a second, 100,000 open, pulse p95 (budget 17)", Figure.at(0.95, pulses), "ms", floor);
                Figure.print("queue", "the same, share of a core, drawing", (cpu("JavaFX Application Thread") - screen) / 1e7 / seconds, "%");
                Figure.print("queue", "the same, share of a core, projections", (cpu("projections") - projections) / 1e7 / seconds, "%");
                act(desk, cases.subList(200, 200 + ACTS), "the server there");
                central.close();
                Rig.until(() -> desk.status().get().link() == DeskStatus.Link.OFFLINE);
                act(desk, cases.subList(1_000, 1_000 + ACTS), "offline");
                FxThread.run(stage::close);
            }
        } finally {
            central.close();
        }
    }

    /// From the key press until the claim is on the disk and in the projections; a frame more until it is painted.
    private static void act(LiveDesk d, List<Case> cases, String when) {
        double[] took = new double[cases.size()];
        for (int i = 0; i < took.length; i++) {
            long from = System.nanoTime();
            assertThat(d.submit(new Command.ClaimCase(cases.get(i).id())).join().accepted()).isTrue();
            took[i] = Figure.seconds(from) * 1000;
        }
        Figure.print("queue", "claim, durable and shown, 100,000 open, p50, " + when, Figure.at(0.5, took), "ms");
        Figure.print("queue", "claim, durable and shown, 100,000 open, p99 (budget 50), " + when, Figure.at(0.99, took), "ms");
    }

    private static long cpu(String thread) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        List<Long> ids = new ArrayList<>();
        for (ThreadInfo t : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (t != null && t.getThreadName().equals(thread)) {
                ids.add(t.getThreadId());
            }
        }
        return ids.stream().mapToLong(threads::getThreadCpuTime).sum();
    }
}
