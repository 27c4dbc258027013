package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Outcome;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.StreamQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A case that desks have let go of is opened again: all that is about it comes with it, on both databases.
@Timeout(60)
class ReopenedTest {
    private static final UUID ID = Ids.ofItem("sp4n", "old");

    @TempDir
    Path dir;

    private final MovableClock clock = new MovableClock();

    @Test
    void onSqlite() throws Exception {
        both(CentralConfig.of(new TestCity(), dir.resolve("central.db"), clock));
    }

    @Test
    void onPostgres() throws Exception {
        both(CentralConfig.of(new TestCity(), TestPostgres.fresh(), clock));
    }

    private void both(CentralConfig config) throws Exception {
        try (CentralServer server = CentralServer.start(config);
                Desk ani = Desk.of(server, TestCity.ANI)) {
            ani.deliver(List.of(Items.report("old", "road")));
            ani.give(new Command.ClaimCase(ID));
            close(ani);
            long soon = server.store().head();
            ani.give(new Command.ReopenCase(ID, "salah tutup"));
            assertThat(since(ani, soon)).as("no desk has let go of it yet").noneMatch(b -> b.contains(Items.MARKER));
            close(ani);

            clock.advance(Duration.ofDays(400));
            long late = server.store().head();
            Map<UUID, String> before = about(ani);
            assertThat(ani.give(new Command.ReopenCase(ID, "muncul lagi")).code()).isNull();
            assertThat(since(ani, late)).contains(before.values().toArray(String[]::new))
                    .anyMatch(b -> b.contains(Items.NAME)).anyMatch(b -> b.contains("muncul lagi"));
        }
    }

    private static void close(Desk ani) throws Exception {
        ani.give(new Command.CloseCase(ID, ani.caseNow(ID).fencing(), Outcome.RESOLVED, "Sudah diaspal"));
        assertThat(ani.caseNow(ID).open()).isFalse();
    }

    private static List<String> since(Desk ani, long after) throws Exception {
        StreamQuery from = new StreamQuery(ani.session.epoch(), after, null, 0);
        try (Desk.Stream s = ani.stream(from)) {
            long head = ani.json("/v1/status").path("head").asLong();
            return s.untilThrough(head).stream().filter(f -> f instanceof Frame.Change)
                    .map(f -> ((Frame.Change) f).body()).toList();
        }
    }

    /// Messages and the person; what a reopening itself changes (the case, its alarms) is not looked at.
    private static Map<UUID, String> about(Desk ani) throws Exception {
        return ani.everything().stream()
                .filter(f -> f instanceof Frame.Change c && List.of("message", "entry", "person").contains(c.kind()))
                .map(f -> (Frame.Change) f)
                .collect(Collectors.toMap(Frame.Change::id, Frame.Change::body));
    }
}
