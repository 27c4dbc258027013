package id.anjungan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IntakeClientTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-24T00:00:00Z"));
    private final ScriptedIntake server = new ScriptedIntake();
    private final IntakeClient client = new IntakeClient(server.uri(), CLOCK);

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    static IntakeItem item(String id) {
        return new IntakeItem(
                IntakeItem.Kind.REPORT, "WARGAKU", id, null, "JLN-RSK", null, null, CLOCK.instant(), "lubang " + id,
                null, null, null, null, null, null, null, null, null, false, false, List.of(), null, null);
    }

    private static List<IntakeItem> items(int n) {
        return IntStream.range(0, n).mapToObj(i -> item("A-" + i)).toList();
    }

    @Test
    void answersEachItemInOrderOfDelivery() throws InterruptedException {
        server.judge(i -> i.sourceId().endsWith("7") ? "text: too short" : "");
        List<IntakeResult> results = client.deliver(items(100));
        assertThat(results).extracting(IntakeResult::sourceId).isEqualTo(items(100).stream().map(IntakeItem::sourceId).toList());
        assertThat(results).filteredOn(r -> r.status() == IntakeResult.Status.ASIDE).hasSize(10);
        assertThat(server.items()).hasSize(90);
    }

    @Test
    void deliversAgainUntilTheServerAnswers() throws InterruptedException {
        server.faults.add(ScriptedIntake.status(503));
        server.faults.add(ScriptedIntake.status(429, "Retry-After", "1"));
        server.faults.add(x -> {
            x.close();
            return true;
        });
        assertThat(client.deliver(items(5))).hasSize(5);
        assertThat(server.items()).hasSize(5);
        assertThat(client.serverAway()).isFalse();
    }

    @Test
    void anAnswerThatWasCutOffIsAskedForAgainAndDoublesNothing() throws InterruptedException {
        client.deliver(items(3));
        server.faults.add(x -> {
            x.getRequestBody().readAllBytes();
            byte[] half = "{\"sourceId\":\"A-0\",\"status\":\"KNOWN\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            x.sendResponseHeaders(200, half.length);
            x.getResponseBody().write(half);
            x.close();
            return true;
        });
        assertThat(client.deliver(items(3)))
                .extracting(IntakeResult::status)
                .containsOnly(IntakeResult.Status.KNOWN);
        assertThat(server.items()).hasSize(3);
    }

    @Test
    void aBatchThatIsTooLargeIsHalved() throws InterruptedException {
        server.faults.add(ScriptedIntake.status(413));
        assertThat(client.deliver(items(9))).extracting(IntakeResult::sourceId).hasSize(9).startsWith("A-0", "A-1");
        assertThat(server.batches).containsExactly(4, 5);
    }

    @Test
    void aRefusalIsNotTriedAgainAndSaysWhere() {
        server.faults.add(ScriptedIntake.status(404));
        assertThatThrownBy(() -> client.deliver(items(1)))
                .isInstanceOf(IntakeException.class)
                .hasMessageContaining("/v1/intake")
                .hasMessageContaining("404");
    }

    @Test
    void fetchesAnswersFromACursor() throws InterruptedException {
        server.answer("MCCHAT", "c1", "Baik, kami cek.", false);
        server.answer("OTHER", "x", "bukan ini", false);
        server.answer("MCCHAT", "c1", "Terima kasih.", true);
        try (OutboundClient outbound = new OutboundClient(server.uri(), CLOCK)) {
            OutboundPage page = outbound.fetch("MCCHAT", 0, 100);
            assertThat(page.answers()).extracting(OutboundAnswer::text).containsExactly("Baik, kami cek.", "Terima kasih.");
            assertThat(outbound.fetch("MCCHAT", page.next(), 100).answers()).isEmpty();
        }
    }

    @Test
    void waitingGrowsIsJitteredAndNeverUndercutsWhatTheServerAsked() {
        double[] random = {0};
        Backoff b = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), () -> random[0]);
        assertThat(b.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(50));
        random[0] = 1;
        assertThat(b.next(Duration.ZERO)).isEqualTo(Duration.ofMillis(200));
        assertThat(b.next(Duration.ofSeconds(7))).isEqualTo(Duration.ofSeconds(7));
        for (int i = 0; i < 100; i++) {
            assertThat(b.next(Duration.ZERO)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        }
    }
}
