package id.anjungan.ui.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Disposition;
import id.anjungan.domain.Duplicates;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import id.anjungan.domain.Refusal;
import id.anjungan.state.Beside;
import id.anjungan.state.CaseFile;
import id.anjungan.state.QueueRow;
import id.anjungan.state.SameCase;
import id.anjungan.text.Lang;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Merging, what is kept beside a case, the forms that correct it, and their drafts; without a control.
class BesideTest {
    private final FakeDesk desk = new FakeDesk();
    private final CaseFileViewModel vm = new CaseFileViewModel(desk, Surabaya.words(), desk::submit, desk, Runnable::run);

    private static CaseFile with(CaseFile f, List<QueueRow> likely, List<QueueRow> merged) {
        List<SameCase> same = likely.stream()
                .map(r -> new SameCase(r, new Duplicates.Likely(
                        r.id(), 0.8, Duration.ofSeconds(170), OptionalDouble.of(12.4), true, List.of("gudang", "kebakaran"))))
                .toList();
        return new CaseFile(
                f.c(), f.person(), f.entries(), f.messages(), f.incident(), f.sameIncident(), f.alarms(), f.viewers(),
                f.pending(), same, merged, null);
    }

    private Case openWithSame(int others) {
        List<QueueRow> rows = Samples.rows();
        for (int i = 0; i <= others; i++) {
            desk.files.put(rows.get(i).id(), Samples.file(rows.get(i)));
        }
        CaseFile f = with(Samples.file(rows.getFirst()), rows.subList(1, others + 1), List.of());
        vm.show(Optional.of(f));
        return f.c();
    }

    private BesideCard card() {
        return Objects.requireNonNull(vm.beside.get());
    }

    @Test
    void two_presses_of_one_key_merge_all_that_is_suggested() {
        Case main = openWithSame(4);
        assertThat(card().likely()).isEqualTo("4 laporan mungkin sama");
        assertThat(card().why()).isEqualTo("3 mnt · 12 m · kategori sama · “gudang kebakaran”");
        vm.ask(FormKind.MERGE);
        assertThat(vm.form.more.same).hasSize(4).allMatch(s -> s.chosen().get());
        vm.ask(FormKind.MERGE);

        assertThat(desk.submitted).hasSize(4).allMatch(c -> c instanceof Command.MarkDuplicate m && m.of().equals(main.id()));
        assertThat(vm.panel.get()).isEqualTo(FormKind.NONE);
    }

    @Test
    void what_is_unchosen_stays_out_and_nothing_chosen_gives_nothing() {
        openWithSame(2);
        vm.ask(FormKind.MERGE);
        vm.form.more.same.getFirst().chosen().set(false);
        vm.send();
        assertThat(desk.submitted).hasSize(1);
        desk.submitted.clear();
        vm.ask(FormKind.MERGE);
        vm.form.more.same.forEach(s -> s.chosen().set(false));
        vm.send();
        assertThat(desk.submitted).isEmpty();
        assertThat(vm.incomplete.get()).isTrue();
    }

    @Test
    void a_refused_merge_says_why_and_leaves_the_suggestions_open() {
        openWithSame(2);
        desk.decides = c -> new Decision.Refused(Refusal.LINK_RING, Map.of());
        vm.ask(FormKind.MERGE);
        vm.send();
        assertThat(vm.merging.said.get()).isNotBlank();
        assertThat(vm.panel.get()).isEqualTo(FormKind.MERGE);
    }

    @Test
    void without_anything_alike_there_is_nothing_to_merge() {
        vm.show(Samples.firstFile());
        vm.ask(FormKind.MERGE);
        assertThat(vm.panel.get()).isEqualTo(FormKind.NONE);
        assertThat(card().likely()).isEmpty();
    }

