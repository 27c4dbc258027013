package id.anjungan.app;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Command;
import id.anjungan.domain.Role;
import id.anjungan.profile.CityProfile;
import id.anjungan.simulator.Scenario;
import id.anjungan.simulator.Simulator;
import id.anjungan.simulator.SimulatorConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import id.anjungan.state.QueueRow;
import id.anjungan.state.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/// A server, a simulated city talking to it, an operator's desk and a wall's, all over HTTP and without a window.
final class LiveCity implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 120;
    private static final int HISTORY_HOURS = 24;

    private final CentralServer server;
    private final Simulator simulator;
    private final LiveDesk desk;
    private final LiveDesk wall;
    private boolean serverLost;

    private LiveCity(CentralServer server, Simulator simulator, LiveDesk desk, LiveDesk wall) {
        this.server = server;
        this.simulator = simulator;
        this.desk = desk;
        this.wall = wall;
    }

    static LiveCity begin(CityProfile profile, Path dir, Scenario scenario, long seed) throws IOException {
        InstantSource clock = InstantSource.system();
        CentralServer server =
                CentralServer.start(CentralConfig.of(new ProfileCity(profile), dir.resolve("central.db"), clock));
        DeskOptions options = new DeskOptions();
        return new LiveCity(
                server,
                new Simulator(new SimulatorConfig(profile, server.baseUri(), seed, 4, scenario, clock, clock.instant())),
                Desks.open(
                        Files.createDirectories(dir.resolve("desk")), server.baseUri(), first(profile, Role.OPERATOR),
                        Role.OPERATOR, options),
                Desks.open(
                        Files.createDirectories(dir.resolve("wall")), server.baseUri(), first(profile, Role.WALLBOARD),
                        Role.WALLBOARD, options));
    }

    static String first(CityProfile profile, Role role) {
        return profile.operators().stream()
                .filter(o -> o.role() == role)
                .map(CityProfile.Operator::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The profile names nobody of the role " + role + "."));
    }

    LiveDesk desk() {
        return desk;
    }

    LiveDesk wall() {
        return wall;
    }

    /// Brings in the last days, lets the city go on, and waits until both desks show it live; then selects the case
    /// on top, as an operator would.
    void awaitMoving() throws InterruptedException {
        simulator.backfill(HISTORY_HOURS);
        simulator.start();
        await("the desk to be live", desk.status(), s -> s.link() == DeskStatus.Link.LIVE);
        await("the wall to be live", wall.status(), s -> s.link() == DeskStatus.Link.LIVE);
        await("open cases on the desk", desk.figures(), f -> f.open() > 0);
        await("open cases on the wall", wall.figures(), f -> f.open() > 0);
        await("a queue", desk.queue().page(), p -> !p.rows().isEmpty());
        QueueRow top = desk.queue().page().get().rows().getFirst();
        desk.select(top.id());
        await("the case on top", desk.caseFile(), f -> f.isPresent());
    }

    /// Takes the server away and works on: a claim waits on the desk.
    void loseServer() throws InterruptedException {
        simulator.close();
        server.close();
        serverLost = true;
        await("the desk to notice", desk.status(), s -> s.link() == DeskStatus.Link.OFFLINE);
        await("the wall to notice", wall.status(), s -> s.link() == DeskStatus.Link.OFFLINE);
        var selected = desk.selection().get();
        if (selected.isPresent()) {
            desk.submit(new Command.ClaimCase(selected.get())).join();
            await("a claim that waits", desk.status(), s -> s.waiting() > 0);
        }
    }

    private static <T> void await(String what, Signal<T> signal, Predicate<T> until) throws InterruptedException {
        CompletableFuture<T> met = new CompletableFuture<>();
        try (Signal.Subscription _ = signal.subscribe(v -> {
            if (until.test(v)) {
                met.complete(v);
            }
        })) {
            met.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("Waited " + PATIENCE_SECONDS + " s for " + what + "; last seen: " + signal.get(), e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting for " + what, e);
        }
    }

    @Override
    public void close() {
        if (!serverLost) {
            simulator.close();
        }
        desk.close();
        wall.close();
        if (!serverLost) {
            server.close();
        }
    }
}
