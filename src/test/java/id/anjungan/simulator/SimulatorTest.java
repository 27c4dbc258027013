package id.anjungan.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Outcome;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.ScriptedIntake;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SimulatorTest {
    private static final Instant REAL = Instant.parse("2026-11-30T01:00:00Z");
    private final AtomicReference<Instant> now = new AtomicReference<>(REAL);
    private final InstantSource clock = now::get;
    private final ScriptedIntake server = new ScriptedIntake();
    private final Simulator simulator = new Simulator(
            TestCity.SURABAYA, server.uri(), 42, Scenario.NORMAL, new Pace(clock, REAL, TestCity.NOON, 10), null);

    @AfterEach
    void close() {
        simulator.close();
        server.close();
    }

    private void pass(Duration real) {
        now.updateAndGet(t -> t.plus(real));
    }

    @Test
    void historyComesAtOnceWithItsPastAndThenTheCityGoesOn() throws InterruptedException {
        int history = simulator.backfill(24);
        assertThat(server.items()).hasSize(history);
        assertThat(server.items()).allSatisfy(i -> {
            assertThat(i.reportedAt()).isBetween(REAL.minus(Duration.ofHours(28)), REAL);
            if (i.closedAt() != null) {
                assertThat(i.closedAt()).isBeforeOrEqualTo(REAL);
            }
        });
        simulator.start();
        pass(Duration.ofMinutes(6));
        await().untilAsserted(() -> assertThat(simulator.progress().until()).isEqualTo(TestCity.NOON.plus(Duration.ofHours(1))));
        List<IntakeItem> live = server.items().subList(history, server.items().size());
        assertThat(live).hasSizeGreaterThan(20).allSatisfy(i -> {
            assertThat(i.reportedAt()).isBeforeOrEqualTo(now.get());
            if (i.outcome() != Outcome.NUISANCE) {
                assertThat(i.closedAt()).as("what is live is for the operators to end").isNull();
            }
        });
        assertThat(simulator.progress().delivered()).isEqualTo(server.items().size());
    }

    @Test
    void aServerThatIsAwayMissesNothingAndIsNotStormed() {
        for (int i = 0; i < 3; i++) {
            server.faults.add(ScriptedIntake.status(503));
        }
        simulator.start();
        pass(Duration.ofHours(2));
        Instant end = TestCity.NOON.plus(Duration.ofHours(20));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(simulator.progress().until()).isEqualTo(end));
        List<String> expected = TestCity.arrivals(
                        Scenario.NORMAL, 42, TestCity.SHARES, TestCity.NOON, Duration.ofHours(20)).stream()
                .map(p -> p.item().sourceId())
                .toList();
        assertThat(server.items().stream().map(IntakeItem::sourceId).toList()).containsAll(expected);
        assertThat(server.batches).allSatisfy(n -> assertThat(n).isLessThanOrEqualTo(300));
    }

    @Test
    void aCitizenRepliesToAnAnswerAndLeavesWhenThanked() {
        simulator.start();
        pass(Duration.ofMinutes(3));
        await().until(() -> !chats().isEmpty());
        IntakeItem first = chats().getFirst();
        for (int turn = 0; turn < 12 && !ended(first); turn++) {
            int before = linesOf(first);
            server.answer(first.channel(), first.sourceId(), "Baik, kami teruskan.", false);
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                pass(Duration.ofSeconds(3));
                return linesOf(first) > before;
            });
        }
        assertThat(ended(first)).as("the citizen has left").isTrue();
        assertThat(server.items().stream().filter(i -> i.sourceId().equals(first.sourceId())))
                .extracting(IntakeItem::name)
                .containsOnly(first.name());
    }

    @Test
    void aCitizenWhoHearsNothingAsksAndThenGoes() {
        simulator.start();
        pass(Duration.ofMinutes(6));
        await().until(() -> !chats().isEmpty());
        IntakeItem first = chats().getFirst();
        pass(Duration.ofMinutes(20));
        await().atMost(Duration.ofSeconds(30)).until(() -> ended(first));
        assertThat(linesOf(first)).isEqualTo(4);
        assertThat(simulator.progress().problem()).isNull();
    }

    private List<IntakeItem> chats() {
        return server.items().stream().filter(i -> i.kind() == IntakeItem.Kind.CHAT_LINE).toList();
    }

    private int linesOf(IntakeItem chat) {
        return (int) server.items().stream().filter(i -> Objects.equals(i.sourceId(), chat.sourceId())).count();
    }

    private boolean ended(IntakeItem chat) {
        return server.items().stream()
                .anyMatch(i -> i.kind() == IntakeItem.Kind.CHAT_END && i.sourceId().equals(chat.sourceId()));
    }
}
