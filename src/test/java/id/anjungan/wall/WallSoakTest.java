package id.anjungan.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Command;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Role;
import id.anjungan.kit.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A wall that stands for long beside a city at sixty times its speed, in a process of its own: memory stays flat, no
/// frame takes long, no page is stale. `mvn verify -Psoak` takes four hours, `-Dsoak=short` four minutes. Writes
/// `target/bench/soak.csv`.
@Tag("soak")
class WallSoakTest {
    private static final Pattern FIGURES = Pattern.compile(
            "FIGURES heap=([\\d.]+) rss=([\\d.]+) frames=(\\d+) slow=(\\d+) wall=([\\d.]+) cpu=([\\d.]+) stale=(\\d+) open=(\\d+)");
    /// The city is kept at so many open cases, as its operators would.
    private static final int OPEN = 700;
    /// What classes and caches still take while it warms up is no leak.
    private static final double WARM = 0.25;

    @TempDir
    Path dir;

    private record Seen(double heap, double rss, int frames, int slow, double wall, double cpu, int stale, int open) {}

    private static Duration length() {
        return switch (System.getProperty("anjungan.soak", "short")) {
            case "long" -> Duration.ofHours(4);
            case "short" -> Duration.ofMinutes(4);
            case String other -> Duration.parse(other);
        };
    }

    @Test
    void aWallStandsForLong() throws Exception {
        List<Seen> seen = new CopyOnWriteArrayList<>();
        Duration length = length();
        InstantSource clock = InstantSource.system();
        try (Day day = new Day(dir, "surabaya", 60)) {
            day.simulator.backfill(72);
            day.simulator.start();
            String who = day.city.operators().stream().filter(o -> o.role() == Role.WALLBOARD).findFirst().orElseThrow().id();
            try (ChildProcess wall = ChildProcess.start(
                    "wall", WallMain.class,
                    List.of(day.central.baseUri().toString(), Files.createDirectories(dir.resolve("wall-files")).toString(), who),
                    Map.of(), dir.resolve("wall.log"), line -> take(line, seen))) {
                await().atMost(Duration.ofMinutes(3)).until(() -> !seen.isEmpty());
                Instant end = clock.instant().plus(length);
                await().atMost(length.plusMinutes(5)).pollInterval(Duration.ofSeconds(2)).until(() -> {
                    operators(day);
                    return clock.instant().isAfter(end) || !wall.alive();
                });
                assertThat(wall.alive()).as(Files.readString(dir.resolve("wall.log"))).isTrue();
                wall.end();
            }
        }
        write(seen);
        judge(seen);
    }

    private static void take(String line, List<Seen> seen) {
        Matcher m = FIGURES.matcher(line);
        if (m.matches()) {
            System.out.println("[soak] " + line);
            seen.add(new Seen(
                    Double.parseDouble(m.group(1)), Double.parseDouble(m.group(2)), Integer.parseInt(m.group(3)),
                    Integer.parseInt(m.group(4)), Double.parseDouble(m.group(5)), Double.parseDouble(m.group(6)),
                    Integer.parseInt(m.group(7)), Integer.parseInt(m.group(8))));
        }
    }

    private static void operators(Day day) {
        int over = day.desk.figures().get().open() - OPEN;
        if (over > 0) {
            day.desk.queue().window(0, Math.min(200, over));
            List<Command> done = day.desk.queue().page().get().rows().stream()
                    .limit(over)
                    .<Command>map(r -> new Command.CloseCase(r.id(), 1_000_000, Outcome.RESOLVED, null))
                    .toList();
            day.desk.submitAll(done).join();
        }
    }

    private static void judge(List<Seen> seen) {
        List<Seen> warm = seen.subList((int) (seen.size() * WARM), seen.size());
        assertThat(warm.size()).isGreaterThan(8);
        int half = warm.size() / 2;
        double heapThen = median(warm.subList(0, half).stream().map(Seen::heap).toList());
        double heapNow = median(warm.subList(half, warm.size()).stream().map(Seen::heap).toList());
        double rssThen = median(warm.subList(0, half).stream().map(Seen::rss).toList());
        double rssNow = median(warm.subList(half, warm.size()).stream().map(Seen::rss).toList());
        double worst = warm.stream().mapToDouble(Seen::cpu).max().orElse(0);
        double worstWall = warm.stream().mapToDouble(Seen::wall).max().orElse(0);
        int frames = warm.stream().mapToInt(Seen::frames).sum();
        int slow = warm.stream().mapToInt(Seen::slow).sum();
        System.out.printf(
                Locale.ROOT,
                "[soak] heap %.1f -> %.1f MB, rss %.0f -> %.0f MB, %d frames, longest %.1f ms of processor and %.1f ms of time, %d over 100 ms, stale %d%n",
                heapThen, heapNow, rssThen, rssNow, frames, worst, worstWall, slow, warm.getLast().stale());
        assertThat(heapNow).as("heap after collection, MB").isLessThan(heapThen * 1.1 + 4);
        assertThat(rssNow).as("memory of the process, MB").isLessThan(rssThen * 1.1 + 16);
        // Processor time: a machine that is busy with something else makes no frame of the wall long.
        assertThat(worst).as("longest frame, ms").isLessThan(100);
        assertThat(warm.getLast().stale()).as("seconds of a stale page").isZero();
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().skip(of.size() / 2).findFirst().orElse(0.0);
    }

    private static void write(List<Seen> seen) throws IOException {
        List<String> lines = new ArrayList<>(List.of("heap_mb,rss_mb,frames,over_100ms,longest_ms,longest_cpu_ms,stale_s,open"));
        seen.forEach(s -> lines.add(String.format(
                Locale.ROOT, "%.1f,%.1f,%d,%d,%.1f,%.1f,%d,%d", s.heap(), s.rss(), s.frames(), s.slow(), s.wall(), s.cpu(),
                s.stale(), s.open())));
        Path out = Path.of("target", "bench", "soak.csv");
        Files.createDirectories(out.getParent());
        Files.write(out, lines);
    }
}
