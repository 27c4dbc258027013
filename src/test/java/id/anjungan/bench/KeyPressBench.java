package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Command;
import id.anjungan.domain.Location;
import id.anjungan.domain.Role;
import id.anjungan.kit.ChildProcess;
import id.anjungan.kit.Preload;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import id.anjungan.store.DeskDb;
import id.anjungan.sync.FakeCentral;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a key press until its commit in `desk.db`, which acknowledges it, beside the same row written by plain SQLite
/// with a sync for each commit. The slow disk is a library preloaded into a process of its own, whose every sync takes
/// ten milliseconds longer, in the floor as in the desk.
@Tag("bench")
class KeyPressBench {
    private static final int PRESSES = 1_000;
    private static final int SLOW_PRESSES = 300;
    private static final String SLOW_US = "10000";

    @TempDir
    Path dir;

    @Test
    void key_press_to_commit() throws Exception {
        Figure.begin("keypress");
        double[] floor = Presses.floor(dir.resolve("floor.db"), PRESSES);
        try (DeskDb desk = DeskDb.open(dir.resolve("desk.db"))) {
            Presses.desk(desk, 200);
            report("quiet", Presses.desk(desk, PRESSES), floor);
        }
        slow();
        firstSync(floor);
    }

    private static void report(String when, double[] took, double[] floor) {
        Figure.print("keypress", "key press to desk.db, p50, " + when, Figure.at(0.5, took), "ms", Figure.at(0.5, floor));
        Figure.print("keypress", "key press to desk.db, p99, " + when, Figure.at(0.99, took), "ms", Figure.at(0.99, floor));
    }

    private void slow() throws Exception {
        Path library = Preload.compiled("slowsync", dir.resolve("lib")).orElse(null);
        if (library == null) {
            System.out.println("key press with slow syncs: left out, there is no C compiler here");
            return;
        }
        Path at = Files.createDirectories(dir.resolve("slow"));
        List<String> said = new CopyOnWriteArrayList<>();
        try (ChildProcess child = ChildProcess.start(
                "presses", Presses.class, List.of(at.toString(), Integer.toString(SLOW_PRESSES)),
                Map.of("LD_PRELOAD", library.toString(), "KIT_SYNC_US", SLOW_US), at.resolve("log"), said::add)) {
            Rig.until(() -> !child.alive());
        }
        assertThat(said).hasSize(2 * SLOW_PRESSES);
        report("each sync 10 ms longer", millis(said, "desk "), millis(said, "floor "));
    }

    private static double[] millis(List<String> said, String what) {
        return said.stream().filter(l -> l.startsWith(what)).mapToDouble(l -> Double.parseDouble(l.substring(what.length()))).toArray();
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
