package id.anjungan.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    /// The command line of this very process without the options that asked for keeping.
    static List<String> again(ProcessHandle.Info self, List<String> without) {
        List<String> command = new ArrayList<>();
        command.add(self.command().orElse("java"));
        for (String a : self.arguments().orElse(new String[0])) {
            if (!without.contains(a)) {
                command.add(a);
            }
        }
        return command;
    }
}
