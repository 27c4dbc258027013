package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Refusal;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import id.anjungan.protocol.CommandAnswer;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Settlement;
import id.anjungan.protocol.StreamQuery;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The server over real HTTP, on a real file.
@Timeout(60)
class CentralServerTest {
    @TempDir
    Path dir;

    private final MovableClock clock = new MovableClock();
    private CentralServer server;
    private Desk ani;
    private Desk budi;

    @BeforeEach
    void start() throws Exception {
        server = CentralServer.start(CentralConfig.of(new TestCity(), dir.resolve("central.db"), clock));
        ani = Desk.of(server, TestCity.ANI);
        budi = Desk.of(server, TestCity.BUDI);
    }

    @AfterEach
    void stop() {
        ani.close();
        budi.close();
        server.close();
    }

    @Test
    void theVersionBeforeOursIsServedAndOthersAreToldWhichIs() throws Exception {
        for (int v = 0; v <= Protocol.VERSION + 1; v++) {
            boolean served = v == Protocol.VERSION || v == Protocol.VERSION - 1;
            HttpResponse<String> answer = Desk.signIn(server, TestCity.ANI, Integer.toString(v));
            assertThat(answer.statusCode()).as("version " + v).isEqualTo(served ? 200 : Protocol.UPGRADE_REQUIRED);
            assertThat(answer.headers().firstValue(Protocol.VERSION_HEADER))
                    .isEqualTo(served ? Optional.empty() : Optional.of(Integer.toString(Protocol.VERSION)));
        }
        assertThat(Desk.signIn(server, TestCity.ANI, "rubbish").statusCode()).isEqualTo(Protocol.UPGRADE_REQUIRED);
    }

    @Test
    void anItemDeliveredTwiceIsOneCaseWithOneNumber() throws Exception {
        List<IntakeItem> items = List.of(Items.report("r1", "road"), Items.report("r2", "road"));
        List<IntakeResult> first = ani.deliver(items);
        List<IntakeResult> again = ani.deliver(items, false);

        assertThat(first).extracting(IntakeResult::status).containsOnly(IntakeResult.Status.ACCEPTED);
        assertThat(first).extracting(IntakeResult::number).containsExactly("SP4N-0001", "SP4N-0002");
        assertThat(again).extracting(IntakeResult::status).containsOnly(IntakeResult.Status.KNOWN);
        assertThat(again).extracting(IntakeResult::number).containsExactly("SP4N-0001", "SP4N-0002");
        assertThat(ani.json("/v1/status").at("/counts/case").asInt()).isEqualTo(2);
    }

    private List<String> history(UUID id) throws Exception {
        return budi.everything().stream()
                .filter(f -> f instanceof Frame.Change c && c.kind().equals("entry"))
                .map(f -> Json.read(((Frame.Change) f).body(), Entry.class))
                .filter(e -> e.about().equals(id))
                .map(Entry::code)
                .toList();
    }

    @Test
    void theClaimsOfWhoSignsOutReturnToTheQueueWithTheReason() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        UUID id = Ids.ofItem("sp4n", "r1");
        ani.give(new Command.ClaimCase(id));
        ani.http.send(ani.request(Protocol.SESSION).DELETE().build(), HttpResponse.BodyHandlers.discarding());
        server.tickNow();
        assertThat(budi.caseNow(id).claim()).as("another desk of hers may be heard yet").isNotNull();

