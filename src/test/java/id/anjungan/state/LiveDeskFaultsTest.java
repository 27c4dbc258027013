package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Refusal;
import id.anjungan.domain.Role;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Protocol;
import id.anjungan.sync.FakeCentral;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the desk promises when server, line or files misbehave, over real SQLite files and real HTTP.
class LiveDeskFaultsTest {
    private static final CityProfile CITY = ProfileLoader.load("surabaya");

    @TempDir
    Path dir;

    private final FakeCentral central = new FakeCentral(CITY);
    private final List<LiveDesk> desks = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    @AfterEach
    void close() {
        over.countDown();
        desks.forEach(LiveDesk::close);
        central.close();
    }

    private LiveDesk desk() {
        return desk(InstantSource.system());
    }

    private LiveDesk desk(InstantSource machine) {
        LiveDesk d = LiveDesk.open(
                DeskConfig.of(dir.resolve("ayu"), central.uri(), "ayu", Role.OPERATOR, machine, "dibatalkan"));
        desks.add(d);
        return d;
    }

    private void shut(LiveDesk d) {
        d.close();
        desks.remove(d);
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(30)).until(condition);
    }

    private static boolean live(LiveDesk d) {
        return d.status().get().link() == DeskStatus.Link.LIVE;
    }

    private static boolean shows(LiveDesk d, UUID id) {
        return d.queue().page().get().rows().stream().anyMatch(r -> r.id().equals(id));
    }

    private UUID report(String text) {
        return central.report("WARGAKU", "JLN-RSK", null, text);
    }

    private LiveDesk liveWith(UUID id) {
        central.start();
        LiveDesk d = desk();
        soon(() -> live(d) && shows(d, id));
        return d;
    }

    private static void answer(HttpExchange x, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        x.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        x.getResponseBody().write(bytes);
    }

    private String cached(String sql) throws SQLException {
        try (var c = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("ayu/cache.db"));
                var s = c.createStatement();
                var r = s.executeQuery(sql)) {
            return r.next() ? String.valueOf(r.getString(1)) : "";
        }
    }

    // ---- the stream

    @Test
    void a_snapshot_goes_on_where_it_was_after_the_desk_was_closed_in_the_middle() {
        for (int i = 0; i < 60; i++) {
            report("Lubang nomor " + i);
        }
        central.pageRows = 10;
        central.cutSnapshotAfter = 35;
        central.start();
        LiveDesk first = desk();
        soon(() -> central.streamQueries.stream().anyMatch(q -> q.contains("snapshot=")));
        shut(first);
        int before = central.streamQueries.size();
        central.cutSnapshotAfter = Integer.MAX_VALUE;

        LiveDesk d = desk();
        soon(() -> live(d) && d.queue().page().get().total() == 60);
        assertThat(central.streamQueries.get(before)).contains("snapshot=").contains("s0=");
    }

    @Test
    void a_server_that_has_lost_its_newest_part_is_believed() {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        UUID gone = report("Sesudah itu");
        soon(() -> shows(d, gone));
        central.stop();
        central.setBack();
        Case c = central.entity(Case.class, id);
        central.putDirectly(c.edit(Instant.now(), Instant.now()).level(3).build());
        central.start();
        d.reconnect();

        soon(() -> "null".equals(central.streamQueries.getLast()) && live(d));
        soon(() -> d.queue().page().get().rows().stream().anyMatch(r -> r.id().equals(id) && r.level() == 3));
    }

    @Test
    void fields_this_version_does_not_know_survive_an_action_and_its_withdrawal() throws SQLException {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        String body = Json.write(central.entity(Case.class, id));
        central.raw("case", id, body.substring(0, body.length() - 1) + ",\"ofTheFuture\":{\"a\":[1,2]}}");
        String read = "SELECT body FROM entity WHERE id=x'" + id.toString().replace("-", "") + "'";
        soon(() -> cached(read).contains("\"ofTheFuture\":{\"a\":[1,2]}"));
        central.stop();
        soon(() -> !live(d));
        UUID command = d.submit(new Command.ClaimCase(id)).join().commandId();
        assertThat(cached("SELECT body FROM base WHERE body IS NOT NULL")).contains("\"ofTheFuture\":{\"a\":[1,2]}");

        assertThat(act(() -> d.cancelWaiting(command).join())).isEqualTo(WaitingResult.Outcome.DONE);
        assertThat(cached(read)).contains("\"ofTheFuture\":{\"a\":[1,2]}").doesNotContain("ayu");
    }

    @Test
    void what_cannot_be_read_is_set_aside_and_counted_and_the_stream_goes_on() {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        central.raw("case", UUID.randomUUID(), "{\"state\":\"OF_THE_FUTURE\"}");
        central.raw("case", UUID.randomUUID(), "{\"broken\":");
        UUID later = report("Sesudahnya");

        soon(() -> shows(d, later));
        soon(() -> d.status().get().setAside() == 2);
        assertThat(live(d)).isTrue();
        shut(d);
        LiveDesk again = desk();
        soon(() -> again.status().get().setAside() == 2);
    }

    @Test
    void a_server_of_the_version_before_is_spoken_with() {
        central.protocol = Protocol.VERSION - 1;
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        d.submit(new Command.ClaimCase(id)).join();
        soon(() -> d.status().get().waiting() == 0);
        assertThat(central.spoken).as("this desk speaks the server's version").isEqualTo(Protocol.VERSION - 1);
    }

    @Test
    void a_desk_too_old_for_its_server_says_so_works_on_and_sends_after_the_update() {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        // While it is live: what is sent now meets a server that no longer speaks with it.
        central.protocol = Protocol.VERSION + 2;
        d.submit(new Command.ClaimCase(id)).join();
        soon(() -> DeskStatus.OUTDATED.equals(d.status().get().problem()));
        assertThat(d.status().get().waiting()).isEqualTo(1);
        assertThat(central.executed).isEmpty();
        central.protocol = Protocol.VERSION;
        d.reconnect();
        soon(() -> d.status().get().waiting() == 0 && central.executed.size() == 1);
    }

    @Test
    void a_stream_that_drips_without_a_line_is_dropped_and_opened_anew() {
        UUID id = report("Lubang");
        central.start();
        central.streamFaults.add(x -> {
            x.sendResponseHeaders(200, 0);
            OutputStream out = x.getResponseBody();
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                out.write('{');
                out.flush();
            }
        });
        LiveDesk d = desk();
        soon(() -> shows(d, id));
    }

    @Test
    void nobody_is_told_of_looks_that_no_server_could_take() {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        central.stop();
        soon(() -> !live(d));
        int before = central.ephemerals.get();
        for (int i = 0; i < 50; i++) {
            d.select(id);
        }
        d.select(null);
        central.start();
        d.reconnect();
        soon(() -> live(d));
        assertThat(central.ephemerals.get() - before).isZero();
    }

    // ---- pushing

    @Test
    void half_answers_garbage_and_silence_cost_time_and_nothing_else() {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        central.commandFaults.add(x -> answer(x, 200, "<html>maintenance</html>"));
        central.commandFaults.add(x -> {
            x.sendResponseHeaders(200, 1_000);
            x.getResponseBody().write("{\"epoch\":".getBytes(StandardCharsets.UTF_8));
            x.getResponseBody().flush();
        });
        central.commandFaults.add(x -> answer(x, 200, "{\"settled\":null}"));
        central.commandFaults.add(x -> answer(x, 500, ""));
        d.submit(new Command.AddNote(id, "sekali saja")).join();

        soon(() -> d.status().get().waiting() == 0);
        assertThat(central.executed).hasSize(1);
        assertThat(d.refused().get()).isEmpty();
    }

    @Test
    void an_answer_that_drips_for_ever_is_given_up() {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        central.commandFaults.add(x -> {
            x.sendResponseHeaders(200, 0);
            while (!over.await(100, TimeUnit.MILLISECONDS)) {
                x.getResponseBody().write(' ');
                x.getResponseBody().flush();
            }
        });
        d.submit(new Command.AddNote(id, "sekali saja")).join();
        soon(() -> d.status().get().waiting() == 0);
        assertThat(central.executed).hasSize(1);
    }

    @Test
    void a_refusal_with_a_reason_of_the_future_is_still_a_refusal() {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        central.commandFaults.add(x -> {
            var sent = Json.mapper().readTree(x.getRequestBody()).get(0);
            answer(x, 200, "{\"epoch\":\"" + UUID.randomUUID() + "\",\"settled\":[{\"id\":\"" + sent.get("id").asText()
                    + "\",\"number\":1,\"status\":\"REFUSED\",\"seq\":0,\"code\":\"TOO_LATE_IN_THE_DAY\",\"args\":{}}],\"lastNumber\":1,\"cloned\":false}");
        });
        d.submit(new Command.AddNote(id, "catatan")).join();
        soon(() -> d.refused().get().size() == 1);
        assertThat(d.refused().get().getFirst().why().code()).isEqualTo(Refusal.INTERNAL);
        assertThat(d.status().get().waiting()).isZero();
    }

    @Test
    void a_server_that_asks_for_time_gets_it_however_much_is_done_meanwhile() {
        waitsAsAsked("2");
    }

    @Test
    void a_server_that_names_a_date_is_called_then() {
        Instant until = Instant.now().plusSeconds(3);
        waitsAsAsked(DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC).format(until));
    }

    private void waitsAsAsked(String retryAfter) {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        CountDownLatch asked = new CountDownLatch(1);
        central.commandFaults.add(x -> {
            x.getResponseHeaders().add("Retry-After", retryAfter);
            x.sendResponseHeaders(429, -1);
            asked.countDown();
        });
        d.submit(new Command.AddNote(id, "satu")).join();
        soon(() -> asked.getCount() == 0);
        long from = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            d.submit(new Command.AddNote(id, "lagi " + i)).join();
        }
        soon(() -> d.status().get().waiting() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isBetween(Duration.ofMillis(900), Duration.ofSeconds(12));
        assertThat(central.executed).hasSize(21);
    }

    // ---- what waits

    @Test
    void what_waits_is_listed_changed_and_taken_back_as_long_as_it_was_not_sent() {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        try (var _ = d.waiting().subscribe(w -> {})) {
            central.stop();
            soon(() -> !live(d));
            UUID claim = d.submit(new Command.ClaimCase(id)).join().commandId();
            UUID hold = d.submit(new Command.HoldCase(id, 1, "menunggu")).join().commandId();
            UUID note = d.submit(new Command.AddNote(id, "salah ketik")).join().commandId();
            soon(() -> d.waiting().get().size() == 3);
            assertThat(d.waiting().get()).extracting(WaitingAction::commandId).containsExactly(claim, hold, note);
            assertThat(d.waiting().get()).allSatisfy(w -> assertThat(w.caseNumber()).isEqualTo("T-00001"));

            assertThat(act(() -> d.editWaiting(note, new Command.AddNote(id, "sudah benar")).join())).isEqualTo(WaitingResult.Outcome.DONE);
            assertThat(act(() -> d.editWaiting(note, new Command.AddNote(id, "")).join())).isEqualTo(WaitingResult.Outcome.REFUSED);
            assertThat(act(() -> d.cancelWaiting(hold).join())).isEqualTo(WaitingResult.Outcome.DONE);
            assertThat(d.cancelWaiting(hold).join().outcome()).isEqualTo(WaitingResult.Outcome.GONE);
            soon(() -> d.waiting().get().size() == 2);
        }
        central.start();
        d.reconnect();
        soon(() -> d.status().get().waiting() == 0);
        assertThat(central.executed).extracting(e -> e.command())
                .containsExactly(new Command.ClaimCase(id), new Command.AddNote(id, "sudah benar"));
        assertThat(d.refused().get()).isEmpty();
    }

    /// An attempt to send may be under way at any moment; only for that moment is the answer "sent".
    private static WaitingResult.Outcome act(Callable<WaitingResult> change) {
        return await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(20))
                .until(() -> change.call().outcome(), o -> o != WaitingResult.Outcome.SENT);
    }

    @Test
    void what_was_sent_without_an_answer_can_no_longer_be_taken_back() {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        central.commandFaults.add(x -> over.await(3, TimeUnit.SECONDS));
        UUID note = d.submit(new Command.AddNote(id, "di jalan")).join().commandId();
        soon(() -> central.commandFaults.isEmpty());
        assertThat(d.cancelWaiting(note).join().outcome()).isEqualTo(WaitingResult.Outcome.SENT);
        assertThat(d.editWaiting(note, new Command.AddNote(id, "lain")).join().outcome())
                .isEqualTo(WaitingResult.Outcome.SENT);
        soon(() -> d.status().get().waiting() == 0);
        assertThat(central.executed).hasSize(1);
    }

    @Test
    void a_refused_action_is_changed_and_sent_again() {
        UUID id = report("Lubang");
        LiveDesk d = liveWith(id);
        central.commandFaults.add(x -> {
            var sent = Json.mapper().readTree(x.getRequestBody()).get(0);
            answer(x, 200, "{\"epoch\":\"" + UUID.randomUUID() + "\",\"settled\":[{\"id\":\"" + sent.get("id").asText()
                    + "\",\"number\":1,\"status\":\"REFUSED\",\"seq\":0,\"code\":\"TEXT_TOO_LONG\",\"args\":{}}],\"lastNumber\":1,\"cloned\":false}");
        });
        d.submit(new Command.AddNote(id, "terlalu panjang")).join();
        soon(() -> d.refused().get().size() == 1);
        RefusedAction r = d.refused().get().getFirst();
        assertThat(r.command()).isEqualTo(new Command.AddNote(id, "terlalu panjang"));
        d.submit(new Command.AddNote(id, "pendek")).join();
        d.dismissRefused(r.commandId());
        soon(() -> d.refused().get().isEmpty() && central.executed.size() == 1);
        assertThat(central.executed.getFirst().command()).isEqualTo(new Command.AddNote(id, "pendek"));
    }

    // ---- the files

    @Test
    void a_damaged_cache_is_kept_aside_and_filled_again_and_the_operator_is_told() throws IOException {
        UUID id = report("Lubang");
        LiveDesk first = liveWith(id);
        central.commandFaults.add(x -> answer(x, 503, ""));
        first.submit(new Command.AddNote(id, "belum terkirim")).join();
        shut(first);
        overwrite(dir.resolve("ayu/cache.db"), 0, 200);

        LiveDesk d = desk();
        soon(() -> live(d) && shows(d, id) && d.status().get().waiting() == 0);
        soon(() -> d.notes().get().size() == 1);
        FileNote told = d.notes().get().getFirst();
        assertThat(told.code()).isEqualTo("cache-rebuilt");
        assertThat(dir.resolve("ayu").resolve(told.args().get("file"))).exists();
        assertThat(central.executed).hasSize(1);
        d.dismissNote(told.number());
        soon(() -> d.notes().get().isEmpty());
    }

    @Test
    void a_cache_damaged_while_it_is_used_is_filled_again_without_a_restart() throws IOException {
        UUID id = report("Lubang");
        for (int i = 0; i < 800; i++) {
            report("Lubang lain nomor " + i + " di jalan yang panjang sekali namanya");
        }
        LiveDesk first = liveWith(id);
        soon(() -> first.figures().get().open() == 801);
        shut(first);
        // Behind the pages that the check at start reads last nothing is sound any more once the desk runs.
        LiveDesk d = desk();
        soon(() -> live(d) && d.figures().get().open() == 801);
        Path cache = dir.resolve("ayu/cache.db");
        overwrite(cache, 3 * 4096L, (int) (Files.size(cache) - 3 * 4096L));
        central.putDirectly(central.entity(Case.class, id).edit(Instant.now(), Instant.now()).level(2).build());
        for (int i = 0; i < 300; i++) {
            report("Banjir " + i);
        }

        soon(() -> {
            var _ = d.search("banjir " + (int) (System.nanoTime() % 300), 5);
            var _ = d.search("lubang lain nomor " + (int) (System.nanoTime() % 800), 5);
            return d.notes().get().stream().anyMatch(n -> n.code().equals("cache-rebuilt"));
        });
        soon(() -> live(d) && d.figures().get().open() == 1_101);
        soon(() -> d.search("banjir 299", 5).join().size() == 1);
    }

    private static void overwrite(Path file, long from, int n) throws IOException {
        byte[] noise = new byte[n];
        new java.util.Random(7).nextBytes(noise);
        try (RandomAccessFile f = new RandomAccessFile(file.toFile(), "rw")) {
            f.seek(from);
            f.write(noise);
        }
    }

    @Test
    void cases_closed_long_ago_leave_the_desk_and_search_says_from_when_it_knows() {
        UUID id = report("Lubang lama");
        UUID open = report("Lubang terbuka");
        LiveDesk first = liveWith(id);
        first.submit(new Command.ClaimCase(id)).join();
        first.submit(new Command.CloseCase(id, 1, Outcome.RESOLVED, null)).join();
        soon(() -> first.status().get().waiting() == 0 && first.search("lubang", 5).join().size() == 2);
        shut(first);
        central.stop();

        LiveDesk d = desk(() -> Instant.now().plus(CITY.keepClosed()).plus(Duration.ofDays(1)));
        soon(() -> d.search("lubang", 5).join().size() == 1);
        assertThat(d.search("lubang", 5).join().getFirst().id()).isEqualTo(open);
        assertThat(d.closedSince().orElseThrow()).isBetween(Instant.now(), Instant.now().plus(Duration.ofDays(2)));
        assertThat(d.submit(new Command.ClaimCase(id)).join().decision()).isInstanceOf(Decision.Refused.class);
    }
}
