package id.anjungan.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.shell.DemoProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How long a person waits for a city that moves: from the start of the process until the first live item after the
/// history of a day, with the window's own reading of it. Headless pictures of the same process show the same desk.
@Tag("bench")
class StartBench {
    @TempDir
    Path data;

    @Test
    void aMovingCity() throws Exception {
        double first = start("--fresh");
        Figures.print("start", "demo: empty directory to a city with its last day", first, "s", "budget 15 s");
        double again = start("--seed", "1");
        Figures.print("start", "demo: second start to the same city", again, "s", "budget 15 s");
    }

    private double start(String... more) throws Exception {
        List<String> args = new java.util.ArrayList<>(List.of("demo", "--data", data.toString()));
        args.addAll(List.of(more));
        long began = System.nanoTime();
        try (DemoProcess demo = DemoProcess.start(
                List.of("-Dglass.platform=Headless", "-Dprism.order=sw"), args.toArray(String[]::new))) {
            await("a city with its last day").atMost(Duration.ofMinutes(3)).pollInterval(Duration.ofMillis(100)).until(() -> shown(demo));
            double seconds = (System.nanoTime() - began) / 1e9;
            assertThat(demo.alive()).isTrue();
            return seconds;
        }
    }

    /// The window says on its standard output when it first shows a live, filled queue.
    private static boolean shown(DemoProcess demo) {
        return demo.said().stream().anyMatch(l -> l.startsWith("moving"));
    }
}
