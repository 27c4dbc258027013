package id.anjungan.bench;

import static org.awaitility.Awaitility.await;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeItem;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.state.DeskConfig;
import id.anjungan.state.LiveDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/// A real server and real desks in this process, over real HTTP and files, and the rows they are fed.
final class Rig {
    private static final String[] WORDS = {
        "lubang", "jalan", "lampu", "padam", "sampah", "menumpuk", "banjir", "pohon", "tumbang", "depan", "pasar", "gang",
        "besar", "sejak", "kemarin", "mohon", "segera", "ditangani", "warga", "terganggu", "saluran", "mampet"
    };

    private Rig() {}

    static CityProfile boston() {
        return ProfileLoader.load("src/test/resources/profiles/boston");
    }

    static CentralServer central(CityProfile city, Path file) {
        return CentralServer.start(CentralConfig.of(new ProfileCity(city), file, InstantSource.system()));
    }

    static LiveDesk desk(CentralServer central, CityProfile city, Path dir) {
        String who = city.operators().getFirst().id();
        return LiveDesk.open(DeskConfig.of(dir, central.baseUri(), who, Role.OPERATOR, InstantSource.system(), "batal"));
    }

    static void until(Callable<Boolean> condition) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2)).atMost(Duration.ofMinutes(1)).until(condition);
    }

    /// The published sample of Boston's requests when it is beside the project, else as many rows made up alike.
    static Path rows(Path dir, int made) throws IOException {
        Path beside = Path.of("../shared");
        String named = System.getenv("ANJUNGAN_SHARED");
        Path root = Files.isDirectory(beside) || named == null ? beside : Path.of(named);
        Path sample = root.resolve("data/samples/boston311-20k.csv.gz");
        return Files.exists(sample) ? sample : made(dir.resolve("made.csv"), made);
    }

    static Path made(Path file, int n) throws IOException {
        return made(file, 100_000, n);
    }

    /// Rows whose numbers begin at `first`.
    static Path made(Path file, int first, int n) throws IOException {
        Random dice = new Random(first);
        StringBuilder csv = new StringBuilder("case_enquiry_id,open_dt,case_title,latitude,longitude,location\n");
        for (int i = 0; i < n; i++) {
            csv.append(first + i).append(",2026-01-").append(String.format("%02d", 1 + i % 28)).append(" 08:00:00,")
                    .append(text(dice)).append(',').append(42.3 + dice.nextDouble() / 10).append(',')
                    .append(-71.1 + dice.nextDouble() / 10).append(",\"").append(i % 400).append(" Main St\"\n");
        }
        return Files.writeString(file, csv);
    }

    static IntakeItem item(String source, Random dice) {
        return new IntakeItem(
                IntakeItem.Kind.REPORT, "WARGAKU", source, null, "JLN-RSK", null, null, null, text(dice), "Siti Aminah",
                "0812" + dice.nextInt(10_000_000), null, null, -7.2 - dice.nextDouble() / 10,
                112.7 + dice.nextDouble() / 10, null, null, null, false, false, List.of(), null, null);
    }

    static String text(Random dice) {
        StringBuilder s = new StringBuilder();
        for (int w = 0; w < 14; w++) {
            s.append(WORDS[dice.nextInt(WORDS.length)]).append(' ');
        }
        return s.append(dice.nextInt(10_000)).toString();
    }
}