        clock.advance(Ticker.OTHER_DESK.plusSeconds(1));
        server.tickNow();
        Awaitility.await().until(() -> budi.caseNow(id).claim() == null);
        assertThat(history(id)).endsWith("released-signed-out");
    }

    @Test
    void whoIsStillHeardAtAnotherDeskHasNotLeft() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        UUID id = Ids.ofItem("sp4n", "r1");
        ani.give(new Command.ClaimCase(id));
        Desk other = Desk.of(server, TestCity.ANI);
        ani.http.send(ani.request(Protocol.SESSION).DELETE().build(), HttpResponse.BodyHandlers.discarding());
        other.everything();
        clock.advance(Ticker.OTHER_DESK.plusSeconds(1));
        server.tickNow();
        assertThat(budi.caseNow(id).claim()).isNotNull();
        other.close();
    }

    @Test
    void theClaimsOfWhoIsNotHeardReturnToTheQueueAfterTheMinutesOfTheProfile() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        UUID id = Ids.ofItem("sp4n", "r1");
        ani.give(new Command.ClaimCase(id));
        Duration absence = new TestCity().policy().limits().absence();
        clock.advance(absence.minusSeconds(1));
        server.tickNow();
        assertThat(budi.caseNow(id).claim()).isNotNull();
        clock.advance(Duration.ofSeconds(2));
        server.tickNow();
        Awaitility.await().until(() -> budi.caseNow(id).claim() == null);
        assertThat(history(id)).endsWith("released-absent");
    }

    @Test
    void aChangeReachesAnOpenStream() throws Exception {
        try (Desk.Stream stream = ani.packedStream(StreamQuery.FRESH)) {
            List<Frame> begin = stream.until(f -> f instanceof Frame.Through);
            assertThat(begin).first().isInstanceOf(Frame.Snapshot.class);
            assertThat(begin)
                    .anySatisfy(f -> assertThat(f)
                            .isInstanceOfSatisfying(Frame.Change.class, c -> assertThat(c.kind()).isEqualTo("profile")));

            ani.deliver(List.of(Items.report("r1", "road")));

            List<Frame> live = stream.until(f -> f instanceof Frame.Through t && t.seq() == server.store().head());
            Set<String> kinds = live.stream()
                    .filter(Frame.Change.class::isInstance)
                    .map(f -> ((Frame.Change) f).kind())
                    .collect(Collectors.toSet());
            assertThat(kinds).containsExactlyInAnyOrder("case", "person", "message", "entry");
        }
    }

    @Test
    void ofTwoRacingClaimsOneWinsAndTheOtherIsToldByWhomAndWhen() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        UUID id = Ids.ofItem("sp4n", "r1");
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Settlement> a = () -> ani.give(new Command.ClaimCase(id));
            Callable<Settlement> b = () -> budi.give(new Command.ClaimCase(id));
            List<Future<Settlement>> both = threads.invokeAll(List.of(a, b));
            List<Settlement> all = List.of(both.get(0).get(), both.get(1).get());

            Settlement lost = all.stream().filter(s -> s.status() == Settlement.Status.REFUSED).findFirst().orElseThrow();
            assertThat(all).filteredOn(s -> s.status() == Settlement.Status.DONE).hasSize(1);
            Case now = ani.caseNow(id);
            assertThat(now.claim()).isNotNull();
            assertThat(lost.code()).isEqualTo(Refusal.CLAIMED_BY_OTHER);
            assertThat(lost.args())
                    .containsEntry("by", now.claim().operator())
                    .containsEntry("since", now.claim().since().toString());
        }
    }

    @Test
    void theSameCommandTwiceHasOneEffectAndOneAnswer() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        CommandEnvelope note = ani.envelope(new Command.AddNote(Ids.ofItem("sp4n", "r1"), "sudah ditelepon"), clock.instant());

        CommandAnswer first = ani.send(note);
        long head = server.store().head();
        CommandAnswer again = ani.send(note, note);

        assertThat(again.settled()).containsExactly(first.settled().getFirst(), first.settled().getFirst());
        assertThat(first.settled().getFirst().seq()).isEqualTo(head);
        assertThat(server.store().head()).isEqualTo(head);
    }

    @Test
    void aRefusalIsStoredAndBlocksNothing() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        UUID id = Ids.ofItem("sp4n", "r1");
        CommandEnvelope bad = ani.envelope(new Command.ClaimCase(UUID.randomUUID()), clock.instant());
        CommandEnvelope good = ani.envelope(new Command.ClaimCase(id), clock.instant());

        CommandAnswer answer = ani.send(bad, good);

        assertThat(answer.settled()).extracting(Settlement::status)
                .containsExactly(Settlement.Status.REFUSED, Settlement.Status.DONE);
        assertThat(answer.lastNumber()).isEqualTo(2);
        assertThat(ani.send(bad).settled().getFirst().code()).isEqualTo(Refusal.NOT_FOUND);
    }

    @Test
    void aNumberUsedForAnotherCommandMeansAClone() throws Exception {
        ani.deliver(List.of(Items.report("r1", "road")));
        UUID id = Ids.ofItem("sp4n", "r1");
        CommandEnvelope one = ani.envelope(new Command.ClaimCase(id), clock.instant());
        ani.send(one);
        CommandEnvelope other = new CommandEnvelope(
                UUID.randomUUID(), one.console(), one.number(), null, one.actor(), one.at(), one.heardAt(),
                new Command.AddNote(id, "dari kembaran"));
        CommandEnvelope next = new CommandEnvelope(
                UUID.randomUUID(), one.console(), one.number() + 1, null, one.actor(), one.at(), one.heardAt(),
                new Command.AddNote(id, "yang berikut"));

        CommandAnswer answer = ani.send(other, next);

        assertThat(answer.cloned()).isTrue();
        assertThat(answer.settled()).isEmpty();
        assertThat(answer.lastNumber()).isEqualTo(1);
    }

    @Test
    void numbersHaveNoGapsUnderManyWriters() throws Exception {
        int writers = 8;
        List<Callable<Integer>> tasks = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int n = w;
            tasks.add(() -> {
                for (int i = 0; i < 20; i++) {
                    ani.deliver(List.of(Items.report("w" + n + "-" + i, "road")));
                    budi.deliver(List.of(Items.report("same-" + i, "road")));
                }
                return n;
            });
        }
        try (var threads = Executors.newFixedThreadPool(writers)) {
            for (Future<Integer> f : threads.invokeAll(tasks)) {
                f.get();
            }
        }
        long head = server.store().head();
        List<Long> seqs = server.store().changes(0, head).stream().map(CentralStore.LogRow::seq).toList();
        assertThat(seqs).isEqualTo(LongStream.rangeClosed(1, head).boxed().toList());
        assertThat(ani.json("/v1/status").at("/counts/case").asInt()).isEqualTo(writers * 20 + 20);
    }
}
