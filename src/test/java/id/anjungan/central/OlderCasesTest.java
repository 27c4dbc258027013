package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Outcome;
import id.anjungan.protocol.CaseRecord;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.OlderCases;
import id.anjungan.protocol.Protocol;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Closed cases are found on the server, each asker's by what that asker may see; on both databases.
@Timeout(60)
class OlderCasesTest {
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

    private static UUID id(String source) {
        return Ids.ofItem("sp4n", source);
    }

    private static void closed(Desk ani, String source, String answer) throws Exception {
        ani.give(new Command.ClaimCase(id(source)));
        long fencing = ani.caseNow(id(source)).fencing();
        ani.give(new Command.CloseCase(id(source), fencing, Outcome.RESOLVED, answer));
    }

    private static List<UUID> found(Desk by, String words) throws Exception {
        String body = by.get(Protocol.CASES + "?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8)).body();
        return Json.read(body, OlderCases.class).cases().stream().map(f -> f.c().id()).toList();
    }

    private void both(CentralConfig config) throws Exception {
        try (CentralServer server = CentralServer.start(config);
                Desk ani = Desk.of(server, TestCity.ANI);
                Desk west = Desk.of(server, TestCity.WEST);
                Desk wall = Desk.of(server, TestCity.WALL)) {
            ani.deliver(List.of(
                    Items.report("sp4n", "east", "road", -7.25, 112.80), Items.report("sp4n", "west", "road", -7.25, 112.70),
                    Items.report("open", "road"), Items.report("abuse", "abuse")));
            closed(ani, "east", "Sudah diaspal kemarin");
            closed(ani, "west", "Selesai, 100% aman");
            closed(ani, "abuse", "Ditangani dp3a");
            words(ani, west);
            hidden(ani, west, wall);
            one(ani, west);
        }
    }

    private void words(Desk ani, Desk west) throws Exception {
        assertThat(found(ani, "diaspal")).containsExactly(id("east"));
        assertThat(found(ani, "DIASP lubang")).as("words begin words, in whatever case").containsExactly(id("east"));
        assertThat(found(ani, "aspal")).as("not in the middle of one").isEmpty();
        assertThat(found(ani, "%")).as("no word").isEmpty();
        String number = ani.caseNow(id("east")).number();
        assertThat(found(ani, number)).containsExactly(id("east"));
        for (String phone : List.of("081234500099", "+62 812 3450 0099", "0812-3450-00", "62812345")) {
            assertThat(found(ani, phone)).as(phone).contains(id("east"), id("west")).doesNotContain(id("open"));
        }
        assertThat(found(ani, "siti diaspal")).containsExactly(id("east"));
        JsonNode before = ani.json(Protocol.CASES + "?q=lubang&closedBefore=" + clock.instant().minusSeconds(60));
        assertThat(before.path("cases")).isEmpty();
        assertThat(ani.json(Protocol.CASES + "?q=lubang&limit=1").path("complete").asBoolean()).isFalse();
        assertThat(ani.get(Protocol.CASES).statusCode()).isEqualTo(400);
        assertThat(ani.get(Protocol.CASES + "?q=x&closedBefore=kemarin").statusCode()).isEqualTo(400);
        assertThat(found(west, "lubang")).as("the west desk's area only").contains(id("west")).doesNotContain(id("east"));
    }

    /// What may not be seen may not be found by either.
    private static void hidden(Desk ani, Desk west, Desk wall) throws Exception {
        assertThat(found(wall, "lubang")).isEmpty();
        assertThat(found(wall, "081234500099")).isEmpty();
        assertThat(TestCity.ANI.may(id.anjungan.domain.Right.SEE_SENSITIVE))
                .isEqualTo(found(ani, "ditangani").contains(id("abuse")));
        assertThat(west.get(Protocol.CASES + "/" + id("east")).statusCode()).isEqualTo(404);
    }

    private static void one(Desk ani, Desk west) throws Exception {
        CaseRecord east = Json.read(ani.get(Protocol.CASES + "/" + id("east")).body(), CaseRecord.class);
        assertThat(east.c()).isEqualTo(ani.caseNow(id("east")));
        assertThat(east.messages()).extracting(m -> m.body()).contains("Sudah diaspal kemarin");
        assertThat(east.entries()).extracting(e -> e.code()).startsWith("received").contains("claimed", "closed");
        assertThat(east.person()).isNotNull();
        assertThat(west.get(Protocol.CASES + "/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(west.get(Protocol.CASES + "/1").statusCode()).isEqualTo(400);
    }
}
