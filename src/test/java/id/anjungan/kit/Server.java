package id.anjungan.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// The central server as a child that can be killed and started again at the same address.
public final class Server implements AutoCloseable {
    private static final long PATIENCE_MS = 60_000;

    private final String name;
    private String clock = "PT0S";
    private final String database;
    private final Path log;
    private final Ledger ledger;
    private final int port;
    private final List<String> flags;
    private Map<String, String> env = Map.of();
    private @Nullable ChildProcess child;
    private volatile CompletableFuture<String> starting = new CompletableFuture<>();
    private volatile CompletableFuture<String> clockSet = new CompletableFuture<>();

    private Server(String name, String database, Path log, Ledger ledger, List<String> flags) {
        this.name = name;
        this.database = database;
        this.log = log;
        this.ledger = ledger;
        this.flags = flags;
        this.port = freePort();
    }

    /// Alone, with a file of its own.
    static Server onFile(Path dir, Ledger ledger, List<String> flags) {
        Path file = dir.resolve("central").resolve("central.db");
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Server("server", file.toString(), dir.resolve("central.log"), ledger, flags);
    }

    /// One of several on one PostgreSQL.
    static Server node(int n, String address, Path dir, Ledger ledger, List<String> flags) {
        return new Server("node-" + n, address, dir.resolve("node-" + n + ".log"), ledger, flags);
    }

    private static int freePort() {
        try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return s.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return port;
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /// Its file, where it has one.
    public Path database() {
        return Path.of(database);
    }

    /// Where an auditor reads its database.
    String jdbc() {
        return database.startsWith("jdbc:") ? database : "jdbc:sqlite:" + database;
    }

    Path log() {
        return log;
    }

    /// What the process is started with from now on.
    void environment(Map<String, String> variables) {
        env = Map.copyOf(variables);
    }

    /// Starts it and does not wait.
    CompletableFuture<String> launch() {
        CompletableFuture<String> ready = new CompletableFuture<>();
        starting = ready;
        List<String> args = new ArrayList<>(List.of(database, Integer.toString(port), clock));
        args.addAll(flags);
        try {
            child = ChildProcess.start(name, ServerMain.class, args, env, log(), line -> {
                if (line.startsWith("READY ")) {
                    ready.complete(line);
                } else if (line.startsWith("CLOCK ")) {
                    clockSet.complete(line);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ready;
    }

    public void start() {
        var _ = launch();
        awaitStart();
    }

    /// Waits until it serves; starts it when it is dead.
    public void awaitStart() {
        if (!process().alive()) {
            var _ = launch();
        }
        CompletableFuture<String> ready = starting;
        if (!Pause.until(PATIENCE_MS, () -> ready.isDone() || !process().alive()) || !ready.isDone()) {
            throw new IllegalStateException(name + " did not start; see " + log);
        }
    }

    public ChildProcess process() {
        ChildProcess c = child;
        if (c == null) {
            throw new IllegalStateException(name + " was never started");
        }
        return c;
    }

    public void kill() {
        process().kill();
        ledger.killed();
    }

    /// Kills it, perhaps in the middle of its start, and starts it again without waiting.
    public void killAndLaunch(boolean awaitStart) {
        if (awaitStart) {
            Pause.until(20_000, () -> starting.isDone());
        }
        kill();
        var _ = launch();
    }

    /// Its clock is this much ahead from now on, also when it is started again.
    public void clock(String ahead) {
        clock = ahead;
        clockSet = new CompletableFuture<>();
        process().tell("clock " + ahead);
        Pause.until(5_000, clockSet::isDone);
    }

    @Override
    public void close() {
        if (child != null) {
            process().kill();
        }
    }
}
