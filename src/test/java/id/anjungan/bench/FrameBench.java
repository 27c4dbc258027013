package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Role;
import id.anjungan.geo.Area;
import id.anjungan.geo.Areas;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import id.anjungan.kit.ChaosProxy;
import id.anjungan.kit.Weather;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.LiveDesk;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.shell.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How smoothly the whole console draws with 5,000 open cases while 20 more a second come in over the whole path:
/// real server, real desk, software rendering; then the same while the desk's line is cut, slow and half answered by
/// turns. Beside it, in the same run, an empty stage of the same size: the floor.
@Tag("bench")
class FrameBench {
    private static final int OPEN = 5_000;
    private static final int FRAMES = 600;

    @TempDir
    Path dir;

    private final Random random = new Random(5);
    private int sent;

    @Test
    void framesWith5000OpenCases() throws Exception {
        FxThread.start();
        Stage empty = FxThread.call(() -> stage(new javafx.scene.Scene(new javafx.scene.layout.StackPane(), 10, 10))).join();
        double[] floor = pulses();
        FxThread.run(empty::close);
        CityProfile city = ProfileLoader.load("surabaya");
        InstantSource clock = InstantSource.system();
        try (CentralServer server = CentralServer.start(CentralConfig.of(new ProfileCity(city), dir.resolve("central.db"), clock));
                IntakeClient intake = new IntakeClient(server.baseUri(), clock);
                ChaosProxy line = new ChaosProxy(server.baseUri().getPort(), 5);
                LiveDesk desk = LiveDesk.open(DeskConfig.of(
                        Files.createDirectories(dir.resolve("desk")), line.uri(), "ayu", Role.OPERATOR, clock, "undo"))) {
            while (sent < OPEN) {
                intake.deliver(items(city, clock, 500));
            }
            await("all of them shown").atMost(Duration.ofMinutes(3)).until(() -> desk.figures().get().open() >= OPEN);
            Areas areas = Areas.of(city.areas());
            Stage stage = FxThread.call(() -> stage(new Shell(desk, _ -> areas, AlarmSound.NONE).scene(10, 10))).join();
            Thread live = Thread.ofVirtual().start(() -> trickle(intake, city, clock));
            double[] moving = pulses();
            Thread bad = Thread.ofVirtual().start(() -> flap(line));
            double[] flapping = pulses();
            bad.interrupt();
            live.interrupt();
            FxThread.call(() -> {
                stage.close();
                return true;
            }).join();
            report("frames", "frames a second with 5000 open cases and 20 new a second", floor, moving);
            report("frames-flapping", "the same while the line is cut, slow and half answered by turns", floor, flapping);
        }
    }

    private void trickle(IntakeClient intake, CityProfile city, InstantSource clock) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                intake.deliver(items(city, clock, 2));
                java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flap(ChaosProxy line) {
        Weather[] kinds = {Weather.SHUT, Weather.CLEAR, Weather.slow(30, 8_000), Weather.halving(0.4), Weather.CLEAR};
        for (int i = 0; !Thread.currentThread().isInterrupted(); i++) {
            line.weather(kinds[i % kinds.length]);
            java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100 + random.nextInt(900)));
        }
    }

    private void report(String id, String what, double[] floor, double[] moving) {
        Arrays.sort(floor);
        Arrays.sort(moving);
        double fps = 1000 / Arrays.stream(moving).average().orElseThrow();
        String beside = String.format(
                java.util.Locale.ROOT, "empty stage %.1f; p95 pulse %.1f ms against %.1f ms, longest %.1f against %.1f",
                1000 / Arrays.stream(floor).average().orElseThrow(),
                moving[(int) (moving.length * .95)], floor[(int) (floor.length * .95)],
                moving[moving.length - 1], floor[floor.length - 1]);
        Figures.print(id, what, fps, "1/s", beside);
        assertThat(fps).isPositive();
    }

    private List<IntakeItem> items(CityProfile city, InstantSource clock, int n) {
        List<IntakeItem> items = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            Area a = city.areas().get(random.nextInt(city.areas().size()));
            var category = city.categories().get(random.nextInt(city.categories().size()));
            items.add(new IntakeItem(
                    IntakeItem.Kind.REPORT, "WARGAKU", "f" + sent++, null, category.code(), null, null, clock.instant(),
                    "laporan uji nomor " + sent + " di " + a.name(), "Uji", "081200000000", null, null,
                    a.lat() + random.nextGaussian() * .004, a.lon() + random.nextGaussian() * .004, null, null, null,
                    false, false, List.of(), null, null));
        }
        return items;
    }

    private static Stage stage(javafx.scene.Scene scene) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.setWidth(screen.getWidth());
        stage.setHeight(screen.getHeight());
        stage.show();
        return stage;
    }

    /// Milliseconds between pulses, while a stage is shown.
    static double[] pulses() throws Exception {
        CompletableFuture<double[]> all = new CompletableFuture<>();
        FxThread.run(() -> new AnimationTimer() {
            private final double[] ms = new double[FRAMES];
            private int n = -30;
            private long last;

            @Override
            public void handle(long now) {
                long real = System.nanoTime();
                if (n >= 0) {
                    ms[n] = (real - last) / 1e6;
                }
                last = real;
                if (++n == FRAMES) {
                    stop();
                    all.complete(ms);
                }
            }
        }.start());
        return all.get(120, TimeUnit.SECONDS);
    }
}
