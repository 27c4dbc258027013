package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Ids;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Settlement;
import id.anjungan.protocol.StreamQuery;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What only one node does at a time, what the others do when it dies, and what nodes tell each other.
@Timeout(60)
class OneHolderTest {
    private static final UUID CASE = Ids.ofItem("sp4n", "r1");

    private final Database database = TestPostgres.fresh();
    private final MovableClock clock = new MovableClock();
    private CentralServer first;
    private CentralServer second;
    private Desk ani;
    private Desk budi;

    @BeforeEach
    void start() throws Exception {
        first = CentralServer.start(CentralConfig.of(new TestCity(), database, clock));
        second = CentralServer.start(CentralConfig.of(new TestCity(), database, clock));
        ani = Desk.of(first, TestCity.ANI);
        budi = Desk.of(second, TestCity.BUDI);
        ani.deliver(List.of(Items.report("r1", "road")));
    }

    @AfterEach
    void stop() {
        ani.close();
        budi.close();
        first.close();
        second.close();
    }

    private long breaches() throws Exception {
        return budi.everything().stream()
                .filter(f -> f instanceof Frame.Change c && c.kind().equals("entry"))
                .map(f -> Json.read(((Frame.Change) f).body(), Entry.class))
                .filter(e -> e.about().equals(CASE) && e.code().equals("breached"))
                .count();
    }

    @Test
    void bothTickButADeadlineIsMissedOnce() throws Exception {
        clock.advance(Duration.ofMinutes(31));
        for (int i = 0; i < 5; i++) {
            first.tickNow();
            second.tickNow();
        }
        Awaitility.await().until(() -> breaches() == 1);
    }

    @Test
    void whenTheTickingNodeStopsTheOtherTicks() throws Exception {
        first.close();
        clock.advance(Duration.ofMinutes(31));
        Awaitility.await().until(() -> breaches() == 1);
        second.tickNow();
        assertThat(breaches()).isOne();
    }

    @Test
    void aDeadNodesLeaseEndsByItselfAndWhatItStillWritesIsNothing() throws Exception {
        first.close();
        second.close();
        PostgresStore dead = PostgresStore.open(database);
        CentralStore.Lease lease =
                dead.lease("ticker", UUID.randomUUID(), Duration.ofSeconds(2)).orElseThrow();
        second = CentralServer.start(CentralConfig.of(new TestCity(), database, clock));
        ani.close();
        budi.close();
        budi = Desk.of(second, TestCity.BUDI);
        clock.advance(Duration.ofMinutes(31));
        second.tickNow();
        assertThat(breaches()).isZero();

        Awaitility.await().until(() -> breaches() == 1);
        dead.write(new TestCity().policy(), tx -> assertThat(tx.stands(lease)).isFalse());
        dead.close();
    }

    @Test
    void anOperatorWhoIsHeardAtAnotherNodeIsNotAbsent() throws Exception {
        assertThat(budi.give(new Command.ClaimCase(CASE)).status()).isEqualTo(Settlement.Status.DONE);
        Duration absence = new TestCity().policy().limits().absence();
        for (int i = 0; i < 3; i++) {
            clock.advance(absence.minusSeconds(1));
            budi.everything();
            second.tickNow();
            first.tickNow();
        }
        assertThat(budi.caseNow(CASE).claim()).isNotNull();

        clock.advance(absence.plusSeconds(1));
        first.tickNow();
        second.tickNow();
        Awaitility.await().until(() -> ani.caseNow(CASE).claim() == null);
    }

    @Test
    void ofManyConnectorsAtBothNodesOneIsHandedAnAnswerOnce() throws Exception {
        ani.deliver(List.of(Items.report("sms", "s1", "road", -7.25, 112.70)));
        UUID id = Ids.ofItem("sms", "s1");
        ani.give(new Command.ClaimCase(id));
        Case mine = ani.caseNow(id);
        assertThat(ani.give(new Command.AnswerCase(id, mine.fencing(), "Terima kasih")).status())
                .isEqualTo(Settlement.Status.DONE);
        clock.advance(Duration.ofSeconds(9));

        List<JsonNode> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<JsonNode>> all = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Desk at = i % 2 == 0 ? ani : budi;
                all.add(threads.submit(() -> at.json("/v1/outbound?channel=sms&after=0&wait=1")));
            }
            for (Future<JsonNode> f : all) {
                f.get().path("answers").forEach(answers::add);
            }
        }
        assertThat(answers).hasSize(1);
    }

    @Test
    void aSessionThatEndsAtOneNodeEndsAtTheOther() throws Exception {
        Desk twin = Desk.with(second, ani);
        assertThat(twin.get("/v1/stream?epoch=x").statusCode()).isEqualTo(400);
        ani.http.send(ani.request("/v1/session").DELETE().build(), java.net.http.HttpResponse.BodyHandlers.discarding());
        Awaitility.await().until(() -> twin.get("/v1/stream?epoch=x").statusCode() == 401);
        twin.close();
    }

    @Test
    void whatIsTypedAtOneNodeShowsAtTheOther() throws Exception {
        try (Desk.Stream stream = budi.stream(StreamQuery.FRESH)) {
            stream.until(f -> f instanceof Frame.Through);
            ani.post("/v1/ephemeral", Json.write(Map.of("topic", "typing", "args", Map.of("chat", "x"))));
            stream.until(f -> f instanceof Frame.Ephemeral e && e.topic().equals("typing") && e.operator().equals("ani"));
        }
    }

    @Test
    void aListenerThatIsCutHearsAllTheSame() throws Exception {
        try (Desk.Stream stream = budi.stream(StreamQuery.FRESH);
                Connection c = TestPostgres.raw(database);
                var s = c.createStatement()) {
            stream.until(f -> f instanceof Frame.Through);
            s.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                    + "AND application_name = '" + PostgresConnections.LISTENER + "'");
            Settlement given = ani.give(new Command.ClaimCase(CASE));
            stream.until(f -> f instanceof Frame.Through t && t.seq() >= given.seq());
        }
    }
}
