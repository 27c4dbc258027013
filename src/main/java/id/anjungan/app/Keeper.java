package id.anjungan.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a program and starts it again whenever it ends other than by being told to: after a crash, at once; when it
/// crashes again and again, after a growing while, so that it never spins and never gives up.
final class Keeper {
    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(60);
    /// Who has run this long was well, and is started again at once.
    private static final Duration WELL = Duration.ofMinutes(2);

    /// Starts the program; seam for tests.
    @FunctionalInterface
    interface Launcher {
        Process start() throws IOException;
    }

    /// Waits so long, or until asked to stop: then true.
    @FunctionalInterface
    interface Rest {
        boolean stopped(Duration time) throws InterruptedException;
    }

    private final Launcher launcher;
    private final Rest rest;
    private final LongSupplier nanos;
    private volatile boolean ending;
    private volatile List<Process> running = List.of();

    Keeper(Launcher launcher, Rest rest, LongSupplier nanos) {
        this.launcher = launcher;
        this.rest = rest;
        this.nanos = nanos;
    }

    /// Returns the exit code with which the program ended by itself: 0 means a person closed it.
    int run() throws InterruptedException {
        Duration pause = FIRST;
        while (true) {
            long began = nanos.getAsLong();
            int code = once();
            if (code == 0 || ending) {
                return code;
            }
            boolean well = nanos.getAsLong() - began >= WELL.toNanos();
            pause = well ? FIRST : pause;
            LOG.warn("the wall ended with {} and is started again in {} s", code, pause.toSeconds());
            if (rest.stopped(pause)) {
                return code;
            }
            Duration twice = pause.multipliedBy(2);
            pause = well ? FIRST : twice.compareTo(MOST) > 0 ? MOST : twice;
        }
    }

    private int once() throws InterruptedException {
        try {
            Process p = launcher.start();
            running = List.of(p);
            return p.waitFor();
        } catch (IOException e) {
            LOG.error("the wall cannot be started: {}", e.getMessage());
            return -1;
        } finally {
            running = List.of();
        }
    }

    /// Ends the program, and with it `run`.
    void stop() {
        ending = true;
        running.forEach(Process::destroy);
    }

    /// The command line of this very process with these arguments. The system keeps only the beginning of a long one, so
    /// a Java that was started with its class path is told again what its machine knows of itself; a launcher of ours
    /// needs only the arguments.
    static List<String> again(String program, List<String> machine, String classPath, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        String name = String.valueOf(Path.of(program).getFileName()).toLowerCase(Locale.ROOT);
        if (name.equals("java") || name.equals("java.exe") || name.equals("javaw.exe")) {
            command.addAll(machine);
            command.addAll(List.of("-cp", classPath, main));
        }
        command.addAll(arguments);
        return command;
    }

    static List<String> again(List<String> arguments) {
        return again(
                ProcessHandle.current().info().command().orElse("java"),
                ManagementFactory.getRuntimeMXBean().getInputArguments(), System.getProperty("java.class.path", ""),
                Main.class.getName(), arguments);
    }
}
