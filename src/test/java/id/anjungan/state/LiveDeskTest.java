package id.anjungan.state;

import id.anjungan.domain.CaseQuery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Location;
import id.anjungan.domain.Message;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Refusal;
import id.anjungan.domain.Role;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.sync.FakeCentral;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the desk promises, over real SQLite files and real HTTP.
class LiveDeskTest {
    private static final CityProfile CITY = ProfileLoader.load("surabaya");
    private static final URI NOWHERE = URI.create("http://127.0.0.1:9/");

    @TempDir
    Path dir;

    private final FakeCentral central = new FakeCentral(CITY);
    private final List<LiveDesk> desks = new ArrayList<>();

    @AfterEach
    void close() {
        desks.forEach(LiveDesk::close);
        central.close();
    }

    private LiveDesk desk(String operator, URI server) {
        return desk(operator, server, InstantSource.system());
    }

    private LiveDesk desk(String operator, URI server, InstantSource machine) {
        LiveDesk d = LiveDesk.open(
                DeskConfig.of(dir.resolve(operator), server, operator, Role.OPERATOR, machine, "dibatalkan"));
        desks.add(d);
        return d;
    }

    private void shut(LiveDesk d) {
        d.close();
        desks.remove(d);
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(15)).until(condition);
    }

    private static Receipt act(LiveDesk d, Command c) {
        return d.submit(c).join();
    }

    private static QueueRow row(LiveDesk d, UUID id) {
        return d.queue().page().get().rows().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    private static boolean shows(LiveDesk d, UUID id) {
        return d.queue().page().get().rows().stream().anyMatch(r -> r.id().equals(id));
    }

    @Test
    void starts_with_nothing_while_the_server_is_away() {
        LiveDesk d = desk("ayu", NOWHERE);

        soon(() -> d.status().get().link() == DeskStatus.Link.OFFLINE);
        assertThat(d.queue().page().get().total()).isZero();
        assertThat(d.search("jalan", 10).join()).isEmpty();
        assertThat(act(d, new Command.ClaimCase(UUID.randomUUID())).decision())
                .isInstanceOfSatisfying(Decision.Refused.class, r -> assertThat(r.code()).isEqualTo(Refusal.NOT_FOUND));
        assertThat(d.status().get().waiting()).isZero();
    }

    @Test
    void shows_what_comes_in() {
        UUID road = central.report("WARGAKU", "JLN-RSK", null, "Lubang besar\n di  depan pasar", Location.of(-7.26, 112.74), "Siti", "0812");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, road));
        UUID fire = central.report("CC112", "KBK", null, "Kebakaran di gudang");

        soon(() -> shows(d, fire) && d.alarms().get().size() == 1);
        assertThat(d.queue().page().get().rows()).extracting(QueueRow::id).containsExactly(fire, road);
        soon(() -> row(d, road).title().equals("Lubang besar di depan pasar"));
        soon(() -> d.figures().get().open() == 2 && d.figures().get().emergenciesUnacknowledged() == 1);
        soon(() -> d.map().get().ids().size() == 1 && d.map().get().unplaced() == 1);
        assertThat(d.tiles().get()).filteredOn(t -> t.channel().equals("CC112")).singleElement()
                .satisfies(t -> assertThat(t.open()).isEqualTo(1));
        assertThat(d.profile().get().code()).isEqualTo("surabaya");
        assertThat(d.status().get().link()).isEqualTo(DeskStatus.Link.LIVE);
        assertThat(d.actor().name()).isEqualTo("Ayu Lestari");
    }

    @Test
    void an_action_is_shown_at_once_and_settled_by_the_server() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, id));
        d.select(id);

        assertThat(act(d, new Command.ClaimCase(id)).accepted()).isTrue();

        assertThat(row(d, id).claimedBy()).isEqualTo("ayu");
        soon(() -> !row(d, id).pending() && !row(d, id).claimProvisional());
        soon(() -> d.caseFile().get().map(f -> f.entries().size() == 2 && f.pending().isEmpty()).orElse(false));
        assertThat(central.executed).hasSize(1);
        assertThat(row(d, id).claimedBy()).isEqualTo("ayu");
    }

    @Test
    void acts_while_the_server_is_away_and_is_pushed_exactly_once() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, id));
        central.stop();
        soon(() -> d.status().get().link() == DeskStatus.Link.OFFLINE);

        assertThat(act(d, new Command.ClaimCase(id)).accepted()).isTrue();
        assertThat(act(d, new Command.HoldCase(id, 1, "menunggu alat")).accepted()).isTrue();
        assertThat(act(d, new Command.AddNote(id, "sudah ditelepon")).accepted()).isTrue();
        assertThat(row(d, id).state()).isEqualTo(CaseState.ON_HOLD);
        soon(() -> d.status().get().waiting() == 3);
        central.dropAnswers.set(1);
        central.failCommands.set(1);
        central.start();
        d.reconnect();

        soon(() -> d.status().get().waiting() == 0);
        assertThat(central.executed).extracting(e -> e.command().getClass().getSimpleName())
                .containsExactly("ClaimCase", "HoldCase", "AddNote");
        assertThat(central.entity(Case.class, id).state()).isEqualTo(CaseState.ON_HOLD);
        soon(() -> !row(d, id).pending());
    }

    @Test
    void what_was_acknowledged_survives_a_stop_before_it_was_sent() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, id));
        central.stop();
        act(d, new Command.ClaimCase(id));
        act(d, new Command.CloseCase(id, 1, Outcome.RESOLVED, "Sudah ditambal"));
        d.saveDraft(id, "sedang ditulis");
        shut(d);

        LiveDesk again = desk("ayu", central.uri());
        assertThat(again.status().get().waiting()).isEqualTo(2);
        assertThat(shows(again, id)).isFalse();
        assertThat(again.draft(id).join()).contains("sedang ditulis");
        central.start();

        soon(() -> again.status().get().waiting() == 0);
        assertThat(central.executed).hasSize(2);
        assertThat(central.entity(Case.class, id).state()).isEqualTo(CaseState.DONE);
    }

    @Test
    void two_desks_see_each_others_claims_and_the_loser_is_told_by_whom_and_when() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk ayu = desk("ayu", central.start());
        LiveDesk bima = desk("bima", central.uri());
        soon(() -> shows(ayu, id) && shows(bima, id));
        central.failCommands.set(1_000);
        act(bima, new Command.ClaimCase(id));
        act(bima, new Command.AddNote(id, "catatan saya"));
        central.failCommands.set(0);
        bima.reconnect();
        soon(() -> "bima".equals(row(ayu, id).claimedBy()));

        UUID other = central.report("WARGAKU", "JLN-RSK", null, "Lubang lain");
        soon(() -> shows(ayu, other) && shows(bima, other));
        act(ayu, new Command.ClaimCase(other));
        await().atMost(Duration.ofSeconds(1)).until(() -> "ayu".equals(row(bima, other).claimedBy()));
        assertThat(act(bima, new Command.ClaimCase(other)).decision())
                .isInstanceOfSatisfying(Decision.Refused.class, r -> {
                    assertThat(r.code()).isEqualTo(Refusal.CLAIMED_BY_OTHER);
                    assertThat(r.args()).containsEntry("by", "ayu").containsKey("since");
                });
    }

    @Test
    void of_two_who_claim_while_the_server_is_away_one_wins_and_the_other_is_told() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk ayu = desk("ayu", central.start());
        LiveDesk bima = desk("bima", central.uri());
        soon(() -> shows(ayu, id) && shows(bima, id));
        central.stop();
        act(ayu, new Command.ClaimCase(id));
        act(bima, new Command.ClaimCase(id));
        central.start();
        ayu.reconnect();
        bima.reconnect();

        soon(() -> bima.status().get().waiting() == 0 && ayu.status().get().waiting() == 0);
        Claim holder = central.entity(Case.class, id).claim();
        assertThat(holder).isNotNull();
        String winner = holder.operator();
        soon(() -> winner.equals(row(bima, id).claimedBy()) && winner.equals(row(ayu, id).claimedBy()));
        LiveDesk loser = winner.equals("ayu") ? bima : ayu;
        soon(() -> loser.refused().get().size() == 1);
        assertThat(loser.refused().get().getFirst().why().args()).containsEntry("by", winner).containsKey("since");
        assertThat((winner.equals("ayu") ? ayu : bima).refused().get()).isEmpty();
    }

    @Test
    void a_refusal_rolls_back_and_keeps_the_text() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk d = desk("bima", central.start());
        soon(() -> shows(d, id));
        central.stop();
        act(d, new Command.ClaimCase(id));
        act(d, new Command.AnswerCase(id, 1, "Kami segera datang"));
        assertThat(row(d, id).claimedBy()).isEqualTo("bima");
        claimedByOther(id);
        central.start();
        d.reconnect();

        soon(() -> d.refused().get().size() == 2);
        soon(() -> "ayu".equals(row(d, id).claimedBy()) && !row(d, id).pending());
        RefusedAction answer = d.refused().get().getFirst();
        assertThat(answer.command()).isEqualTo(new Command.AnswerCase(id, 1, "Kami segera datang"));
        assertThat(answer.caseNumber()).isEqualTo("T-00001");
        assertThat(d.refused().get()).allSatisfy(r -> assertThat(r.why().args()).containsEntry("by", "ayu").containsKey("since"));
        assertThat(d.status().get().waiting()).isZero();

        d.dismissRefused(answer.commandId());
        soon(() -> d.refused().get().size() == 1);
    }

    @Test
    void a_snapshot_cut_off_goes_on_where_it_was() {
        for (int i = 0; i < 40; i++) {
            central.report("WARGAKU", "JLN-RSK", null, "Lubang nomor " + i);
        }
        central.pageRows = 10;
        central.cutSnapshotAfter = 25;
        LiveDesk d = desk("ayu", central.start());
        soon(() -> central.streamQueries.size() >= 2);
        central.cutSnapshotAfter = Integer.MAX_VALUE;

        soon(() -> d.status().get().link() == DeskStatus.Link.LIVE && d.queue().page().get().total() == 40);
        assertThat(central.streamQueries.get(1)).contains("snapshot=20").contains("s0=");
        soon(() -> d.search("lubang nomor 7", 5).join().size() == 1);
    }

    @Test
    void a_server_restored_from_a_backup_gets_what_it_has_lost() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        UUID lost = central.report("WARGAKU", "JLN-RSK", null, "Kemudian");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, id) && shows(d, lost));
        List<id.anjungan.domain.Entity> backup =
                central.all().stream().filter(e -> !e.id().equals(lost)).toList();
        act(d, new Command.ClaimCase(id));
        act(d, new Command.AddNote(id, "penting"));
        soon(() -> d.status().get().waiting() == 0 && !row(d, id).pending());
        assertThat(central.executed).hasSize(2);

        central.stop();
        central.restore(backup);
        central.start();
        d.reconnect();

        soon(() -> central.executed.size() == 4 && d.status().get().waiting() == 0);
        assertThat(central.executed.get(2).id()).isEqualTo(central.executed.get(0).id());
        assertThat(central.executed.get(2).console()).isNotEqualTo(central.executed.get(0).console());
        soon(() -> "ayu".equals(row(d, id).claimedBy()) && !row(d, id).pending() && !shows(d, lost));
        assertThat(d.figures().get().open()).isEqualTo(1);
    }

    @Test
    void a_cloned_console_takes_a_new_identity_and_loses_nothing() throws java.io.IOException {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, id));
        shut(d);
        java.nio.file.Files.createDirectories(dir.resolve("copy"));
        try (var files = java.nio.file.Files.list(dir.resolve("ayu"))) {
            for (Path f : files.toList()) {
                java.nio.file.Files.copy(f, dir.resolve("copy").resolve(f.getFileName()));
            }
        }
        LiveDesk first = desk("ayu", central.uri());
        act(first, new Command.AddNote(id, "dari yang asli"));
        soon(() -> first.status().get().waiting() == 0);
        LiveDesk copy = LiveDesk.open(DeskConfig.of(
                dir.resolve("copy"), central.uri(), "ayu", Role.OPERATOR, InstantSource.system(), "dibatalkan"));
        desks.add(copy);
        act(copy, new Command.AddNote(id, "dari salinan"));

        soon(() -> copy.status().get().waiting() == 0);
        assertThat(central.executed).hasSize(2);
        assertThat(central.executed.get(1).console()).isNotEqualTo(central.executed.get(0).console());
    }

    @Test
    void what_is_being_read_does_not_move() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(central.report("WARGAKU", "JLN-RSK", null, "Lubang " + i));
        }
        LiveDesk d = desk("ayu", central.start());
        soon(() -> d.queue().page().get().total() == 5);
        List<UUID> order = d.queue().page().get().rows().stream().map(QueueRow::id).toList();
        d.queue().hold(true);
        // An action is answered once the projections were computed, and with them the order that is held.
        act(d, new Command.ClaimCase(ids.get(2)));
        UUID later = central.report("WARGAKU", "JLN-RSK", null, "Lubang lagi");

        soon(() -> d.queue().page().get().arrived() == 1);
        assertThat(d.queue().page().get().rows()).extracting(QueueRow::id).isEqualTo(order);
        assertThat(row(d, ids.get(2)).claimedBy()).isEqualTo("ayu");

        d.queue().showArrived();
        soon(() -> shows(d, later) && d.queue().page().get().arrived() == 0);
    }

    @Test
    void an_emergency_nobody_has_acknowledged_comes_into_a_held_order_at_once() {
        UUID road = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        UUID first = central.report("CC112", "KBK", null, "Kebakaran pertama");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> d.queue().page().get().total() == 2);
        d.queue().hold(true);
        act(d, new Command.AddNote(road, "dicek"));
        UUID second = central.report("CC112", "KBK", null, "Kebakaran kedua");

        soon(() -> d.queue().page().get().rows().stream().map(QueueRow::id).toList().equals(List.of(first, second, road)));
        assertThat(d.queue().page().get().arrived()).isZero();
        soon(() -> d.alarms().get().size() == 2);
        act(d, new Command.AcknowledgeCase(first));
        assertThat(d.queue().page().get().rows()).extracting(QueueRow::id).containsExactly(first, second, road);
    }

    @Test
    void a_case_that_is_closed_keeps_its_place_until_the_order_is_taken_in() {
        for (int i = 0; i < 3; i++) {
            central.report("WARGAKU", "JLN-RSK", null, "Lubang " + i);
        }
        LiveDesk d = desk("ayu", central.start());
        soon(() -> d.queue().page().get().total() == 3);
        d.queue().hold(true);
        UUID second = d.queue().page().get().rows().get(1).id();
        act(d, new Command.ClaimCase(second));
        act(d, new Command.CloseCase(second, 1, Outcome.RESOLVED, null));
        assertThat(d.queue().page().get().rows().get(1).state().open()).isFalse();
        d.queue().showArrived();
        soon(() -> d.queue().page().get().total() == 2);
    }

    @Test
    void what_arrives_is_counted_by_its_words_too() {
        UUID lamp = central.report("WARGAKU", "PJU-PDM", null, "Lampu padam");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> d.search("padam", 5).join().size() == 1);
        d.queue().hold(true);
        d.queue().filter(QueueFilter.ALL.withText("padam"));
        soon(() -> d.queue().page().get().filter().text().equals("padam") && shows(d, lamp));
        central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        UUID other = central.report("WARGAKU", "PJU-PDM", null, "Padam satu gang");
        soon(() -> d.queue().page().get().arrived() == 1);
        d.queue().showArrived();
        soon(() -> d.queue().page().get().total() == 2 && shows(d, other));
    }

    @Test
    void the_queue_filters_and_counts() {
        UUID road = central.report("WARGAKU", "JLN-RSK", null, "Lubang di jalan");
        UUID lamp = central.report("SP4N", "PJU-PDM", null, "Lampu padam");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> d.queue().page().get().total() == 2);
        act(d, new Command.ClaimCase(lamp));

        d.queue().filter(QueueFilter.ALL.with(Facet.MINE));
        soon(() -> d.queue().page().get().total() == 1 && shows(d, lamp));
        assertThat(d.queue().page().get().countMine()).isEqualTo(1);
        assertThat(d.queue().page().get().countUnclaimed()).isEqualTo(1);
        d.queue().filter(QueueFilter.ALL.with(Facet.channel("WARGAKU")));
        soon(() -> d.queue().page().get().total() == 1 && shows(d, road));
        d.queue().filter(QueueFilter.ALL.withText("lamp pad"));
        soon(() -> d.queue().page().get().total() == 1 && shows(d, lamp));
        act(d, new Command.DisposeCase(lamp, 1, List.of("DISHUB"), null));
        d.queue().filter(QueueFilter.ALL.with(Facet.agency("DISHUB")).with(Facet.MINE));
        soon(() -> d.queue().page().get().total() == 1 && row(d, lamp).agencies().equals(List.of("DISHUB")));
        d.queue().filter(QueueFilter.ALL);
        soon(() -> road.equals(d.queue().page().get().worstUnclaimed()));
    }

    @Test
    void an_action_is_taken_back_and_an_answer_too_while_it_is_held() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, id));
        d.select(id);
        act(d, new Command.ClaimCase(id));
        act(d, new Command.CloseCase(id, 1, Outcome.RESOLVED, "Sudah selesai"));
        assertThat(shows(d, id)).isFalse();

        assertThat(d.undo().join().orElseThrow().accepted()).isTrue();
        assertThat(row(d, id).claimedBy()).isEqualTo("ayu");
        soon(() -> d.caseFile().get().orElseThrow().messages().values().stream()
                .noneMatch(m -> m.kind() == Message.Kind.OUTBOUND && m.delivery() != Message.Delivery.CANCELLED));

        assertThat(d.undo().join().orElseThrow().accepted()).isTrue();
        assertThat(row(d, id).claimedBy()).isNull();
        assertThat(d.undo().join()).isEmpty();
        soon(() -> d.status().get().waiting() == 0);
        assertThat(d.refused().get()).isEmpty();
        assertThat(central.entity(Case.class, id).open()).isTrue();
    }

    @Test
    void a_search_finds_offline_by_operators_phone_and_address_and_the_next_one_ends_it() {
        UUID road = central.report(
                "WARGAKU", "JLN-RSK", null, "Lubang besar", new Location(-7.26, 112.74, "Jl. Mawar 4", "35.78.10", null), "Wati", "081234567841");
        UUID tree = central.report("SP4N", "PHN-TBG", null, "Pohon tumbang");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, road) && shows(d, tree));
        soon(() -> d.search("wati", 5).join().size() == 1);
        central.stop();
        soon(() -> d.status().get().link() == DeskStatus.Link.OFFLINE);

        SearchFound byPhone = d.find(CaseQuery.words("08123456784"), 7).join();
        assertThat(byPhone.cases()).extracting(QueueRow::id).containsExactly(road);
        assertThat(byPhone.people()).singleElement().satisfies(r -> {
            assertThat(r.person().name()).isEqualTo("Wati");
            assertThat(r.cases()).isEqualTo(1);
        });
        assertThat(d.find(CaseQuery.words("mawar"), 7).join().addresses()).containsExactly("Jl. Mawar 4");
        CaseQuery ofChannel = new CaseQuery(
                "", "", "", java.util.Set.of("SP4N"), java.util.Set.of(), java.util.Set.of(), java.util.Set.of(),
                java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), true, false);
        assertThat(d.find(ofChannel, 7).join().cases()).extracting(QueueRow::id).containsExactly(tree);

        List<java.util.concurrent.CompletableFuture<SearchFound>> typed = new ArrayList<>();
        for (String line : List.of("lu", "lub", "luba", "luban", "lubang")) {
            typed.add(d.find(CaseQuery.words(line), 7));
        }
        assertThat(typed.getLast().join().cases()).extracting(QueueRow::id).containsExactly(road);
        typed.forEach(t -> soon(t::isDone));
        assertThat(typed).allMatch(t -> t.isCancelled() || !t.isCompletedExceptionally());
    }

    @Test
    void an_answer_that_waits_here_is_taken_out_of_the_outbox_and_its_words_come_back() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, id));
        d.select(id);
        act(d, new Command.ClaimCase(id));
        soon(() -> d.status().get().waiting() == 0);
        central.stop();
        soon(() -> d.status().get().link() == DeskStatus.Link.OFFLINE);
        act(d, new Command.AnswerCase(id, 1, "Besok kami perbaiki"));
        soon(() -> d.caseFile().get().orElseThrow().messages().size() == 2);
        assertThat(d.status().get().waiting()).isEqualTo(1);

        assertThat(d.undo().join().orElseThrow().accepted()).isTrue();

        assertThat(d.status().get().waiting()).isZero();
        assertThat(d.caseFile().get().orElseThrow().messages()).hasSize(1);
        assertThat(d.draft(id).join()).contains("Besok kami perbaiki");
        assertThat(row(d, id).claimedBy()).isEqualTo("ayu");
        central.start();
        soon(() -> d.status().get().link() == DeskStatus.Link.LIVE);
        assertThat(central.executed).hasSize(1);
    }

    @Test
    void an_answer_something_was_built_on_is_taken_back_by_a_command() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, id));
        central.stop();
        soon(() -> d.status().get().link() == DeskStatus.Link.OFFLINE);
        act(d, new Command.AnswerCase(id, 0, "Besok kami perbaiki"));
        act(d, new Command.EscalateCase(id, 1, 2, "perlu keputusan"));

        assertThat(d.undo().join().orElseThrow().accepted()).isTrue();

        assertThat(d.status().get().waiting()).isEqualTo(3);
        assertThat(d.draft(id).join()).contains("Besok kami perbaiki");
    }

    @Test
    void many_are_done_as_one_in_portions_and_taken_back_as_one() {
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 2 * Acts.PORTION + 7; i++) {
            ids.add(central.report("WARGAKU", "JLN-RSK", null, "Lubang " + i));
        }
        LiveDesk d = desk("ayu", central.start());
        soon(() -> d.queue().page().get().total() == ids.size());
        act(d, new Command.ClaimCase(ids.getFirst()));
        List<Integer> progress = new java.util.concurrent.CopyOnWriteArrayList<>();

        List<Receipt> done = d.submitAll(ids.stream().map(Command.ClaimCase::new).toList(), progress::add).join();
        assertThat(done).hasSize(ids.size()).allMatch(Receipt::accepted);
        assertThat(progress).containsExactly(Acts.PORTION, 2 * Acts.PORTION, ids.size());
        assertThat(d.queue().page().get().countMine()).isEqualTo(ids.size());
        assertThat(d.cases(ids).join()).extracting(Case::id).isEqualTo(ids);

        assertThat(d.undo().join().orElseThrow().accepted()).isTrue();
        assertThat(d.queue().page().get().countMine()).as("the one before was not part of it").isEqualTo(1);
        soon(() -> d.status().get().waiting() == 0);
        assertThat(d.refused().get()).isEmpty();
    }

    @Test
    void a_desk_without_server_raises_its_own_alarms() {
        UUID id = central.report("WARGAKU", "KBK", null, "Kebakaran");
        LiveDesk first = desk("ayu", central.start());
        soon(() -> shows(first, id));
        central.stop();
        shut(first);
        LiveDesk later = desk("ayu", central.uri(), () -> Instant.now().plus(Duration.ofHours(9)));

        soon(() -> later.alarms().get().stream().anyMatch(a -> a.alarm().provisional()));
        AlarmRow alarm = later.alarms().get().stream()
                .filter(a -> a.alarm().provisional())
                .findFirst()
                .orElseThrow();
        assertThat(alarm.number()).isEqualTo("T-00001");
        assertThat(act(later, new Command.AcknowledgeAlarm(alarm.alarm().id(), id)).accepted()).isTrue();
        soon(() -> later.alarms().get().stream().noneMatch(a -> a.alarm().id().equals(alarm.alarm().id())));
    }

    @Test
    void silence_is_called_stale_and_a_skewed_clock_does_not_matter() {
        central.skew = Duration.ofDays(-30);
        LiveDesk d = desk("ayu", central.start());
        soon(() -> d.status().get().link() == DeskStatus.Link.LIVE);
        assertThat(Duration.between(d.now(), central.now()).abs()).isLessThan(Duration.ofSeconds(2));
        central.silent = true;

        soon(() -> d.status().get().link() == DeskStatus.Link.STALE);
        assertThat(d.status().get().age()).isGreaterThanOrEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void desks_see_who_else_looks_at_a_case() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk ayu = desk("ayu", central.start());
        LiveDesk bima = desk("bima", central.uri());
        soon(() -> shows(ayu, id) && shows(bima, id));
        ayu.select(id);
        bima.select(id);

        soon(() -> ayu.caseFile().get().map(f -> f.viewers().equals(List.of(new Viewer("bima", false)))).orElse(false));
        soon(() -> ayu.queue().page().get().viewers().equals(java.util.Map.of(id, List.of(new Viewer("bima", false)))));
        bima.saveDraft(id, "Sudah kami");
        soon(() -> ayu.caseFile().get().map(f -> f.viewers().equals(List.of(new Viewer("bima", true)))).orElse(false));
        assertThat(ayu.draft(id).join()).as("the words themselves stay where they are written").isEmpty();
    }

    @Test
    void what_leaves_the_desks_scope_leaves_the_screen() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> shows(d, id));
        central.withdraw(id);

        soon(() -> d.queue().page().get().total() == 0 && d.figures().get().open() == 0);
        assertThat(d.search("lubang", 5).join()).isEmpty();
    }

    private void claimedByOther(UUID id) {
        Case c = central.entity(Case.class, id);
        central.putDirectly(c.edit(Instant.now(), Instant.now()).claim(new Claim("ayu", 1, Instant.now(), false)).build());
    }
}
