package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Role;
import id.anjungan.geo.Areas;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import id.anjungan.sync.FakeCentral;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.shell.Shell;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the server's commit until an operator sees it: a change of the case on top of the queue, on a whole console with
/// 100,000 open cases, while 200 other changes a second come in. The server is the test's own: a change counts as
/// committed when its stream may send it. *Painted* is the end of the pulse that lays the new row out.
@Tag("bench")
class LatencyBench {
    private static final int OPEN = 100_000;
    private static final int SAMPLES = 200;
    private static final long EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    @TempDir
    Path dir;

    @Test
    void from_commit_to_paint() throws Exception {
        Figure.begin("latency");
        FxThread.start();
        CityProfile city = ProfileLoader.load("surabaya");
        try (FakeCentral central = new FakeCentral(city)) {
            List<Case> cases = filled(central);
            central.pageRows = 5_000;
            var config = DeskConfig.of(dir, central.start(), "ayu", Role.OPERATOR, InstantSource.system(), "batal");
            try (LiveDesk desk = LiveDesk.open(config)) {
                Rig.until(() -> desk.status().get().link() == DeskStatus.Link.LIVE && desk.figures().get().open() == OPEN);
                Areas areas = Areas.of(city.areas());
                Stage stage = FxThread.call(() -> stage(new Shell(desk, _ -> areas, AlarmSound.NONE).scene(10, 10))).join();
                UUID top = desk.queue().page().get().rows().getFirst().id();
                measure(central, desk, stage.getScene(), top, 20);
                report("a quiet city", measure(central, desk, stage.getScene(), top, SAMPLES));
                AtomicBoolean going = new AtomicBoolean(true);
                Thread busy = Thread.ofPlatform().daemon().start(() -> steady(central, cases, going));
                double[] took = measure(central, desk, stage.getScene(), top, SAMPLES);
                going.set(false);
                busy.join();
                report("200 other changes a second", took);
                FxThread.run(stage::close);
            }
        }
    }

    private static void report(String when, double[] took) {
        Figure.print("latency", "commit to painted, 100,000 open, p50 (budget 35), " + when, Figure.at(0.5, took), "ms", 16);
        assertThat(took).as("every change was painted").doesNotContain(0.0);
        Figure.print("latency", "commit to painted, 100,000 open, p99 (budget 100), " + when, Figure.at(0.99, took), "ms", 16);
    }

    /// Copies of one real case, so that the server under test is filled fast.
    static List<Case> filled(FakeCentral central) {
        Random dice = new Random(42);
        UUID one = central.report(
                "WARGAKU", "JLN-RSK", Priority.MEDIUM, Rig.text(dice), Location.of(-7.25, 112.75), "Siti", "0812");
        Case c = central.entity(Case.class, one);
        List<Case> all = new ArrayList<>(List.of(c));
        for (int i = 1; i < OPEN; i++) {
            Instant came = c.receivedAt().minusMillis(i);
            Case copy = new Case(
                    Ids.ofItem("WARGAKU", "copy" + i), "T-1" + i, c.channel(), "copy" + i, c.person(), c.category(),
                    Priority.MEDIUM, c.state(), c.outcome(), c.privacy(),
                    Location.of(-7.2 - i % 97 / 1000.0, 112.7 + i % 89 / 1000.0), came, came, c.claim(), c.fencing(),
                    c.level(), c.clocks(), c.dispositions(), c.links(), c.acknowledgedAt(), c.closedAt(), came, 1);
            all.add(copy);
            central.putDirectly(copy);
        }
        return all;
    }

    private static void steady(FakeCentral central, List<Case> cases, AtomicBoolean going) {
        steady(central, cases, going, EVERY_NANOS);
    }

    /// One change after another, so many nanoseconds apart, of cases among the first hundred as of others.
    static void steady(FakeCentral central, List<Case> cases, AtomicBoolean going, long everyNanos) {
        long from = System.nanoTime();
        for (int i = 0; going.get(); i++) {
            Case c = cases.get(50_000 + i % 20_000);
            central.putDirectly(c.edit(Instant.now(), Instant.now()).level(2 + i / 20_000 % 2).build());
            long next = from + (i + 1) * everyNanos;
            while (System.nanoTime() < next) {
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private static double[] measure(FakeCentral central, LiveDesk desk, Scene scene, UUID id, int n) throws Exception {
        double[] took = new double[n];
        Random dice = new Random(n);
        for (int i = 0; i < n; i++) {
            // At any moment between two pulses, as work comes.
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(dice.nextInt(80_000)));
            Case c = central.entity(Case.class, id);
            int level = c.level() % 4 + 1;
            CompletableFuture<Long> painted = new CompletableFuture<>();
            AtomicBoolean seen = new AtomicBoolean();
            try (var _ = desk.queue().page().subscribe(p -> {
                boolean there = p.rows().stream().anyMatch(r -> r.id().equals(id) && r.level() == level);
                if (there && seen.compareAndSet(false, true)) {
                    FxThread.run(() -> atEndOfPulse(scene, painted));
                }
            })) {
                long from = System.nanoTime();
                central.putDirectly(c.edit(Instant.now(), Instant.now()).level(level).build());
                took[i] = (painted.get(30, TimeUnit.SECONDS) - from) / 1e6;
            }
        }
        return took;
    }

    /// The shell has taken the page in by then: it subscribed first.
    private static void atEndOfPulse(Scene scene, CompletableFuture<Long> painted) {
        Runnable[] once = new Runnable[1];
        once[0] = () -> {
            scene.removePostLayoutPulseListener(once[0]);
            painted.complete(System.nanoTime());
        };
        scene.addPostLayoutPulseListener(once[0]);
        javafx.application.Platform.requestNextPulse();
    }

    static Stage stage(Scene scene) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setWidth(screen.getWidth());
        stage.setHeight(screen.getHeight());
        stage.show();
        return stage;
    }
}
