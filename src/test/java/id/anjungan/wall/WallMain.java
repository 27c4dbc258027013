package id.anjungan.wall;

import id.anjungan.domain.Role;
import id.anjungan.geo.Areas;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import id.anjungan.text.Lang;
import id.anjungan.text.Messages;
import id.anjungan.text.Formats;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.shell.WallWindow;
import id.anjungan.ui.wallboard.Sight;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/// A wall as a child process, on a window of its own: server, files, whom it signs in as. Every second it looks whether
/// what it shows is what it knows, and every ten it says how it is: `FIGURES` with heap after collection, memory of the
/// process, frames, the longest of them, and pages found stale. Is told `exit`.
public final class WallMain {
    private static final long MB = 1 << 20;

    private final LiveDesk desk;
    private final Formats formats;
    private final Map<String, Areas> outlines = new HashMap<>();
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Scene scene;
    private int frames;
    private int slow;
    private long worstWall;
    private long worstCpu;
    private int stale;
    private int behind;

    private WallMain(LiveDesk desk) {
        this.desk = desk;
        formats = new Formats(Messages.of(Lang.ID), desk.profile().get().zone());
        scene = new Scene(new Label());
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        LiveDesk desk = LiveDesk.open(DeskConfig.of(
                Path.of(args[1]), URI.create(args[0]), args[2], Role.WALLBOARD, InstantSource.system(), ""));
        FxThread.start();
        while (desk.status().get().link() != DeskStatus.Link.LIVE || desk.profile().get().code().isEmpty()) {
            Thread.onSpinWait();
        }
        WallMain wall = new WallMain(desk);
        FxThread.call(() -> {
                    wall.show();
                    return true;
                })
                .join();
        var timer = Executors.newSingleThreadScheduledExecutor();
        var _ = timer.scheduleAtFixedRate(() -> FxThread.run(wall::look), 5, 1, TimeUnit.SECONDS);
        var _ = timer.scheduleAtFixedRate(wall::say, 20, 10, TimeUnit.SECONDS);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = in.readLine();
        while (line != null && !line.equals("exit")) {
            line = in.readLine();
        }
        Runtime.getRuntime().halt(0);
    }

    private void show() {
        scene = new WallWindow(desk, this::areas, Lang.ID, new SimpleObjectProperty<>(Sight.USUAL)).scene(960, 540);
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        // A frame begins with the timers and ends when the scene is laid out: what this thread does in between.
        long[] began = new long[2];
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                began[0] = System.nanoTime();
                began[1] = threads.getCurrentThreadCpuTime();
            }
        }.start();
        scene.addPostLayoutPulseListener(() -> {
            frames++;
            long took = System.nanoTime() - began[0];
            long cpu = threads.getCurrentThreadCpuTime() - began[1];
            worstWall = Math.max(worstWall, took);
            worstCpu = Math.max(worstCpu, cpu);
            if (took > TimeUnit.MILLISECONDS.toNanos(100)) {
                slow++;
            }
        });
    }

    private Areas areas(CityProfile city) {
        synchronized (outlines) {
            return outlines.computeIfAbsent(city.code() + city.version(), c -> Areas.of(city.areas()));
        }
    }

    /// What the wall shows must be the minute it is, and what the desk behind it knows.
    private void look() {
        Instant now = desk.now();
        String clock = ((Label) scene.lookup(".wall-clock")).getText();
        boolean late = !clock.equals(formats.timeOfDay(now)) && !clock.equals(formats.timeOfDay(now.minusSeconds(2)));
        boolean cut = desk.status().get().link() != DeskStatus.Link.LIVE;
        behind = late || cut ? behind + 1 : 0;
        if (behind > 3) {
            stale++;
        }
    }

    private void say() {
        System.gc();
        long heap = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            MemoryUsage after = pool.getCollectionUsage();
            if (pool.getType() == MemoryType.HEAP && after != null) {
                heap += after.getUsed();
            }
        }
        long used = heap;
        FxThread.run(() -> {
            System.out.printf(
                    Locale.ROOT, "FIGURES heap=%.1f rss=%.1f frames=%d slow=%d wall=%.1f cpu=%.1f stale=%d open=%d%n",
                    (double) used / MB, rss(), frames, slow, worstWall / 1e6, worstCpu / 1e6, stale,
                    desk.figures().get().open());
            System.out.flush();
            frames = 0;
            slow = 0;
            worstWall = 0;
            worstCpu = 0;
        });
    }

    private static double rss() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(l -> l.startsWith("VmRSS:"))
                    .mapToDouble(l -> Double.parseDouble(l.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1;
        }
    }
}
