package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Case;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Settlement;
import id.anjungan.protocol.StreamQuery;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Two servers on one PostgreSQL database, over real HTTP.
@Timeout(60)
class TwoNodesTest {
    private final Database database = TestPostgres.fresh();
    private final MovableClock clock = new MovableClock();
    private CentralServer first;
    private CentralServer second;
    private Desk ani;
    private Desk budi;

    @BeforeEach
    void start() throws Exception {
        first = node();
        second = node();
        ani = Desk.of(first, TestCity.ANI);
        budi = Desk.of(second, TestCity.BUDI);
    }

    private CentralServer node() {
        return CentralServer.start(CentralConfig.of(new TestCity(), database, clock));
    }

    @AfterEach
    void stop() {
        ani.close();
        budi.close();
        first.close();
        second.close();
    }

    @Test
    void aCommandGivenToOneIsLiveOnAStreamOfTheOther() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        UUID id = Ids.ofItem("sp4n", "r1");
        try (Desk.Stream stream = budi.stream(StreamQuery.FRESH)) {
            stream.until(f -> f instanceof Frame.Through);
            Settlement claimed = ani.give(new Command.ClaimCase(id));
            stream.until(f -> f instanceof Frame.Change c && c.id().equals(id)
                    && Optional.ofNullable(Json.read(c.body(), Case.class).claim()).map(Claim::operator).equals(Optional.of("ani")));
            stream.until(f -> f instanceof Frame.Through t && t.seq() >= claimed.seq());
        }
    }

    @Test
    void oneItemDeliveredToBothAtOnceIsOneCaseWithOneNumber() throws Exception {
        int items = 120;
        List<IntakeResult> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<List<IntakeResult>>> both = new ArrayList<>();
            for (int copy = 0; copy < 4; copy++) {
                Desk desk = copy % 2 == 0 ? ani : budi;
                int from = copy;
                both.add(() -> desk.deliver(reports(items, from)));
            }
            for (Future<List<IntakeResult>> f : threads.invokeAll(both)) {
                all.addAll(f.get());
            }
        }
        assertThat(all).hasSize(4 * items).filteredOn(r -> r.status() == IntakeResult.Status.ACCEPTED).hasSize(items);
        assertThat(all.stream().map(IntakeResult::number).distinct()).hasSize(items);
        assertThat(ani.json("/v1/status").at("/counts/case").asInt()).isEqualTo(items);
        assertThat(ani.json("/v1/status").at("/counts/aside").asInt()).isZero();
        numbersHaveNoGap();
    }

    /// The same items, each time in another order.
    private static List<IntakeItem> reports(int n, int turn) {
        List<IntakeItem> all = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            int k = turn % 2 == 0 ? i : n - 1 - i;
            all.add(Items.report("r" + k, "road"));
        }
        return all;
    }

    private void numbersHaveNoGap() {
        long head = first.store().headNow();
        assertThat(numbers(head)).containsExactlyElementsOf(LongStream.rangeClosed(1, head).boxed().toList());
    }

    private List<Long> numbers(long head) {
        try (var c = TestPostgres.raw(database);
                var rs = c.createStatement().executeQuery("SELECT seq FROM change_log WHERE seq <= " + head + " ORDER BY seq")) {
            List<Long> all = new ArrayList<>();
            while (rs.next()) {
                all.add(rs.getLong(1));
            }
            return all;
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void ofManyClaimsAtBothNodesEachCaseHasOneWinner() throws Exception {
        int cases = 60;
        ani.deliver(reports(cases, 0));
        List<CommandEnvelope> up = new ArrayList<>();
        List<CommandEnvelope> down = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            up.add(ani.envelope(new Command.ClaimCase(Ids.ofItem("sp4n", "r" + i)), clock.instant()));
            down.add(budi.envelope(new Command.ClaimCase(Ids.ofItem("sp4n", "r" + (cases - 1 - i))), clock.instant()));
        }
        List<Settlement> settled = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<List<Settlement>> a = threads.submit(() -> ani.send(up.toArray(CommandEnvelope[]::new)).settled());
            Future<List<Settlement>> b = threads.submit(() -> budi.send(down.toArray(CommandEnvelope[]::new)).settled());
            settled.addAll(a.get());
            settled.addAll(b.get());
        }
        assertThat(settled).hasSize(2 * cases).filteredOn(s -> s.status() == Settlement.Status.DONE).hasSize(cases);
        assertThat(settled.stream().filter(s -> s.status() == Settlement.Status.DONE).map(Settlement::seq).distinct())
                .hasSize(cases);
        numbersHaveNoGap();
    }

    @Test
    void theSameCommandAtBothNodesHasOneEffectAndOneAnswer() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        Desk twin = Desk.of(second, TestCity.ANI, ani.console);
        List<CommandEnvelope> notes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            notes.add(ani.envelope(new Command.AddNote(Ids.ofItem("sp4n", "r1"), "catatan " + i), clock.instant()));
        }
        CommandEnvelope[] batch = notes.toArray(CommandEnvelope[]::new);
        try (twin;
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<List<Settlement>> a = threads.submit(() -> ani.send(batch).settled());
            Future<List<Settlement>> b = threads.submit(() -> twin.send(batch).settled());
            assertThat(b.get()).isEqualTo(a.get()).extracting(Settlement::status).containsOnly(Settlement.Status.DONE);
        }
        numbersHaveNoGap();
    }

    @Test
    void aCursorThatOneNodeHasNotHeardOfYetIsNotAhead() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        Settlement given = ani.give(new Command.ClaimCase(Ids.ofItem("sp4n", "r1")));
        try (Desk.Stream s = budi.stream(new StreamQuery(budi.session.epoch(), given.seq(), null, 0))) {
            assertThat(s.until(f -> f instanceof Frame.Through)).noneMatch(f -> f instanceof Frame.Resync);
        }
    }

    @Test
    void whoeverHoldsTheCounterForSecondsIsToldToPeopleAndSeenMeanwhile() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        try (Connection c = DriverManager.getConnection(database.location(), database.user(), database.password())) {
            c.setAutoCommit(false);
            c.createStatement().execute("SELECT seq FROM counter FOR UPDATE");
            CompletableFuture<Void> writes = CompletableFuture.runAsync(() -> deliver("r2"));
            Awaitility.await()
                    .until(() -> ani.json("/v1/status").at("/waitingMs").asLong() > Pace.SLOW.toMillis());
            assertThat(alarms()).isEmpty();
            c.rollback();
            writes.join();
        }
        Awaitility.await().until(() -> alarms().size() == 1);
        assertThat(alarms()).first().satisfies(a -> {
            assertThat(a.key()).isEqualTo(Alarm.SLOW);
            assertThat(a.active()).isTrue();
        });
        assertThat(ani.json("/v1/status").at("/waitingMs").asLong()).isZero();
    }

    private void deliver(String source) {
        try {
            ani.deliver(List.of(Items.report(source, "road")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Alarm> alarms() throws Exception {
        return budi.everything().stream()
                .filter(f -> f instanceof Frame.Change c && c.kind().equals("alarm"))
                .map(f -> Json.read(((Frame.Change) f).body(), Alarm.class))
                .filter(a -> a.kind() == Alarm.Kind.SYSTEM)
                .toList();
    }
}
