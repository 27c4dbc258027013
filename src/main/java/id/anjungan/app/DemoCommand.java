package id.anjungan.app;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Role;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.simulator.Scenario;
import id.anjungan.simulator.Simulator;
import id.anjungan.simulator.SimulatorConfig;
import id.anjungan.state.LiveDesk;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.concurrent.Callable;
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
        Screen.need();
        InstantSource clock = InstantSource.system();
        CityProfile profile = ProfileLoader.load(city);
        PrintWriter out = spec.commandLine().getOut();
        try (Shutdown stop = Shutdown.watch();
                DataDirectory data = DataDirectory.open(options.directory("demo-" + profile.code()), fresh);
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
                CityLife _ = CityLife.begin(simulator, data.path(), clock)) {
            out.printf("%s lives at %s, data in %s%n", profile.name().en(), server.baseUri(), data.path());
            out.flush();
            Windows.console(desk, new Cities(options.boundaries), options.fullScreen, stop::over);
            stop.await();
        }
        return 0;
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
