package id.anjungan.app;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Role;
import id.anjungan.geo.BoundaryShelf;
import id.anjungan.geo.tile.TileShelf;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.simulator.Scenario;
import id.anjungan.simulator.Simulator;
import id.anjungan.simulator.SimulatorConfig;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.LiveDesk;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// A whole living city in one process: central server on a free loopback port, simulated traffic through its public
/// intake, and a console that talks to it over HTTP like any other.
@Command(name = "demo", mixinStandardHelpOptions = true, sortOptions = false)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--city", paramLabel = "CITY", descriptionKey = "city", defaultValue = "surabaya")
    private String city;

    @Option(names = "--fresh", descriptionKey = "fresh")
    private boolean fresh;

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "speed", defaultValue = "1")
    private double speed;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
    private long seed;

    @Option(names = "--scenario", paramLabel = "NAME", descriptionKey = "scenario", defaultValue = "normal")
    private Scenario scenario;

    @Mixin
    private DeskOptions options = new DeskOptions();

    @Override
    public Integer call() throws Exception {
        long began = System.nanoTime();
        Screen.need();
        InstantSource clock = InstantSource.system();
        CityProfile profile = ProfileLoader.load(city);
        PrintWriter out = spec.commandLine().getOut();
        try (Shutdown stop = Shutdown.watch();
                DataDirectory data = DataDirectory.open(options.directory("demo-" + profile.code()), fresh);
                TileShelf tiles = Tiles.shelf(data.path());
                CentralServer server = CentralServer.start(
                        CentralConfig.of(new ProfileCity(profile), data.path().resolve("central.db"), clock));
                LiveDesk desk = Desks.open(
                        java.nio.file.Files.createDirectories(data.path().resolve("desk")),
                        server.baseUri(),
                        operator(profile),
                        Role.OPERATOR,
                        options);
                Simulator simulator = new Simulator(
                        new SimulatorConfig(profile, server.baseUri(), seed, speed, scenario, clock, clock.instant()));
                CityLife life = CityLife.begin(simulator, data.path(), clock)) {
            out.printf("%s lives at %s, data in %s%n", profile.name().en(), server.baseUri(), data.path());
            out.flush();
            var _ = life.filled().thenRun(() -> sayWhenMoving(desk, out, began));
            Cities cities = new Cities(options.boundaries, new BoundaryShelf(data.path().resolve("boundaries")));
            try (DeskWalls walls = new DeskWalls(desk, server.baseUri(), data.path().resolve("wall"), cities)) {
                Windows.console(desk, cities, tiles, walls, options.fullScreen, stop::over);
                stop.await();
            }
        }
        return 0;
    }

    /// One line once the desk shows the city live, with how long that took.
    private static void sayWhenMoving(LiveDesk desk, PrintWriter out, long began) {
        AtomicBoolean once = new AtomicBoolean();
        Runnable look = () -> {
            int open = desk.figures().get().open();
            boolean moving = open > 0 && desk.status().get().link() == DeskStatus.Link.LIVE;
            if (moving && once.compareAndSet(false, true)) {
                out.printf(Locale.ROOT, "moving: %d open cases, live after %.1f s%n", open, (System.nanoTime() - began) / 1e9);
                out.flush();
            }
        };
        desk.figures().subscribe(_ -> look.run());
        desk.status().subscribe(_ -> look.run());
    }

    private String operator(CityProfile profile) {
        if (options.operator != null) {
            return options.operator;
        }
        return profile.operators().stream()
                .filter(o -> o.role() == Role.OPERATOR)
                .map(CityProfile.Operator::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The profile " + city + " names no operator."));
    }
}