    @Test
    void merged_cases_are_named_and_taken_apart() {
        CaseFile f = Samples.file(Samples.rows().getFirst());
        QueueRow other = Samples.rows().get(1);
        Case c = f.c().edit(desk.now(), desk.now()).duplicate(other.id(), true).build();
        vm.show(Optional.of(new CaseFile(
                c, null, f.entries(), f.messages(), null, List.of(), List.of(), List.of(), List.of(), List.of(),
                List.of(other), null)));
        assertThat(card().merged()).isEqualTo("2 laporan jadi satu");
        assertThat(card().cases()).extracting(BesideCard.Link::name).containsExactly(other.number());
        vm.apart();
        assertThat(desk.submitted).containsExactly(new Command.UnmarkDuplicate(other.id(), c.id()));
    }

    @Test
    void tags_watching_and_reminders_go_their_way() {
        Case c = openWithSame(1);
        vm.ask(FormKind.TAG);
        vm.form.text.set("Banjir Rob");
        vm.send();
        vm.watch();
        vm.ask(FormKind.REMIND);
        vm.form.text.set("telepon lagi");
        vm.send();
        assertThat(desk.submitted).containsExactly(
                new Command.TagCase(c.id(), "banjir-rob"), new Command.WatchCase(c.id()),
                new Command.SetReminder(c.id(), desk.now().plus(Duration.ofHours(1)), "telepon lagi"));
        vm.ask(FormKind.TAG);
        vm.form.text.set("0812-0000-1234");
        vm.send();
        assertThat(vm.incomplete.get()).isTrue();
        assertThat(vm.panel.get()).isEqualTo(FormKind.TAG);
    }

    @Test
    void a_reminder_says_when_and_that_it_is_due() {
        CaseFile f = Samples.file(Samples.rows().getFirst());
        Case c = f.c().edit(desk.now(), desk.now())
                .reminder(desk.actor().id(), new id.anjungan.domain.Reminder(
                        desk.actor().id(), desk.now().plusSeconds(60), desk.now(), null))
                .tag("adipura", true)
                .watcher("bima", true)
                .build();
        vm.show(Optional.of(new CaseFile(
                c, null, f.entries(), f.messages(), null, List.of(), List.of(), List.of(), List.of())));
        assertThat(card().due()).isFalse();
        assertThat(card().tags()).containsExactly("adipura");
        assertThat(card().watchers()).isEqualTo("1 rekan memantau");
        vm.tick(desk.now().plusSeconds(60));
        assertThat(card().due()).isTrue();
        vm.dropReminder();
        assertThat(desk.submitted).containsExactly(new Command.DropReminder(c.id()));
    }

    @Test
    void corrections_begin_with_what_is_and_give_what_was_chosen() {
        Case c = openWithSame(1);
        vm.ask(FormKind.RECATEGORISE);
        assertThat(vm.form.more.category.get()).isEqualTo(c.category());
        assertThat(vm.form.more.priority.get()).isEqualTo(c.priority());
        vm.form.more.priority.set(Priority.LOW);
        vm.send();
        vm.ask(FormKind.PRIVACY);
        vm.form.more.anonymous.set(true);
        vm.send();
        assertThat(desk.submitted).containsExactly(
                new Command.RecategoriseCase(c.id(), c.fencing(), c.category(), Priority.LOW),
                new Command.SetPrivacy(c.id(), new Privacy(c.privacy().confidential(), true, c.privacy().sensitive())));
    }

    @Test
    void a_place_is_corrected_by_area_and_address_with_a_reason() {
        Case c = openWithSame(1);
        var village = Surabaya.words(Lang.ID).city().areas().villages().getLast();
        vm.ask(FormKind.RELOCATE);
        vm.form.more.village.set(village.code());
        vm.form.more.address.set("Jl. Baru 5");
        vm.send();
        assertThat(vm.incomplete.get()).as("a reason is needed").isTrue();
        vm.form.text.set("kata pelapor");
        vm.send();
        assertThat(desk.submitted).singleElement().isInstanceOfSatisfying(Command.LocateCase.class, l -> {
            assertThat(l.caseId()).isEqualTo(c.id());
            assertThat(l.location().village()).isEqualTo(village.code());
            assertThat(l.location().district()).isEqualTo(village.parentCode());
            assertThat(l.location().lat()).isEqualTo(village.lat());
            assertThat(l.location().address()).isEqualTo("Jl. Baru 5");
        });
    }

