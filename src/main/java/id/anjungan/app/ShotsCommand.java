package id.anjungan.app;

import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.simulator.Scenario;
import id.anjungan.ui.fx.FxThread;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Pictures of console and wall from a live simulated city, without a display: a real server, real traffic through its
/// intake, real desks. Dark and light, Indonesian and English; calm, flooded, and with the server gone.
@Command(name = "shots", mixinStandardHelpOptions = true, sortOptions = false)
@SuppressWarnings("NullAway.Init") // fields are set by picocli
final class ShotsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out", defaultValue = "target/shots")
    private Path out;

    @Option(names = "--city", paramLabel = "CITY", descriptionKey = "city", defaultValue = "surabaya")
    private String city;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "seed", defaultValue = "1")
    private long seed;

    @Option(names = "--boundaries", paramLabel = "FILE", descriptionKey = "boundaries", arity = "1")
    private List<Path> boundaries = List.of();

    @Override
    public Integer call() throws Exception {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        FxThread.start();
        CityProfile profile = ProfileLoader.load(city);
        Cities cities = new Cities(boundaries);
        PrintWriter said = spec.commandLine().getOut();
        for (Scenario scenario : List.of(Scenario.CALM, Scenario.FLOODED)) {
            Path scratch = Files.createTempDirectory("anjungan-shots");
            try (LiveCity live = LiveCity.begin(profile, scratch, scenario, seed)) {
                live.awaitMoving();
                shoot(live, cities, scenario.name().toLowerCase(java.util.Locale.ROOT), said);
                if (scenario == Scenario.FLOODED) {
                    live.loseServer();
                    shoot(live, cities, "offline", said);
                }
            } finally {
                delete(scratch);
            }
        }
        return 0;
    }

    private void shoot(LiveCity live, Cities cities, String state, PrintWriter said) throws IOException {
        for (Shot shot : Shot.all(state)) {
            Path file = out.resolve(shot.fileName());
            shot.take(live, cities, file);
            said.println(file);
            said.flush();
        }
    }

    private static void delete(Path dir) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        }
    }
}
