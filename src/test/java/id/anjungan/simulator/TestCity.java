package id.anjungan.simulator;

import id.anjungan.profile.ProfileLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/// Surabaya as the program ships it, and a day made of it.
final class TestCity {
    static final Instant NOON = Instant.parse("2026-11-24T05:00:00Z");
    static final City SURABAYA = ProfileCity.of(ProfileLoader.load("surabaya"));
    static final id.anjungan.domain.Policy POLICY = ProfileLoader.load("surabaya").toPolicy();
    static final Model MODEL = Model.load();
    static final Words WORDS = new Words(SURABAYA, Templates.load(), MODEL);
    static final Shares SHARES = Shares.of(SURABAYA, MODEL);

    private TestCity() {}

    static Traffic traffic(Scenario scenario, long seed, Shares shares) {
        Citizens citizens = new Citizens(seed, MODEL, WORDS, shares);
        return new Traffic(SURABAYA, MODEL, shares, WORDS, citizens, scenario, seed, NOON);
    }

    static List<Planned> arrivals(Scenario scenario, long seed, Shares shares, Instant from, Duration length) {
        Timeline line = new Timeline(traffic(scenario, seed, shares)::hour, from);
        List<Planned> all = new ArrayList<>();
        while (line.peek().at().isBefore(from.plus(length))) {
            all.add(line.next());
        }
        return all;
    }

    static List<Planned> day(Scenario scenario, long seed) {
        return arrivals(scenario, seed, SHARES, NOON, Duration.ofDays(1));
    }

    /// The folder of shared test data; a test that needs it is skipped where it is absent.
    static Path shared(String path) {
        Path beside = Path.of("../shared");
        String named = System.getenv("ANJUNGAN_SHARED");
        Path root = Files.isDirectory(beside) || named == null ? beside : Path.of(named);
        Path wanted = root.resolve(path);
        Assumptions.assumeTrue(Files.exists(wanted), () -> "shared/" + path + " is not beside the project");
        return wanted;
    }
}
