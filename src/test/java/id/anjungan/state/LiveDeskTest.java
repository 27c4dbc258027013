package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Location;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Priority;
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
    void the_loser_of_a_race_is_told_and_its_effect_is_taken_back() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk bima = desk("bima", central.start());
        soon(() -> shows(bima, id));
        central.stop();
        act(bima, new Command.ClaimCase(id));
        act(bima, new Command.AnswerCase(id, 1, "Kami segera datang"));
        LiveDesk ayu = desk("ayu", central.uri());
        central.start();
        ayu.reconnect();
        soon(() -> shows(ayu, id) || bima.status().get().waiting() == 0);
        if (bima.status().get().waiting() > 0) {
            act(ayu, new Command.ClaimCase(id));
        }
        bima.reconnect();

        soon(() -> bima.status().get().waiting() == 0 && ayu.status().get().waiting() == 0);
        Claim holder = central.entity(Case.class, id).claim();
        assertThat(holder).isNotNull();
        soon(() -> holder.operator().equals(row(bima, id).claimedBy()) && holder.operator().equals(row(ayu, id).claimedBy()));
        int refused = ayu.refused().get().size() + bima.refused().get().size();
        assertThat(refused).isEqualTo(holder.operator().equals("ayu") ? 2 : refused);
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

    private void claimedByOther(UUID id) {
        Case c = central.entity(Case.class, id);
        central.putDirectly(c.edit(Instant.now(), Instant.now()).claim(new Claim("ayu", 1, Instant.now(), false)).build());
    }
}
