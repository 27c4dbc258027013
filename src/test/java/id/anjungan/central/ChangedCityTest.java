package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Right;
import id.anjungan.domain.Role;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.StreamQuery;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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