    @Test
    void an_agencys_reply_is_entered_and_a_return_needs_its_reason() {
        CaseFile f = Samples.file(Samples.rows().getFirst());
        Case c = f.c().edit(desk.now(), desk.now())
                .addDisposition(new Disposition("DLH", "ayu", desk.now(), Disposition.Status.SENT, null))
                .build();
        vm.show(Optional.of(new CaseFile(
                c, null, f.entries(), f.messages(), null, List.of(), List.of(), List.of(), List.of())));
        vm.ask(FormKind.AGENCY_REPLY);
        assertThat(vm.form.more.waiting).contains("DLH");
        vm.form.more.agency.set("DLH");
        vm.form.more.returned.set(true);
        vm.send();
        assertThat(desk.submitted).isEmpty();
        vm.form.text.set("bukan aset kami");
        vm.send();
        assertThat(desk.submitted).containsExactly(
                new Command.RecordAgencyReply(c.id(), "DLH", Disposition.Status.RETURNED, "bukan aset kami"));
    }

    /// Drafts of forms are kept like those of answers: no way out of a form costs a word.
    @Test
    void no_word_in_a_form_is_lost_by_closing_it_or_by_opening_another_case() {
        Case c = openWithSame(1);
        vm.ask(FormKind.HOLD);
        vm.form.text.set("menunggu alat berat");
        vm.back();
        vm.ask(FormKind.ESCALATE);
        assertThat(vm.form.text.get()).as("each form has its own").isEmpty();
        vm.ask(FormKind.NOT_OURS);
        vm.form.to.set("PT KAI");
        vm.form.text.set("perlintasan kereta");
        vm.show(Optional.of(Samples.file(Samples.rows().get(1))));
        vm.ask(FormKind.HOLD);
        assertThat(vm.form.text.get()).as("each case has its own").isEmpty();

        CaseFileViewModel later = new CaseFileViewModel(desk, Surabaya.words(), desk::submit, desk, Runnable::run);
        later.show(Optional.of(Samples.file(Samples.rows().getFirst())));
        later.ask(FormKind.NOT_OURS);
        assertThat(later.form.to.get()).isEqualTo("PT KAI");
        assertThat(later.form.text.get()).isEqualTo("perlintasan kereta");
        later.ask(FormKind.HOLD);
        assertThat(later.form.text.get()).isEqualTo("menunggu alat berat");

        desk.decides = x -> new Decision.Refused(Refusal.CLOSED, Map.of("state", "DONE"));
        later.send();
        assertThat(later.form.text.get()).as("a refusal keeps it").isEqualTo("menunggu alat berat");
        desk.decides = x -> new Decision.Accepted(List.of());
        later.send();
        later.ask(FormKind.HOLD);
        assertThat(later.form.text.get()).as("sent is sent").isEmpty();
        assertThat(desk.submitted.getLast()).isEqualTo(new Command.HoldCase(c.id(), c.fencing(), "menunggu alat berat"));
    }

    @Test
    void what_is_typed_is_kept_when_the_hand_rests() {
        openWithSame(1);
        vm.ask(FormKind.CLOSE);
        vm.form.text.set("Sudah sele");
        vm.drafts.save();
        assertThat(desk.drafts).containsValue("Sudah sele");
        UUID other = Samples.rows().get(1).id();
        assertThat(desk.drafts).doesNotContainKey(other);
    }

