package id.anjungan.state;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Attachment;
import id.anjungan.domain.Case;
import id.anjungan.domain.Clock;
import id.anjungan.domain.ClockRule;
import id.anjungan.domain.Clocks;
import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Message;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Role;
import id.anjungan.intake.IntakeItem;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What users of other help desks complain of again and again, promised otherwise here: on real desks and a real server,
/// through the public intake.
class ComplaintsOfOthersTest extends RealCity {
    private int delivered;

    private void leaves(LiveDesk d) {
        d.close();
        desks.remove(d);
    }

    private UUID reported(String channel, String category, String text) throws InterruptedException {
        return reported(channel, category, text, 1).getFirst();
    }

    private List<UUID> reported(String channel, String category, String text, int count) throws InterruptedException {
        List<IntakeItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new IntakeItem(
                    IntakeItem.Kind.REPORT, channel, Integer.toString(++delivered), null, category, null, null, null,
                    text, "Siti " + delivered, "08120000" + delivered, null, null, -7.2575, 112.7521, null, null, null,
                    false, false, List.of(), null, null));
        }
        deliver(items);
        return items.stream().map(i -> Ids.ofItem(channel, i.sourceId())).toList();
    }

    private static List<UUID> ids(LiveDesk d) {
        return d.queue().page().get().rows().stream().map(QueueRow::id).toList();
    }

    private static int total(LiveDesk d) {
        return d.queue().page().get().total();
    }

    private static Case of(LiveDesk d, UUID id) {
        return d.cases(List.of(id)).join().getFirst();
    }

    private static void does(LiveDesk d, Command c) {
        assertThat(d.submit(c).join().decision()).as(c.toString()).isInstanceOf(id.anjungan.domain.Decision.Accepted.class);
    }

    private static void settled(LiveDesk d) {
        soon(() -> d.status().get().waiting() == 0);
    }

    /// What is told of a case when it is opened.
    private static CaseFile opened(LiveDesk d, UUID id) {
        d.select(id);
        soon(() -> d.caseFile().get().filter(f -> f.c().id().equals(id)).isPresent());
        return d.caseFile().get().orElseThrow();
    }

    // Stale lists

    @Test
    void a_list_is_never_old_without_saying_so_and_catches_up_by_itself() throws Exception {
        UUID first = reported("WARGAKU", "JLN-RSK", "Jalan berlubang");
        LiveDesk ayu = desk("ayu");
        LiveDesk bima = desk("bima");
        soon(() -> total(ayu) == 1 && total(bima) == 1);
        does(bima, new Command.ClaimCase(first));
        soon(() -> "bima".equals(ayu.queue().page().get().rows().getFirst().claimedBy()));

        URI at = central.baseUri();
        central.close();
        soon(() -> ayu.status().get().link() == DeskStatus.Link.OFFLINE);
        assertThat(ayu.status().get().heardAt()).as("how old it is").isNotNull();
        central = serve(at.getPort());
        UUID second = reported("WARGAKU", "PHN-TBG", "Pohon tumbang");
        soon(() -> ids(ayu).contains(second) && ids(bima).contains(second));
        soon(() -> ayu.status().get().link() == DeskStatus.Link.LIVE);
    }

    // Lists that jump

    @Test
    void a_list_that_is_read_does_not_move_and_counts_what_comes() throws Exception {
        List<UUID> read = reported("WARGAKU", "JLN-RSK", "Jalan berlubang", 12);
        LiveDesk ayu = desk("ayu");
        LiveDesk bima = desk("bima");
        soon(() -> total(ayu) == 12 && total(bima) == 12);
        ayu.queue().hold(true);
        UUID under = ids(ayu).get(7);
        ayu.select(under);
        soon(() -> ayu.caseFile().get().isPresent());
        List<UUID> before = ids(ayu);

        // What is nearer to its breach than all of them, and what colleagues do to them.
        List<UUID> worse = reported("WARGAKU", "PHN-TBG", "Pohon tumbang", 30);
        does(bima, new Command.ClaimCase(read.get(3)));
        does(bima, new Command.CloseCase(read.get(3), 1, Outcome.RESOLVED, "Sudah"));
        soon(() -> ayu.queue().page().get().arrived() == 30);
        soon(() -> !of(ayu, read.get(3)).open());
        assertThat(ids(ayu)).isEqualTo(before);
        assertThat(ayu.selection().get()).contains(under);
        assertThat(ids(ayu).get(7)).isEqualTo(under);

        ayu.queue().showArrived();
        soon(() -> ayu.queue().page().get().arrived() == 0 && total(ayu) == 41);
        assertThat(ids(ayu)).containsAll(worse);
        assertThat(ayu.selection().get()).contains(under);
    }

    // Lost drafts

    @Test
    void no_draft_is_lost_whoever_takes_closes_or_merges_the_case_meanwhile() throws Exception {
        List<UUID> both = reported("WARGAKU", "JLN-RSK", "Jalan berlubang", 2);
        UUID id = both.getFirst();
        LiveDesk ayu = desk("ayu");
        LiveDesk bima = desk("bima");
        soon(() -> total(ayu) == 2 && total(bima) == 2);
        ayu.saveDraft(id, "Yth. Ibu Siti, kami sudah");
        does(bima, new Command.ClaimCase(id));
        does(bima, new Command.MarkDuplicate(id, both.getLast()));
        does(bima, new Command.CloseCase(both.getLast(), of(bima, both.getLast()).fencing(), Outcome.RESOLVED, "Sudah"));
        settled(bima);
        soon(() -> !of(ayu, id).open());
        assertThat(ayu.draft(id).join()).contains("Yth. Ibu Siti, kami sudah");
        leaves(ayu);
        assertThat(desk("ayu").draft(id).join()).contains("Yth. Ibu Siti, kami sudah");
    }

    @Test
    void words_that_the_server_refuses_are_not_lost() throws Exception {
        UUID id = reported("WARGAKU", "JLN-RSK", "Jalan berlubang");
        LiveDesk ayu = desk("ayu");
        LiveDesk bima = desk("bima");
        soon(() -> total(ayu) == 1 && total(bima) == 1);
        URI at = central.baseUri();
        central.close();
        soon(() -> ayu.status().get().link() == DeskStatus.Link.OFFLINE
                && bima.status().get().link() == DeskStatus.Link.OFFLINE);
        does(ayu, new Command.ClaimCase(id));
        does(bima, new Command.ClaimCase(id));
        does(ayu, new Command.AnswerCase(id, 1, "Kata-kata Ayu"));
        does(bima, new Command.AnswerCase(id, 1, "Kata-kata Bima"));
        central = serve(at.getPort());
        settled(ayu);
        settled(bima);
        // One has won; what the other wrote is with the other still.
        soon(() -> !ayu.refused().get().isEmpty() || !bima.refused().get().isEmpty());
        LiveDesk lost = ayu.refused().get().isEmpty() ? bima : ayu;
        soon(() -> lost.refused().get().stream().anyMatch(r -> r.command() instanceof Command.AnswerCase a
                && a.text().startsWith("Kata-kata")));
    }

    // Merges that cannot be undone

    @Test
    void a_merge_is_taken_apart_later_by_somebody_else_and_each_case_has_all_that_it_had_and_got() throws Exception {
        List<UUID> fire = reported("CC112", "KBK", "Kebakaran gudang plastik", 5);
        LiveDesk ayu = desk("ayu");
        soon(() -> total(ayu) == 5);
        UUID main = fire.getFirst();
        does(ayu, new Command.AddNote(fire.get(2), "sebelum digabung"));
        does(ayu, new Command.TagCase(fire.get(2), "gudang"));
        for (UUID other : fire.subList(1, 5)) {
            does(ayu, new Command.MarkDuplicate(other, main));
        }
        does(ayu, new Command.AddNote(fire.get(2), "sesudah digabung"));
        soon(() -> total(ayu) == 1);
        settled(ayu);
        leaves(ayu);

        LiveDesk bima = desk("bima");
        soon(() -> total(bima) == 1);
        bima.submitAll(Merging.apart(of(bima, main))).join().forEach(r -> assertThat(r.accepted()).isTrue());
        soon(() -> total(bima) == 5);
        settled(bima);
        CaseFile apart = opened(bima, fire.get(2));
        assertThat(apart.c().tags()).containsExactly("gudang");
        assertThat(apart.messages().values()).extracting(Message::body)
                .contains("sebelum digabung", "sesudah digabung", "Kebakaran gudang plastik");
        assertThat(fire).allSatisfy(id -> {
            Case c = of(bima, id);
            assertThat(c.open()).isTrue();
            assertThat(c.duplicates()).isEmpty();
            assertThat(c.main()).isEmpty();
            assertThat(c.clocks()).as("deadlines of their own").anyMatch(Clock::running);
            assertThat(c.person()).isNotNull();
        });
    }

    // Attachments missing after a merge

    @Test
    void an_attachment_is_there_before_during_and_after_a_merge_on_every_desk() throws Exception {
        List<UUID> both = reported("WARGAKU", "JLN-RSK", "Jalan berlubang", 2);
        UUID main = both.getFirst();
        UUID repeats = both.getLast();
        LiveDesk ayu = desk("ayu");
        LiveDesk bima = desk("bima");
        soon(() -> total(ayu) == 2 && total(bima) == 2);
        byte[] photo = png(40_000);
        ayu.files().attach(repeats, "lubang.png", false, () -> new ByteArrayInputStream(photo)).join();
        does(ayu, new Command.MarkDuplicate(repeats, main));
        // One that is still on its way while the cases are merged.
        byte[] late = png(50_000);
        ayu.files().attach(repeats, "lubang-2.png", false, () -> new ByteArrayInputStream(late)).join();
        soon(() -> total(bima) == 1);
        soon(() -> attachments(opened(bima, repeats)).size() == 2);
        for (Attachment a : attachments(opened(bima, repeats))) {
            assertThat(bima.files().open(repeats, a).join()).hasBinaryContent("lubang.png".equals(a.name()) ? photo : late);
        }
        does(bima, new Command.UnmarkDuplicate(repeats, main));
        settled(bima);
        assertThat(attachments(opened(bima, repeats))).extracting(Attachment::name)
                .containsExactlyInAnyOrder("lubang.png", "lubang-2.png");
        soon(() -> attachments(opened(ayu, repeats)).size() == 2);
    }

    private static List<Attachment> attachments(CaseFile f) {
        return f.messages().values().stream().flatMap(m -> m.attachments().stream()).toList();
    }

    private static byte[] png(int n) {
        byte[] all = new byte[n];
        new Random(n).nextBytes(all);
        System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A}, 0, all, 0, 8);
        return all;
    }

    // A clock that runs after closing or at night

    @Test
    void no_clock_runs_after_closing_on_any_desk() throws Exception {
        UUID id = reported("SP4N", "JLN-RSK", "Jalan berlubang");
        LiveDesk ayu = desk("ayu");
        LiveDesk bima = desk("bima");
        soon(() -> total(ayu) == 1 && total(bima) == 1);
        does(ayu, new Command.ClaimCase(id));
        does(ayu, new Command.DisposeCase(id, 1, List.of("DSDABM"), null));
        assertThat(of(ayu, id).clocks()).anyMatch(Clock::running);
        does(ayu, new Command.CloseCase(id, 1, Outcome.RESOLVED, "Sudah ditambal"));
        settled(ayu);
        soon(() -> !of(bima, id).open());
        Instant years = Instant.now().plus(Duration.ofDays(900));
        for (LiveDesk d : List.of(ayu, bima)) {
            assertThat(of(d, id).clocks()).isNotEmpty().noneMatch(Clock::running).noneMatch(k -> k.breached(years));
            assertThat(of(d, id).nextClock()).isEmpty();
        }
    }

    /// From the evening bell of a Friday to the opening on Monday, nothing of an office deadline is used up; half an
    /// hour inside of the office hours is.
    @Test
    void an_office_clock_does_not_run_at_night_or_over_the_weekend() {
        ClockRule hours = new ClockRule(
                "X", java.util.Set.of(), java.util.Set.of(), java.util.Set.of(), ClockRule.Basis.WORKING_HOURS, 4,
                ClockRule.Event.RECEIVED, java.util.Set.of(), true, "");
        Instant evening = local("2026-11-27T16:30");
        Instant monday = Clocks.due(hours, CITY.calendar(), evening);
        assertThat(monday).isEqualTo(Clocks.due(hours, CITY.calendar(), local("2026-11-30T07:30")));
        for (Instant at = evening; at.isBefore(local("2026-11-30T07:30")); at = at.plus(Duration.ofMinutes(17))) {
            assertThat(Clocks.due(hours, CITY.calendar(), at)).as(at.toString()).isEqualTo(monday);
        }
        assertThat(Clocks.due(hours, CITY.calendar(), local("2026-11-30T08:00"))).isEqualTo(monday.plus(Duration.ofMinutes(30)));
    }

    private static Instant local(String at) {
        return LocalDateTime.parse(at).atZone(CITY.zone()).toInstant();
    }

    // New work that hides old

    @Test
    void new_work_never_hides_old_which_keeps_its_place_by_its_deadline() throws Exception {
        UUID old = reported("WARGAKU", "JLN-RSK", "Jalan berlubang, sudah lama");
        LiveDesk ayu = desk("ayu");
        soon(() -> total(ayu) == 1);
        reported("WARGAKU", "JLN-RSK", "Jalan berlubang, baru", 300);
        soon(() -> total(ayu) == 301);
        assertThat(ids(ayu).getFirst()).isEqualTo(old);
        assertThat(ayu.queue().page().get().countUnclaimed()).isEqualTo(301);
        // Every one of them can be reached: the pages together are all, each once.
        List<UUID> all = new ArrayList<>();
        for (int from : IntStream.iterate(0, i -> i < 301, i -> i + 100).toArray()) {
            ayu.queue().window(from, 100);
            soon(() -> ayu.queue().page().get().first() == from && ids(ayu).size() == Math.min(100, 301 - from));
            all.addAll(ids(ayu));
        }
        assertThat(all).hasSize(301).doesNotHaveDuplicates().contains(old);
        assertThat(ayu.search("sudah lama", 5).join()).extracting(QueueRow::id).contains(old);
    }

    // An owner change that deletes a colleague's note

    @Test
    void no_change_of_owner_takes_a_note_of_a_colleague_away() throws Exception {
        UUID id = reported("WARGAKU", "JLN-RSK", "Jalan berlubang");
        LiveDesk ayu = desk("ayu");
        LiveDesk bima = desk("bima");
        LiveDesk ratna = desk("ratna", Role.LEAD, central.baseUri());
        soon(() -> total(ayu) == 1 && total(bima) == 1 && total(ratna) == 1);
        does(ayu, new Command.ClaimCase(id));
        does(ayu, new Command.AddNote(id, "catatan Ayu"));
        does(ayu, new Command.HandOverCase(id, of(ayu, id).fencing(), "bima", "pesan serah terima"));
        held(bima, id, "bima");
        does(bima, new Command.AddNote(id, "catatan Bima"));
        does(ayu, new Command.AddNote(id, "catatan Ayu, bukan pemilik lagi"));
        settled(bima);
        held(ratna, id, "bima");
        does(ratna, new Command.ClaimCase(id));
        held(bima, id, "ratna");
        does(ratna, new Command.ReleaseCase(id, of(ratna, id).fencing(), "pulang"));
        settled(ratna);
        settled(ayu);
        soon(() -> of(bima, id).claim() == null);
        for (LiveDesk d : List.of(ayu, bima, ratna)) {
            soon(() -> notes(opened(d, id)).containsAll(List.of("catatan Ayu", "catatan Bima", "catatan Ayu, bukan pemilik lagi")));
            assertThat(opened(d, id).entries()).anyMatch(e -> e.code().equals("noted") && e.actor().equals("ayu"));
        }
    }

    private static void held(LiveDesk d, UUID id, String by) {
        soon(() -> Optional.ofNullable(of(d, id).claim()).filter(k -> k.operator().equals(by)).isPresent());
    }

    private static List<String> notes(CaseFile f) {
        return f.messages().values().stream().filter(m -> m.kind() == Message.Kind.NOTE).map(Message::body).toList();
    }
}
