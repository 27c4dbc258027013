package id.anjungan.app;

import id.anjungan.profile.ProfileLoader;
import id.anjungan.simulator.Scenario;
import id.anjungan.simulator.Simulator;
import id.anjungan.simulator.SimulatorConfig;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lets a simulated city talk to a server until it is told to stop.
@Command(name = "simulate", mixinStandardHelpOptions = true, sortOptions = false)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class SimulateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--server", paramLabel = "URL", descriptionKey = "server", required = true, converter = ServerOption.class)
    private URI server;

    @Option(names = "--city", paramLabel = "CITY", descriptionKey = "city", defaultValue = "surabaya")
    private String city;

    @Option(names = "--scenario", paramLabel = "NAME", descriptionKey = "scenario", defaultValue = "normal")
    private Scenario scenario;

    @Option(names = "--speed", paramLabel = "N", descriptionKey = "speed", defaultValue = "1")
    private double speed;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
    private long seed;

    @Option(names = "--hours", paramLabel = "N", descriptionKey = "hours", defaultValue = "24")
    private int hours;

    @Option(names = "--calibration", paramLabel = "DIR", descriptionKey = "calibration")
    private @Nullable Path calibration;

    @Override
    public Integer call() throws Exception {
        InstantSource clock = InstantSource.system();
        SimulatorConfig config = new SimulatorConfig(
                ProfileLoader.load(city), server, seed, speed, scenario, clock, clock.instant(), calibration);
        try (Shutdown stop = Shutdown.watch();
                Simulator simulator = new Simulator(config)) {
            int items = simulator.backfill(hours);
            spec.commandLine().getOut().printf("%d items of the last %d hours delivered; the city goes on%n", items, hours);
            spec.commandLine().getOut().flush();
            simulator.start();
            stop.await();
        }
        return 0;
    }
}