    @Test
    void the_agencies_that_were_ticked_are_a_draft_too() {
        Case c = openWithSame(1);
        vm.ask(FormKind.DISPOSE);
        List<String> proposed = ticked(vm);
        vm.back();
        assertThat(desk.drafts).as("what is only proposed is no draft").isEmpty();
        vm.ask(FormKind.DISPOSE);
        vm.form.agencies.forEach(a -> a.chosen().set(a.code().equals("DLH") || a.code().equals("DINSOS")));
        vm.form.text.set("bawa truk");
        vm.show(Optional.of(Samples.file(Samples.rows().get(1))));

        CaseFileViewModel later = new CaseFileViewModel(desk, Surabaya.words(), desk::submit, desk, Runnable::run);
        later.show(Optional.of(Samples.file(Samples.rows().getFirst())));
        later.ask(FormKind.DISPOSE);
        assertThat(ticked(later)).containsExactlyInAnyOrder("DLH", "DINSOS").isNotEqualTo(proposed);
        assertThat(later.form.text.get()).isEqualTo("bawa truk");
        later.send();
        assertThat(desk.submitted).singleElement().isInstanceOfSatisfying(Command.DisposeCase.class, d -> {
            assertThat(d.caseId()).isEqualTo(c.id());
            assertThat(d.agencies()).containsExactlyInAnyOrder("DLH", "DINSOS");
        });
        later.ask(FormKind.DISPOSE);
        assertThat(ticked(later)).as("sent is sent").isEqualTo(proposed);
    }

    private static List<String> ticked(CaseFileViewModel vm) {
        return vm.form.agencies.stream().filter(a -> a.chosen().get()).map(Form.Choice::code).toList();
    }

    @Test
    void the_answer_says_how_many_reporters_hear_it() {
        CaseFile f = Samples.file(Samples.rows().getFirst());
        vm.show(Optional.of(f));
        assertThat(vm.audience.get()).as("one hears what is written to one").isEmpty();
        vm.show(Optional.of(with(f, List.of(), Samples.rows().subList(1, 5))));
        assertThat(vm.audience.get()).isEqualTo("Tanggapan ini sampai ke 5 pelapor: semua yang laporannya digabung");
    }

    @Test
    void every_deadline_is_shown_and_tells_its_rule_and_where_it_comes_from() {
        CaseFile f = Samples.file(Samples.rows().getFirst());
        Case c = f.c();
        List<Clock> clocks = Surabaya.PROFILE.clocks().stream()
                .limit(6)
                .map(r -> Clock.start(r.rule().code(), "2026-1", desk.now(), desk.now().plusSeconds(3_600)))
                .toList();
        vm.show(Optional.of(new CaseFile(
                c.edit(desk.now(), desk.now()).clocks(clocks).build(), null, f.entries(), f.messages(), null, List.of(), List.of(), List.of(), List.of())));
        assertThat(vm.clocks).hasSize(6);
        Surabaya.PROFILE.clocks().stream().limit(6).forEach(r -> assertThat(vm.clocks).anySatisfy(k -> assertThat(k.basis())
                .contains(r.rule().code())
                .contains(r.rule().source())
                .contains("2026-1")));
        assertThat(vm.clocksExplained.get()).isFalse();
        vm.explainClocks();
        assertThat(vm.clocksExplained.get()).isTrue();
    }

    @Test
    void tags_in_use_are_suggested_while_one_types_and_completed() {
        CaseFile f = Samples.file(Samples.rows().getFirst());
        Case c = f.c().edit(desk.now(), desk.now()).tag("gudang", true).build();
        vm.show(Optional.of(new CaseFile(c, null, f.entries(), f.messages(), null, List.of(), List.of(), List.of(), List.of())));
        desk.beside.set(new Beside(List.of("adipura", "gudang", "gudang-plastik", "pasar-gudang", "banjir"), List.of(), List.of()));
        vm.ask(FormKind.TAG);
        assertThat(vm.tags()).as("those it does not have").containsExactly("adipura", "gudang-plastik", "pasar-gudang", "banjir");
        assertThat(vm.completeTag()).as("nothing is typed").isFalse();
        vm.form.text.set("Gud");
        assertThat(vm.tags()).containsExactly("gudang-plastik", "pasar-gudang");
        assertThat(vm.completeTag()).isTrue();
        assertThat(vm.form.text.get()).isEqualTo("gudang-plastik");
        assertThat(vm.completeTag()).as("it is whole").isFalse();
        vm.form.text.set("gudang p");
        assertThat(vm.tags()).as("as tags are written").containsExactly("gudang-plastik");
        vm.form.text.set("lain");
        assertThat(vm.tags()).isEmpty();
        vm.send();
        assertThat(desk.submitted).containsExactly(new Command.TagCase(c.id(), "lain"));
    }
}
