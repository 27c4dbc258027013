package id.anjungan.app;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps screen and machine from sleeping while a wall is up. What cannot be done here is said, not passed over: the
/// system's own settings must then do it.
final class Awake implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Awake.class);

    private static final long SOON_MS = 400;
    private static final int ES_CONTINUOUS = 0x8000_0000;
    private static final int ES_SYSTEM_REQUIRED = 0x1;
    private static final int ES_DISPLAY_REQUIRED = 0x2;

    /// Starts a program of the system that keeps it awake as long as it runs.
    @FunctionalInterface
    interface Runner {
        Process start(List<String> command) throws IOException;
    }

    private final Map<String, Process> held = new LinkedHashMap<>();
    private final List<String> unable = new ArrayList<>();
    private boolean windows;
    private volatile boolean closed;

    private Awake() {}

    static Awake hold() {
        return hold(System.getProperty("os.name", ""), System.getenv("DISPLAY") != null, ProcessHandle.current().pid(), c ->
                new ProcessBuilder(c)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    static Awake hold(String os, boolean display, long pid, Runner runner) {
        Awake a = new Awake();
        String system = os.toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            a.start(runner, "caffeinate", "-d", "-i", "-w", Long.toString(pid));
        } else if (system.contains("win")) {
            a.windows(ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED);
        } else {
            a.start(
                    runner, "systemd-inhibit", "--what=idle:sleep:handle-lid-switch", "--who=Anjungan",
                    "--why=wallboard", "tail", "--pid=" + pid, "-f", "/dev/null");
            if (display) {
                // The X server blanks by its own clock, which the session manager does not see.
                a.start(runner, "xset", "s", "off", "-dpms");
            } else {
                a.unable.add("no X display: the screen's own blanking cannot be switched off from here");
            }
        }
        Thread.ofVirtual().start(() -> a.problems().forEach(p -> LOG.warn("the screen may go dark: {}", p)));
        return a;
    }

    /// What could not be done, for a person; empty when all is held. Waits a moment for each program, because what cannot
    /// reach the session's manager ends at once; so not on the JavaFX thread.
    List<String> problems() {
        List<String> all = new ArrayList<>(unable);
        held.forEach((program, p) -> {
            try {
                if (p.waitFor(SOON_MS, TimeUnit.MILLISECONDS) && p.exitValue() != 0 && !closed) {
                    all.add("'" + program + "' ended with " + p.exitValue());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return all;
    }

    private void start(Runner runner, String... command) {
        try {
            held.put(command[0], runner.start(List.of(command)));
        } catch (IOException e) {
            unable.add("'" + command[0] + "' cannot be run: " + e.getMessage());
        }
    }

    private void windows(int flags) {
        try (Arena arena = Arena.ofConfined()) {
            Linker linker = Linker.nativeLinker();
            var set = SymbolLookup.libraryLookup("kernel32", arena).find("SetThreadExecutionState").orElseThrow();
            Object was = linker.downcallHandle(set, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.JAVA_INT))
                    .invoke(flags);
            windows = !was.equals(0);
        } catch (Throwable e) {
            unable.add("SetThreadExecutionState: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        closed = true;
        held.values().forEach(Process::destroy);
        if (windows) {
            windows(ES_CONTINUOUS);
        }
    }
}
