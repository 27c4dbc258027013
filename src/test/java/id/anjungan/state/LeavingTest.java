package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.central.CentralConfig;
import id.anjungan.central.CentralServer;
import id.anjungan.central.ProfileCity;
import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeClient;
import id.anjungan.intake.IntakeItem;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An operator leaves the desk, with the real server.
class LeavingTest {
    private static final CityProfile CITY = ProfileLoader.load("surabaya");

    @TempDir
    Path dir;

    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private final List<LiveDesk> desks = new ArrayList<>();
    private CentralServer central;
    private UUID id;

    @BeforeEach
    void serve() throws InterruptedException {
        InstantSource clock = () -> Instant.now().plus(later.get());
        central = CentralServer.start(CentralConfig.of(new ProfileCity(CITY), dir.resolve("central.db"), clock));
        try (IntakeClient client = new IntakeClient(central.baseUri(), InstantSource.system())) {
            client.deliver(List.of(new IntakeItem(
                    IntakeItem.Kind.REPORT, "WARGAKU", "1", null, "JLN-RSK", null, null, null, "Jalan berlubang",
                    "Siti Aminah", "081234567890", null, null, -7.2575, 112.7521, null, null, null, false, false,
                    List.of(), null, null)));
        }
        id = Ids.ofItem("WARGAKU", "1");
    }

    @AfterEach
    void close() {
        desks.forEach(LiveDesk::close);
        central.close();
    }

    private LiveDesk desk(String operator, URI server) {
        LiveDesk d = LiveDesk.open(DeskConfig.of(
                dir.resolve(operator), server, operator, Role.OPERATOR, InstantSource.system(), "dibatalkan"));
        desks.add(d);
        return d;
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(20)).until(condition);
    }

    private Case seen(LiveDesk d) {
        return d.cases(List.of(id)).join().getFirst();
    }

    @Test
    void what_was_held_is_back_in_the_queue_with_the_reason_and_nothing_more_is_heard() {
        LiveDesk ayu = desk("ayu", central.baseUri());
        LiveDesk bima = desk("bima", central.baseUri());
        soon(() -> ayu.queue().page().get().total() == 1 && bima.queue().page().get().total() == 1);
        ayu.submit(new Command.ClaimCase(id)).join();
        soon(() -> seen(bima).claim() != null);
        assertThat(ayu.signOut().join()).isTrue();

        later.set(Duration.ofSeconds(15));
        soon(() -> seen(bima).claim() == null);
        bima.select(id);
        soon(() -> bima.caseFile().get().filter(f -> f.entries().stream()
                        .anyMatch(e -> e.code().equals("released-signed-out")))
                .isPresent());
        assertThat(seen(ayu).claim()).as("a desk that was left hears nothing").isNotNull();
        assertThat(ayu.signOut().join()).as("there is no session any more").isFalse();
    }

    @Test
    void what_was_not_sent_waits_for_the_next_sign_in() {
        LiveDesk ayu = desk("ayu", central.baseUri());
        soon(() -> ayu.queue().page().get().total() == 1);
        assertThat(ayu.signOut().join()).isTrue();
        assertThat(ayu.submit(new Command.AddNote(id, "sesudah keluar")).join().accepted()).isTrue();
        assertThat(ayu.status().get().waiting()).isEqualTo(1);
        ayu.close();
        desks.remove(ayu);
        LiveDesk again = desk("ayu", central.baseUri());
        soon(() -> again.status().get().waiting() == 0 && again.status().get().link() == DeskStatus.Link.LIVE);
        again.select(id);
        soon(() -> again.caseFile().get().filter(f -> f.messages().values().stream()
                        .anyMatch(m -> m.body().equals("sesudah keluar")))
                .isPresent());
    }
}
