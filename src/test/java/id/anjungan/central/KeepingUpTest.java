package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decide;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
import id.anjungan.domain.Refusal;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.RowHash;
import id.anjungan.protocol.Settlement;
import id.anjungan.protocol.StreamQuery;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Desks that are behind, that compare what they hold, and that ask more than the server can do.
@Timeout(60)
class KeepingUpTest {
    @TempDir
    Path dir;

    private final MovableClock clock = new MovableClock();
    private final CountDownLatch free = new CountDownLatch(1);
    private volatile boolean stuck;
    private CentralServer server;
    private Desk ani;

    @BeforeEach
    void start() throws Exception {
        server = CentralServer.start(CentralConfig.of(new TestCity(), dir.resolve("central.db"), clock), (v, c, ctx) -> {
            if (stuck && c instanceof Command.AddNote) {
                try {
                    free.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return Decide.decide(v, c, ctx);
        });
        ani = Desk.of(server, TestCity.ANI);
        ani.deliver(List.of(Items.report("r1", "road"), Items.report("r2", "road"), Items.report("r3", "abuse")));
    }

    @AfterEach
    void stop() {
        free.countDown();
        ani.close();
        server.close();
    }

    private static UUID id(String source) {
        return Ids.ofItem("sp4n", source);
    }

    @Test
    void aCursorBelowTheCompactedLogTakesASnapshotAndOneAboveIsToldWhatLeft() throws Exception {
        try (Desk west = Desk.of(server, TestCity.WEST);
                Desk lead = Desk.of(server, TestCity.LEAD)) {
            west.everything();
            long before = server.store().head();
            lead.give(new Command.LocateCase(id("r1"), 0, new Location(-7.2, 112.8, null, "35.02", null), "salah tempat"));
            StreamQuery old = new StreamQuery(west.session.epoch(), before, null, 0);

            clock.advance(Duration.ofDays(29));
            server.tickNow();
            try (Desk.Stream s = west.stream(old)) {
                assertThat(s.until(f -> f instanceof Frame.Withdrawn w && w.id().equals(id("r1")))).isNotEmpty();
            }
            clock.advance(Duration.ofDays(31));
            server.tickNow();
            clock.advance(Duration.ofHours(2));
            server.tickNow();
            assertThat(server.store().floor()).isGreaterThan(before);
            try (Desk.Stream s = west.stream(old)) {
                assertThat(s.until(f -> f instanceof Frame.Resync))
                        .containsExactly(new Frame.Resync(west.session.epoch(), "compacted"));
            }
            assertThat(west.everything()).noneMatch(f -> f instanceof Frame.Change c && c.id().equals(id("r1")));
        }
    }

    /// What a desk holds, from the frames it has been sent.
    private static final class Held {
        final Map<UUID, Frame.Change> rows = new HashMap<>();

        void take(List<Frame> frames) {
            for (Frame f : frames) {
                switch (f) {
                    case Frame.Change c -> rows.put(c.id(), c);
                    case Frame.Withdrawn w -> rows.remove(w.id());
                    default -> {}
                }
            }
        }

        String hash(List<UUID> without) {
            RowHash hash = new RowHash();
            rows.values().stream().filter(c -> !without.contains(c.id())).forEach(c -> hash.add(c.id(), c.seq(), c.body()));
            return hash.text();
        }
    }

    @Test
    void aDeskThatHoldsWhatItShouldFindsTheSameNumberAlsoWhileTheCityGoesOn() throws Exception {
        for (var who : List.of(TestCity.ANI, TestCity.WEST, TestCity.WALL)) {
            try (Desk desk = Desk.of(server, who);
                    Desk.Stream stream = desk.stream(StreamQuery.FRESH)) {
                Held held = new Held();
                held.take(stream.until(f -> f instanceof Frame.Through));
                long cursor = server.store().head();
                ani.give(new Command.AddNote(id("r2"), "catatan"));
                ani.deliver(List.of(Items.report("later-" + who.id(), "road")));

                JsonNode answer = desk.json(Protocol.HASH + "?epoch=" + desk.session.epoch() + "&after=" + cursor);
                List<UUID> changed = new ArrayList<>();
                answer.path("changed").forEach(n -> changed.add(UUID.fromString(n.asText())));
                assertThat(answer.path("hash").asText()).as(who.id()).isEqualTo(held.hash(changed));
                assertThat(answer.path("rows").asInt()).isPositive();

                held.take(stream.until(f -> f instanceof Frame.Through t && t.seq() == server.store().head()));
                JsonNode now = desk.json(Protocol.HASH + "?epoch=" + desk.session.epoch() + "&after=" + server.store().head());
                assertThat(now.path("changed")).isEmpty();
                assertThat(now.path("hash").asText()).isEqualTo(held.hash(List.of()));
                assertThat(now.path("rows").asInt()).isEqualTo(held.rows.size());

                held.rows.remove(id("r2"));
                assertThat(now.path("hash").asText()).isNotEqualTo(held.hash(List.of()));
            }
        }
    }

    @Test
    void anotherEpochOrACursorOfTheFutureCannotBeCompared() throws Exception {
        assertThat(ani.get(Protocol.HASH + "?epoch=" + UUID.randomUUID() + "&after=1").statusCode()).isEqualTo(409);
        assertThat(ani.get(Protocol.HASH + "?epoch=" + ani.session.epoch() + "&after=999999").statusCode()).isEqualTo(409);
        assertThat(ani.get(Protocol.HASH + "?after=1").statusCode()).isEqualTo(400);
    }

    @Test
    void whoAsksMoreThanCanBeWrittenIsToldWhenToComeAgain() throws Exception {
        stuck = true;
        List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            CommandEnvelope[] batch = new CommandEnvelope[Commands.LARGEST_BATCH];
            for (int k = 0; k < batch.length; k++) {
                batch[k] = ani.envelope(new Command.AddNote(UUID.randomUUID(), "n"), clock.instant());
            }
            all.add(ani.http.sendAsync(
                    ani.request(Protocol.COMMANDS).POST(HttpRequest.BodyPublishers.ofString(Json.write(batch))).build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        HttpResponse<String> turnedAway = first(all).get();
        free.countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
        assertThat(turnedAway.statusCode()).isEqualTo(429);
        assertThat(turnedAway.headers().firstValue("Retry-After")).contains("1");
        assertThat(turnedAway.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
    }

    private static <T> CompletableFuture<T> first(List<CompletableFuture<T>> all) {
        CompletableFuture<T> done = new CompletableFuture<>();
        for (CompletableFuture<T> f : all) {
            var _ = f.thenAccept(done::complete);
        }
        return done;
    }

    @Test
    void aCaseIsHandedToNobodyWhomTheCityDoesNotKnow() throws Exception {
        ani.give(new Command.ClaimCase(id("r1")));
        long fencing = ani.caseNow(id("r1")).fencing();
        Settlement s = ani.give(new Command.HandOverCase(id("r1"), fencing, "nobody", null));
        assertThat(s.code()).isEqualTo(Refusal.UNKNOWN_CODE);
        assertThat(s.args()).containsEntry("what", "operator").containsEntry("code", "nobody");
        assertThat(ani.give(new Command.HandOverCase(id("r1"), fencing, "budi", null)).status())
                .isEqualTo(Settlement.Status.DONE);
    }

    @Test
    void aRowThatCannotBeReadIsLeftOutAndCounted() throws Exception {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("central.db"));
                var s = c.prepareStatement("UPDATE entity SET body = '{\"broken' WHERE id = ?")) {
            s.setBytes(1, Db.bytes(id("r1")));
            s.executeUpdate();
        }
        try (Desk wall = Desk.of(server, TestCity.WALL)) {
            assertThat(wall.everything())
                    .noneMatch(f -> f instanceof Frame.Change c && c.id().equals(id("r1")))
                    .anyMatch(f -> f instanceof Frame.Change c && c.id().equals(id("r2")));
            assertThat(wall.json(Protocol.STATUS).at("/counts/unreadable").asInt()).isOne();
        }
    }
}
