package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Right;
import id.anjungan.domain.Role;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.protocol.Settlement;
import id.anjungan.protocol.StreamQuery;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The profile changes: what an operator may see, and what every desk is told of it.
@Timeout(60)
class ChangedCityTest {
    @TempDir
    Path dir;

    private final MovableClock clock = new MovableClock();

    /// The test city in another version, in which the operator of the west has another district.
    private static final class Edited extends TestCity {
        private final String version;
        private final String district;

        Edited(String version, String district) {
            this.version = version;
            this.district = district;
        }

        @Override
        public String document() {
            return "{\"city\":\"testville\",\"version\":\"" + version + "\"}";
        }

        @Override
        public Policy policy() {
            Policy p = super.policy();
            return new Policy(
                    p.city(), version, p.calendar(), p.channels(), p.categories(), p.agencies(), p.clocks(), p.escalation(),
                    p.limits());
        }

        @Override
        public List<Actor> operators() {
            return List.of(ANI, new Actor(
                    "west", "Wati", Role.OPERATOR, Right.of(Role.OPERATOR), Set.of(), Set.of(district)));
        }
    }

    private CentralServer start(Database database, City city) {
        return CentralServer.start(CentralConfig.of(city, database, clock));
    }

    @Test
    void changedRightsRestartTheSnapshotWithinTheSameEpoch() throws Exception {
        Database database = Database.file(dir.resolve("central.db"));
        Desk west;
        long cursor;
        try (CentralServer server = start(database, new Edited("1", "35.01"))) {
            west = Desk.of(server, TestCity.WEST);
            west.everything();
            west.close();
            cursor = server.store().head();
        }
        StreamQuery old = new StreamQuery(west.session.epoch(), cursor, null, 0);
        try (CentralServer server = start(database, new Edited("1", "35.02"));
                Desk same = Desk.with(server, west)) {
            try (Desk.Stream s = same.stream(old)) {
                assertThat(s.until(f -> f instanceof Frame.Resync))
                        .containsExactly(new Frame.Resync(west.session.epoch(), "rights"));
            }
            same.everything();
            try (Desk.Stream s = same.stream(old)) {
                assertThat(s.until(f -> f instanceof Frame.Through)).noneMatch(f -> f instanceof Frame.Resync);
            }
        }
    }

    @Test
    void aNewerProfileOnAnotherNodeReachesEveryDeskAndAnOlderNodeDoesNotTakeItBack() throws Exception {
        Database database = TestPostgres.fresh();
        try (CentralServer older = start(database, new Edited("2026.2", "35.01"));
                Desk ani = Desk.of(older, TestCity.ANI);
                Desk.Stream stream = ani.stream(StreamQuery.FRESH)) {
            stream.until(f -> f instanceof Frame.Through);
            try (CentralServer newer = start(database, new Edited("2026.10", "35.01"))) {
                assertThat(newer.migration()).isEqualTo(older.migration());
                stream.until(f -> f instanceof Frame.Change c && c.kind().equals("profile") && c.body().contains("2026.10"));
            }
        }
        try (CentralServer older = start(database, new Edited("2026.2", "35.01"))) {
            assertThat(older.store().row(Api.profileId()).orElseThrow().body()).contains("2026.10");
        }
    }

    /// Both nodes run; the older one is refused at the database, says so, keeps showing, and leaves the ticking to the other.
    @Test
    void aNodeThatWasStartedWithAnOlderProfileDecidesNothingMore() throws Exception {
        Database database = TestPostgres.fresh();
        UUID id = Ids.ofItem("sp4n", "r1");
        try (CentralServer older = start(database, new Edited("2026.2", "35.01"));
                Desk ani = Desk.of(older, TestCity.ANI)) {
            ani.deliver(List.of(Items.report("r1", "road")));
            assertThat(ani.give(new Command.ClaimCase(id)).code()).isNull();
            try (CentralServer newer = start(database, new Edited("2026.10", "35.01"));
                    Desk there = Desk.with(newer, ani)) {
                CommandEnvelope note = ani.envelope(new Command.AddNote(id, "catatan"), clock.instant());
                HttpResponse<String> refused = ani.post(Protocol.COMMANDS, Json.write(List.of(note)));
                assertThat(refused.statusCode()).isEqualTo(503);
                assertThat(refused.body()).contains("profile");
                assertThat(ani.json("/v1/status").path("outdated").asBoolean()).isTrue();
                assertThat(there.send(note).settled()).singleElement()
                        .matches(s -> s.status() == Settlement.Status.DONE);
                assertThat(there.json("/v1/status").path("outdated").asBoolean()).isFalse();
                assertThat(ani.caseNow(id).id()).as("reading goes on").isEqualTo(id);

                clock.advance(Duration.ofHours(1));
                older.tickNow();
                await().atMost(Duration.ofSeconds(20)).until(() -> {
                    newer.tickNow();
                    return there.caseNow(id).level() > 1;
                });
            }
        }
    }

    @Test
    void versionsAreComparedPartByPart() {
        assertThat(ProfileVersion.compare("2", "10")).isNegative();
        assertThat(ProfileVersion.compare("2026.2.1", "2026.2")).isPositive();
        assertThat(ProfileVersion.compare("2026-03", "2026.3")).isZero();
        assertThat(ProfileVersion.compare("a", "b")).isNegative();
        assertThat(ProfileVersion.newer("{\"version\":\"3+abc\"}", "{\"version\":\"3+def\"}")).isFalse();
        assertThat(ProfileVersion.newer("no document", "{\"version\":\"1\"}")).isFalse();
    }
}
