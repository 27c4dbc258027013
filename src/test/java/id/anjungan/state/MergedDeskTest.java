package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Duplicates;
import id.anjungan.domain.Location;
import id.anjungan.domain.Message;
import id.anjungan.domain.Outcome;
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

/// Merged cases, tags, watching and reminders as a desk sees them, with its server and without.
class MergedDeskTest {
    private static final CityProfile CITY = ProfileLoader.load("surabaya");

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
        LiveDesk d = LiveDesk.open(
                DeskConfig.of(dir.resolve(operator), server, operator, Role.OPERATOR, InstantSource.system(), "dibatalkan"));
        desks.add(d);
        return d;
    }

    private static void soon(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10)).atMost(Duration.ofSeconds(15)).until(condition);
    }

    private static int total(LiveDesk d) {
        return d.queue().page().get().total();
    }

    /// Five calls about one fire, some metres apart.
    private List<UUID> fire() {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(central.report(
                    "CC112", "KBK", null, "Kebakaran gudang plastik, laporan " + i, Location.of(-7.26 + i * 0.0001, 112.74),
                    "Siti " + i, "081200000" + i));
        }
        return all;
    }

    private static CaseFile file(LiveDesk d) {
        return d.caseFile().get().orElseThrow();
    }

    private static List<Case> likely(LiveDesk d) {
        return d.cases(file(d).likely().stream().map(s -> s.row().id()).toList()).join();
    }

    private static void merge(LiveDesk d) {
        assertThat(d.submitAll(Merging.commands(file(d).c(), likely(d))).join()).allMatch(Receipt::accepted);
    }

    @Test
    void five_reports_of_one_fire_are_suggested_merged_as_one_and_taken_apart_by_one_undo_all_without_a_server() {
        List<UUID> fire = fire();
        UUID elsewhere = central.report("CC112", "KBK", null, "Kebakaran alang-alang", Location.of(-7.30, 112.70), "Ana", "0813");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> total(d) == 6);
        central.stop();
        soon(() -> d.status().get().link() == DeskStatus.Link.OFFLINE);
        d.select(fire.getFirst());
        soon(() -> d.caseFile().get().map(f -> f.likely().size() == 4).orElse(false));
        assertThat(file(d).likely()).extracting(s -> s.row().id()).doesNotContain(elsewhere).doesNotContain(fire.getFirst());
        Duplicates.Likely why = file(d).likely().getFirst().why();
        assertThat(why.sameCategory()).isTrue();
        assertThat(why.words()).contains("kebakaran", "gudang", "plastik");
        assertThat(why.metres().orElseThrow()).isLessThan(20);

        merge(d);
        soon(() -> total(d) == 2);
        assertThat(d.queue().page().get().rows()).filteredOn(r -> r.id().equals(fire.getFirst())).singleElement()
                .satisfies(r -> assertThat(r.merged()).isEqualTo(4));
        soon(() -> file(d).merged().size() == 4 && file(d).likely().isEmpty());

        d.undo().join();
        soon(() -> total(d) == 6);
        assertThat(file(d).c().duplicates()).isEmpty();
    }

    @Test
    void all_reporters_of_merged_cases_are_answered_when_the_main_case_is_closed() {
        List<UUID> fire = fire();
        LiveDesk d = desk("ayu", central.start());
        soon(() -> total(d) == 5);
        d.select(fire.getFirst());
        soon(() -> d.caseFile().get().map(f -> f.likely().size() == 4).orElse(false));
        merge(d);
        d.submit(new Command.CloseCase(fire.getFirst(), 0, Outcome.RESOLVED, "Api sudah padam, Siti 0.")).join();

        soon(() -> total(d) == 0 && d.status().get().waiting() == 0);
        assertThat(fire).allSatisfy(id -> {
            assertThat(central.entity(Case.class, id).open()).isFalse();
            assertThat(central.all()).filteredOn(e -> e instanceof Message m
                            && m.about().equals(id)
                            && m.kind() == Message.Kind.OUTBOUND)
                    .hasSize(1);
        });
    }

    @Test
    void merging_hides_no_deadline_and_what_is_taken_out_stands_for_itself_again() {
        UUID early = central.report("SP4N", "JLN-RSK", null, "Jalan berlubang");
        UUID late = central.report("WARGAKU", "JLN-RSK", null, "Jalan berlubang lagi");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> total(d) == 2);
        Instant of = due(d, early);
        Instant other = due(d, late);
        UUID sooner = of.isBefore(other) ? early : late;
        UUID later = sooner.equals(early) ? late : early;
        d.submit(new Command.MarkDuplicate(sooner, later)).join();
        soon(() -> total(d) == 1);
        assertThat(due(d, later)).isEqualTo(of.isBefore(other) ? of : other);
        d.submit(new Command.UnmarkDuplicate(sooner, later)).join();
        soon(() -> total(d) == 2);
        assertThat(due(d, later)).isEqualTo(of.isBefore(other) ? other : of);
    }

    private static Instant due(LiveDesk d, UUID id) {
        return java.util.Objects.requireNonNull(d.queue().page().get().rows().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow()
                .due());
    }

    @Test
    void a_more_urgent_case_is_never_put_under_a_smaller_one() {
        UUID small = central.report("WARGAKU", "JLN-RSK", null, "asap");
        UUID fire = central.report("CC112", "KBK", null, "Kebakaran");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> total(d) == 2);
        List<Case> both = d.cases(List.of(small, fire)).join();
        assertThat(Merging.commands(both.getFirst(), List.of(both.getLast()))).containsExactly(new Command.MarkDuplicate(small, fire));
    }

    @Test
    void a_reminder_survives_a_restart_and_comes_back_without_a_server() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> total(d) == 1);
        central.stop();
        Instant when = d.now().plusMillis(1_500);
        d.submit(new Command.SetReminder(id, when, "telepon lagi")).join();
        d.queue().filter(QueueFilter.ALL.with(Facet.REMINDED));
        soon(() -> total(d) == 1);
        d.close();
        desks.remove(d);

        LiveDesk again = desk("ayu", central.uri());
        soon(() -> again.beside().get().reminders().stream().anyMatch(Beside.Reminded::due));
        assertThat(again.beside().get().reminders().getFirst().row().id()).isEqualTo(id);
        again.submit(new Command.DropReminder(id)).join();
        soon(() -> again.beside().get().reminders().isEmpty());
    }

    @Test
    void who_watches_a_case_is_told_what_others_do_also_what_happened_while_the_desk_was_away() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        LiveDesk ayu = desk("ayu", central.start());
        LiveDesk bima = desk("bima", central.uri());
        soon(() -> total(ayu) == 1 && total(bima) == 1);
        ayu.submit(new Command.WatchCase(id)).join();
        soon(() -> ayu.status().get().waiting() == 0 && ayu.setting("nothing").isEmpty() && settled(ayu, id));
        ayu.submit(new Command.AddNote(id, "milik saya")).join();
        soon(() -> settled(ayu, id));
        assertThat(ayu.beside().get().changed()).as("one's own is no news").isEmpty();
        ayu.close();
        desks.remove(ayu);
        bima.submit(new Command.AddNote(id, "sudah saya telepon")).join();
        soon(() -> bima.status().get().waiting() == 0);

        LiveDesk back = desk("ayu", central.uri());
        soon(() -> back.beside().get().changed().size() == 1);
        assertThat(back.beside().get().changed().getFirst().news()).extracting(e -> e.code() + e.actor()).containsExactly("notedbima");
        back.select(id);
        soon(() -> back.beside().get().changed().isEmpty());
    }

    private static boolean settled(LiveDesk d, UUID id) {
        return d.queue().page().get().rows().stream().anyMatch(r -> r.id().equals(id) && !r.pending());
    }

    @Test
    void a_tag_is_offered_filtered_by_and_searched_for() {
        UUID id = central.report("WARGAKU", "JLN-RSK", null, "Lubang");
        central.report("WARGAKU", "JLN-RSK", null, "Lubang lain");
        LiveDesk d = desk("ayu", central.start());
        soon(() -> total(d) == 2);
        d.submit(new Command.TagCase(id, "Adipura")).join();
        soon(() -> d.beside().get().tags().equals(List.of("adipura")));
        d.queue().filter(QueueFilter.parse("tag=adipura"));
        soon(() -> total(d) == 1);
        assertThat(d.queue().page().get().rows().getFirst().tags()).containsExactly("adipura");
        var query = new id.anjungan.domain.CaseQuery(
                "", "", "", java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), java.util.Set.of(),
                java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), false, false,
                java.util.Set.of("adipura"));
        assertThat(d.find(query, 10).join().cases()).extracting(QueueRow::id).containsExactly(id);
        d.submit(new Command.UntagCase(id, "adipura")).join();
        soon(() -> total(d) == 0);
    }
}
