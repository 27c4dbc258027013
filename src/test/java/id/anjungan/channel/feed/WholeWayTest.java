package id.anjungan.channel.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.simulator.Scenario;
import id.anjungan.simulator.Simulator;
import id.anjungan.simulator.SimulatorConfig;
import id.anjungan.simulator.SimulatorProgress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Imports and simulated days against a real central server with its own database.
@Timeout(300)
class WholeWayTest {
    @TempDir
    Path dir;

    private CentralServer central(CityProfile profile) {
        return CentralServer.start(CentralConfig.of(new ProfileCity(profile), dir.resolve("central.db"), InstantSource.system()));
    }

    @Test
    void bostonsSampleIsTakenInWholeAndOnlyOnce() throws Exception {
        Path sample = shared("data/samples/boston311-20k.csv.gz");
        CityProfile boston = ProfileLoader.load("src/test/resources/profiles/boston");
        try (CentralServer server = central(boston)) {
            FeedOptions options = FeedOptions.of(server.baseUri(), boston, dir.resolve("aside.csv"));
            long began = System.nanoTime();
            FeedResult first = new FeedImport(sample, options, InstantSource.system(), p -> {}).run();
            System.out.printf("boston sample into a real server: %s, %.0f rows/s%n", first.line(), first.read() * 1e9 / (System.nanoTime() - began));
            assertThat(first).isEqualTo(new FeedResult(20_000, 20_000, 0, 0));
            FeedResult second = new FeedImport(sample, options, InstantSource.system(), p -> {}).run();
            assertThat(second).isEqualTo(new FeedResult(20_000, 20_000, 0, 20_000));
        }
    }

    @Test
    void aSimulatedCityIsTakenInWithoutARowSetAside() throws Exception {
        for (String city : new String[] {"surabaya", "paser"}) {
            CityProfile profile = ProfileLoader.load(city);
            Instant now = Instant.now();
            SimulatorConfig config;
            try (CentralServer server = CentralServer.start(CentralConfig.of(
                    new ProfileCity(profile), dir.resolve(city + ".db"), InstantSource.system()))) {
                config = new SimulatorConfig(profile, server.baseUri(), 42, 600, Scenario.FLOODED, InstantSource.system(), now);
                try (Simulator simulator = new Simulator(config)) {
                    int history = simulator.backfill(24);
                    assertThat(simulator.progress().accepted()).isEqualTo(history);
                    simulator.start();
                    await().atMost(java.time.Duration.ofMinutes(1)).until(() -> simulator.progress().delivered() > history + 50);
                    SimulatorProgress p = simulator.progress();
                    assertThat(p.aside()).as(city).isZero();
                    assertThat(p.problem()).isNull();
                }
            }
        }
    }

    private static Path shared(String path) {
        Path beside = Path.of("../shared");
        String named = System.getenv("ANJUNGAN_SHARED");
        Path root = Files.isDirectory(beside) || named == null ? beside : Path.of(named);
        Assumptions.assumeTrue(Files.exists(root.resolve(path)), () -> "shared/" + path + " is not beside the project");
        return root.resolve(path);
    }
}
