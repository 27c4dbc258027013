package id.anjungan.kit;

import id.anjungan.domain.Command;
import id.anjungan.domain.Role;
import id.anjungan.protocol.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// A console as a child, with a line of its own to the server. Whatever it acknowledges is written to the record the
/// moment it is heard.
public final class Console implements AutoCloseable {
    private static final long PATIENCE_MS = 60_000;

    private final String operator;
    private final Role role;
    private final Path dir;
    private final Path log;
    private final ChaosProxy line;
    private final Ledger ledger;
    private final List<String> flags;
    private final LinkedBlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Map<Integer, CompletableFuture<ConsoleMain.State>> asked = new ConcurrentHashMap<>();
    private Map<String, String> env = Map.of();
    private int asking;
    private volatile CompletableFuture<String> ready = new CompletableFuture<>();
    private @Nullable ChildProcess child;

    Console(String operator, Role role, Path root, ChaosProxy line, Ledger ledger, List<String> flags) {
        this.operator = operator;
        this.role = role;
        this.dir = root.resolve(operator);
        this.log = root.resolve(operator + ".log");
        this.line = line;
        this.ledger = ledger;
        this.flags = flags;
        try {
            Files.createDirectories(dir);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String operator() {
        return operator;
    }

    public Role role() {
        return role;
    }

    public Path dir() {
        return dir;
    }

    Path log() {
        return log;
    }

    public ChaosProxy line() {
        return line;
    }

    /// What the process is started with from now on.
    public void environment(Map<String, String> variables) {
        env = Map.copyOf(variables);
    }

    /// Starts it and does not wait.
    public void launch(long seed) {
        ready = new CompletableFuture<>();
        List<String> args = new ArrayList<>(List.of(
                dir.toString(), line.uri().toString(), operator, role.name(), Long.toString(seed)));
        args.addAll(flags);
        try {
            child = ChildProcess.start("console-" + operator, ConsoleMain.class, args, env, log, this::hear);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start(long seed) {
        launch(seed);
        awaitReady();
    }

    public void awaitReady() {
        if (!Pause.until(PATIENCE_MS, () -> ready.isDone() || !process().alive()) || !ready.isDone()) {
            throw new IllegalStateException("console " + operator + " did not start; see " + log);
        }
        String said = ready.join();
        if (said.startsWith("CANNOT")) {
            throw new IllegalStateException("console " + operator + ": " + said);
        }
    }

    public boolean ready() {
        return ready.isDone();
    }

    private void hear(String said) {
        if (said.startsWith("ACK ")) {
            ledger.acked(operator, Json.read(said.substring(4), Acked.class));
            answers.add(said);
        } else if (said.startsWith("STATE ")) {
            ConsoleMain.State s = Json.read(said.substring(6), ConsoleMain.State.class);
            Optional.ofNullable(asked.remove(s.asked())).ifPresent(f -> f.complete(s));
        } else if (said.startsWith("READY ") || said.startsWith("CANNOT ")) {
            ready.complete(said);
        } else {
            answers.add(said);
        }
    }

    public ChildProcess process() {
        ChildProcess c = child;
        if (c == null) {
            throw new IllegalStateException("console " + operator + " was never started");
        }
        return c;
    }

    public void go() {
        process().tell("go");
    }

    public void pause() {
        process().tell("pause");
    }

    public void hurry() {
        process().tell("hurry");
    }

    /// Has it do this, and gives its answer: `ACK …`, `SAME`, `REFUSED code`, `FAILED …`, or nothing when it died.
    public Optional<String> act(Command command) {
        answers.clear();
        process().tell("do " + Json.write(command));
        try {
            return Optional.ofNullable(answers.poll(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /// Has it do this and does not wait.
    public void tell(Command command) {
        process().tell("do " + Json.write(command));
    }

    /// How it is; empty when it does not answer.
    public Optional<ConsoleMain.State> state() {
        int n = ++asking;
        CompletableFuture<ConsoleMain.State> answer = new CompletableFuture<>();
        asked.put(n, answer);
        process().tell("state " + n);
        try {
            return Optional.of(answer.get(10, TimeUnit.SECONDS));
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    public void kill() {
        process().kill();
        ledger.killed();
    }

    @Override
    public void close() {
        if (child != null) {
            process().kill();
        }
        line.close();
    }
}
