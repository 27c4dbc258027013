package id.anjungan.app;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.ui.shell.wall.Monitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/// A wall that falls is started again; one that stands still ends itself; the machine is kept awake, and what cannot be
/// done is said.
class KeepingTheWallTest {
    private final AtomicLong nanos = new AtomicLong();
    private final List<Duration> rests = new ArrayList<>();

    /// Ends at once with this code, having run so long.
    private final class Ended extends Process {
        private final int code;

        Ended(int code, Duration ran) {
            this.code = code;
            nanos.addAndGet(ran.toNanos());
        }

        @Override
        public OutputStream getOutputStream() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public InputStream getInputStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public InputStream getErrorStream() {
            return InputStream.nullInputStream();
        }

        @Override
        public int waitFor() {
            return code;
        }

        @Override
        public int exitValue() {
            return code;
        }

        @Override
        public void destroy() {}
    }

    private Keeper keeper(Deque<Integer> codes) {
        return new Keeper(
                () -> {
                    int code = codes.remove();
                    if (code == -7) {
                        throw new IOException("no such program");
                    }
                    // What ends well after a long time was well.
                    return new Ended(code, code == 70 ? Duration.ofMinutes(5) : Duration.ofSeconds(1));
                },
                time -> {
                    rests.add(time);
                    return false;
                },
                nanos::get);
    }

    @Test
    void aWallThatFallsIsStartedAgainAndNeverGivenUp() throws Exception {
        int code = keeper(new ArrayDeque<>(List.of(137, 1, 1, -7, 1, 1, 1, 1, 1, 0))).run();
        assertThat(code).isZero();
        assertThat(rests).hasSize(9);
        assertThat(rests.getFirst()).isEqualTo(Duration.ofSeconds(1));
        assertThat(rests.getLast()).isEqualTo(Duration.ofSeconds(60));
        assertThat(rests).isSorted();
    }

    @Test
    void whoWasWellIsStartedAgainAtOnce() throws Exception {
        keeper(new ArrayDeque<>(List.of(1, 1, 70, 70, 0))).run();
        assertThat(rests)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void aRealProcessIsStartedAgainToo() throws Exception {
        AtomicInteger starts = new AtomicInteger();
        String java = ProcessHandle.current().info().command().orElseThrow();
        Keeper keeper = new Keeper(
                () -> new ProcessBuilder(java, starts.incrementAndGet() < 3 ? "--no-such-option" : "-version")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                time -> false, System::nanoTime);
        assertThat(keeper.run()).isZero();
        assertThat(starts).hasValue(3);
    }

    @Test
    void aScreenThatStandsStillEndsTheProcess() {
        List<Runnable> waiting = new ArrayList<>();
        AtomicInteger ended = new AtomicInteger();
        try (Watchdog dog = new Watchdog(waiting::add, nanos::get, Duration.ofSeconds(60), ended::incrementAndGet)) {
            for (int i = 0; i < 100; i++) {
                nanos.addAndGet(Duration.ofSeconds(5).toNanos());
                dog.look();
                waiting.forEach(Runnable::run);
                waiting.clear();
            }
            assertThat(ended).hasValue(0);
            for (int i = 0; i < 13; i++) {
                nanos.addAndGet(Duration.ofSeconds(5).toNanos());
                dog.look();
            }
            assertThat(ended.get()).isPositive();
        }
    }

    @Test
    void theMachineIsKeptAwakeAndWhatCannotBeIsSaid() {
        List<List<String>> ran = new ArrayList<>();
        try (Awake a = Awake.hold("Linux", true, 42, c -> {
            ran.add(c);
            return new Ended(0, Duration.ZERO);
        })) {
            assertThat(a.problems()).isEmpty();
        }
        assertThat(ran).extracting(List::getFirst).containsExactly("systemd-inhibit", "xset");
        assertThat(ran.getFirst()).contains("--what=idle:sleep:handle-lid-switch", "--pid=42");
        try (Awake a = Awake.hold("Linux", true, 42, c -> {
            throw new IOException("error=2, No such file or directory");
        })) {
            assertThat(a.problems()).hasSize(2).first().asString().contains("systemd-inhibit");
        }
        try (Awake a = Awake.hold("Linux", true, 42, c -> new Ended(1, Duration.ZERO))) {
            assertThat(a.problems()).hasSize(2).first().asString().contains("ended with 1");
        }
        ran.clear();
        try (Awake a = Awake.hold("Mac OS X", false, 42, c -> {
            ran.add(c);
            return new Ended(0, Duration.ZERO);
        })) {
            assertThat(a.problems()).isEmpty();
        }
        assertThat(ran.getFirst()).startsWith("caffeinate", "-d");
    }

    @Test
    void screensAreNamedByNumberPlaceOrAll() {
        Monitor first = new Monitor(0, 0, 1920, 1080, true);
        Monitor second = new Monitor(1920, 0, 3840, 2160, false);
        List<Monitor> both = List.of(first, second);
        assertThat(WallboardCommand.keys(List.of(), both)).containsExactly(first.key());
        assertThat(WallboardCommand.keys(List.of("2"), both)).containsExactly("3840x2160+1920+0");
        assertThat(WallboardCommand.keys(List.of("all"), both)).containsExactly(first.key(), second.key());
        assertThat(WallboardCommand.keys(List.of("1280x720+0+0"), both)).containsExactly("1280x720+0+0");
        assertThat(WallboardCommand.keys(List.of("3"), both)).as("one that is to come").hasSize(1);
    }

    @Test
    void theKeptProgramIsTheSameHoweverItWasStarted() {
        List<String> wall = List.of("wallboard", "--screen", "all");
        assertThat(Keeper.again("/opt/jdk/bin/java", List.of("-Xmx1g"), "a.jar:b.jar", "M", wall))
                .containsExactly("/opt/jdk/bin/java", "-Xmx1g", "-cp", "a.jar:b.jar", "M", "wallboard", "--screen", "all");
        assertThat(Keeper.again("/opt/anjungan/bin/anjungan", List.of("-Xmx1g"), "a.jar", "M", wall))
                .containsExactly("/opt/anjungan/bin/anjungan", "wallboard", "--screen", "all");
        assertThat(Keeper.again(wall)).contains(Main.class.getName()).endsWith("all");
    }
}
