package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeItem;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An operator leaves the desk, with the real server.
class LeavingTest extends RealCity {
    private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
    private UUID id;

    @Override
    InstantSource clock() {
        return () -> Instant.now().plus(later.get());
    }

    @BeforeEach
    void report() throws InterruptedException {
        deliver(List.of(item(IntakeItem.Kind.REPORT, "WARGAKU", "1", null, "JLN-RSK", "Jalan berlubang")));
        id = Ids.ofItem("WARGAKU", "1");
    }

    private Case seen(LiveDesk d) {
        return d.cases(List.of(id)).join().getFirst();
    }

    @Test
    void what_was_held_is_back_in_the_queue_with_the_reason_and_nothing_more_is_heard() {
        LiveDesk ayu = desk("ayu", Role.OPERATOR, central.baseUri());
        LiveDesk bima = desk("bima", Role.OPERATOR, central.baseUri());
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
        LiveDesk ayu = desk("ayu", Role.OPERATOR, central.baseUri());
        soon(() -> ayu.queue().page().get().total() == 1);
        assertThat(ayu.signOut().join()).isTrue();
        assertThat(ayu.submit(new Command.AddNote(id, "sesudah keluar")).join().accepted()).isTrue();
        assertThat(ayu.status().get().waiting()).isEqualTo(1);
        ayu.close();
        desks.remove(ayu);
        LiveDesk again = desk("ayu", Role.OPERATOR, central.baseUri());
        soon(() -> again.status().get().waiting() == 0 && again.status().get().link() == DeskStatus.Link.LIVE);
        again.select(id);
        soon(() -> again.caseFile().get().filter(f -> f.messages().values().stream()
                        .anyMatch(m -> m.body().equals("sesudah keluar")))
                .isPresent());
    }
}
