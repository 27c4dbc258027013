package id.anjungan.state;

import static org.awaitility.Awaitility.await;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A real server on a file, and real desks that are closed when the test is over; the server can be closed and served
/// again at the same port.
@SuppressWarnings("NullAway.Init") // made before each test
abstract class RealCity {
    static final CityProfile CITY = ProfileLoader.load("surabaya");

    @TempDir
    Path dir;

    CentralServer central;
    final List<LiveDesk> desks = new ArrayList<>();

    @BeforeEach
    final void begin() {
        central = serve(0);
    }

    @AfterEach
    final void end() {
        desks.forEach(LiveDesk::close);
        central.close();
    }

    /// The server's time; asked when it starts.
    InstantSource clock() {
        return InstantSource.system();
    }

    final CentralServer serve(int port) {
        return CentralServer.start(CentralConfig.of(new ProfileCity(CITY), dir.resolve("central.db"), clock()).withPort(port));
    }

    final LiveDesk desk(String operator) {
        return desk(operator, Role.OPERATOR);
    }

    final LiveDesk desk(String operator, Role role) {
        return desk(operator, role, central.baseUri());
    }

    final LiveDesk desk(String operator, Role role, URI server) {
        return desk(operator, operator, role, server);
    }

    /// `place` is the machine; one operator may sit at several.
    final LiveDesk desk(String place, String operator, Role role, URI server) {
        LiveDesk d = LiveDesk.open(
                DeskConfig.of(dir.resolve(place), server, operator, role, InstantSource.system(), "dibatalkan"));
        desks.add(d);
        return d;
    }

    /// What a channel sends: from Siti, at one place in the middle of the city.
    static IntakeItem item(
            IntakeItem.Kind kind, String channel, String source, @Nullable String line, @Nullable String category, String text) {
        return new IntakeItem(
                kind, channel, source, line, category, null, null, null, text, "Siti Aminah", "081234567890", null, null,
                -7.2575, 112.7521, null, null, null, false, false, List.of(), null, null);
    }

    final void deliver(List<IntakeItem> items) throws InterruptedException {
        try (IntakeClient client = new IntakeClient(central.baseUri(), InstantSource.system())) {
            client.deliver(items);
        }
    }

    static void soon(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(30)).until(condition);
    }
}
