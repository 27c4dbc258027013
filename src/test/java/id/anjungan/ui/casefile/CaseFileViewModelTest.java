package id.anjungan.ui.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Refusal;
import id.anjungan.domain.Right;
import id.anjungan.domain.Role;
import id.anjungan.state.CaseFile;
import id.anjungan.state.QueueRow;
import id.anjungan.state.Viewer;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.City;
import id.anjungan.ui.control.Countdown;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseFileViewModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final CaseFileViewModel vm = new CaseFileViewModel(desk, Surabaya.words(), desk::submit, desk);
    private final UUID fire = Samples.id("112-8841");

    private void open(int row) {
        QueueRow r = Samples.rows().get(row);
        vm.show(Optional.of(Samples.file(r)));
    }

    private Header header() {
        return Objects.requireNonNull(vm.header.get());
    }

    @Test
    void theReporterIsMaskedUntilAskedFor() {
        open(0);
        assertThat(header().reporter()).isEqualTo("pelapor 08••••••41");
        vm.reveal();
        assertThat(header().reporter()).contains("Sumiati").contains("081234567841");
        open(1);
        assertThat(header().reporter()).contains("••••");
    }

    @Test
    void whoMayNotSeePersonsCannotReveal() {
        FakeDesk other = new FakeDesk(
                new Actor("x", "X", Role.OPERATOR, Set.of(Right.ACT), Set.of(), Set.of()));
        CaseFileViewModel blind = new CaseFileViewModel(other, Surabaya.words(), other::submit, other);
        blind.show(Samples.firstFile());
        blind.reveal();
        Header h = Objects.requireNonNull(blind.header.get());
        assertThat(h.canReveal()).isFalse();
        assertThat(h.reporter()).doesNotContain("Sumiati").doesNotContain("0812");
    }

    @Test
    void clocksSayHowLateAndWhatWasPromised() {
        open(0);
        assertThat(vm.clocks.getFirst().name()).isEqualTo("Tiba di lokasi (7 mnt)");
        assertThat(vm.clocks.getFirst().value()).isEqualTo("−02:14");
        assertThat(vm.clocks.getFirst().mood()).isEqualTo(Countdown.Urgency.LATE);
    }

    @Test
    void theTimelineTellsInOrderWithNamesForCodes() {
        open(0);
        assertThat(vm.timeline).extracting(TimelineItem::text).contains("Disposisi ke DPKP", "Dimas Pratama sedang melihat…");
        assertThat(vm.timeline).filteredOn(t -> t.kind() == TimelineItem.Kind.QUOTE).hasSize(1);
        assertThat(vm.timeline).filteredOn(t -> t.kind() == TimelineItem.Kind.ALERT).hasSize(2);
    }

    @Test
    void aPreparedAnswerComesWithTheFactsOfTheCase() {
        open(0);
        assertThat(vm.templates(Surabaya.words(Lang.ID))).isNotEmpty().allSatisfy(t -> assertThat(t.text())
                .doesNotContain("{number}")
                .doesNotContain("{city}")
                .doesNotContain("{operator}")
                .doesNotContain("{agency}"));
        assertThat(vm.templates(Surabaya.words(Lang.ID))).anySatisfy(t -> assertThat(t.text()).contains("112-8841"));
    }

    @Test
    void whatFitsTheCategoryComesFirstAndNothingIsForConversations() {
        open(0);
        assertThat(vm.templates(Surabaya.words(Lang.ID))).extracting(City.Template::code)
                .startsWith("DARURAT-KIRIM", "DARURAT-API")
                .contains("TERIMA")
                .doesNotContain("OBROLAN-SALAM", "DARURAT-BANJIR", "TUNDA");
        assertThat(vm.templates(Surabaya.words(Lang.EN)).getFirst().text()).startsWith("A team of");
    }

    @Test
    void whoGaveNoNameIsSpokenToPolitely() {
        CaseFile f = Samples.file(Samples.rows().get(1));
        vm.show(Optional.of(new CaseFile(
                f.c(), null, f.entries(), f.messages(), null, List.of(), List.of(), List.of(), List.of())));
        assertThat(vm.templates(Surabaya.words(Lang.ID))).anySatisfy(t -> assertThat(t.text()).startsWith("Yth. Bapak/Ibu,"));
    }

    @Test
    void anAnswerWithAVariableThatNobodyFilledInDoesNotGoOut() {
        open(0);
        vm.reply.textProperty().set("Kami tunda karena {reason}. Salam.");
        vm.answer();
        assertThat(desk.submitted).isEmpty();
        assertThat(vm.reply.missingProperty().get()).isEqualTo("{reason}");
        assertThat(vm.reply.textProperty().get()).contains("{reason}");
        vm.reply.textProperty().set("Kami tunda karena hujan. Salam.");
        vm.answer();
        assertThat(vm.reply.missingProperty().get()).isEmpty();
        assertThat(desk.submitted).hasSize(1);
    }

    @Test
    void disposingProposesTheAgencyOfTheCategory() {
        open(0);
        vm.ask(FormKind.DISPOSE);
        vm.send();
        assertThat(desk.submitted).containsExactly(new Command.DisposeCase(fire, 0, List.of("DPKP"), null));
        assertThat(vm.panel.get()).isEqualTo(FormKind.NONE);
        assertThat(vm.form.agencies).filteredOn(Form.Choice::proposed)
                .extracting(Form.Choice::code)
                .contains("DPKP", "BPBD", "DINKES");
    }

    @Test
    void aFormThatLacksItsReasonIsNotSent() {
        open(0);
        vm.ask(FormKind.HOLD);
        vm.send();
        assertThat(desk.submitted).isEmpty();
        assertThat(vm.incomplete.get()).isTrue();
        vm.form.text.set("Menunggu alat berat");
        vm.send();
        assertThat(desk.submitted).containsExactly(new Command.HoldCase(fire, 0, "Menunggu alat berat"));
    }

    @Test
    void aRefusalKeepsTheFormAndEveryWord() {
        desk.decides = c -> new Decision.Refused(Refusal.CLAIMED_BY_OTHER, Map.of("by", "ratna", "since", "2026-11-24T07:31:00Z"));
        open(0);
        vm.ask(FormKind.ESCALATE);
        vm.form.text.set("Api merembet");
        vm.send();
        assertThat(vm.panel.get()).isEqualTo(FormKind.ESCALATE);
        assertThat(vm.form.text.get()).isEqualTo("Api merembet");
    }

    @Test
    void everyFormGivesItsCommand() {
        open(1);
        UUID id = Samples.id("112-8839");
        give(FormKind.ESCALATE, new Command.EscalateCase(id, 1, 3, "teks"));
        give(FormKind.CLOSE, new Command.CloseCase(id, 1, Outcome.RESOLVED, "teks"));
        give(FormKind.NOTE, new Command.AddNote(id, "teks"));
        give(FormKind.RELEASE, new Command.ReleaseCase(id, 1, "teks"));
        give(FormKind.HAND_OVER, new Command.HandOverCase(id, 1, "ratna", "teks"));
        give(FormKind.NOT_OURS, new Command.NotOurs(id, 1, "ratna", "teks"));
        give(FormKind.ARCHIVE, new Command.ArchiveCase(id, 1, Outcome.NUISANCE, "teks"));
    }

    private void give(FormKind kind, Command expected) {
        vm.ask(kind);
        vm.form.text.set("teks");
        vm.form.to.set("ratna");
        vm.send();
        assertThat(desk.submitted.getLast()).isEqualTo(expected);
    }

    @Test
    void aDraftIsKeptWhenAnotherCaseIsOpenedAndComesBack() {
        open(0);
        vm.reply.textProperty().set("Petugas sudah");
        open(1);
        assertThat(vm.reply.textProperty().get()).isEmpty();
        assertThat(desk.drafts).containsEntry(fire, "Petugas sudah");
        open(0);
        assertThat(vm.reply.textProperty().get()).isEqualTo("Petugas sudah");
        assertThat(vm.reply.savedProperty().get()).isTrue();
    }

    @Test
    void anAnswerGoesOutAndItsDraftIsGone() {
        open(0);
        vm.reply.textProperty().set("Petugas di lokasi");
        vm.reply.save();
        vm.answer();
        assertThat(desk.submitted).containsExactly(new Command.AnswerCase(fire, 0, "Petugas di lokasi"));
        assertThat(vm.reply.textProperty().get()).isEmpty();
        assertThat(desk.drafts).isEmpty();
    }

    @Test
    void escClosesTheFormOnce() {
        open(0);
        vm.ask(FormKind.NOTE);
        assertThat(vm.back()).isTrue();
        assertThat(vm.back()).isFalse();
    }

    private CaseFileViewModel writing(FakeDesk at, CaseFile f) {
        CaseFileViewModel m = new CaseFileViewModel(at, Surabaya.words(), at::submit, at);
        m.show(Optional.of(f));
        m.reply.put("Petugas menuju lokasi.");
        m.answer();
        return m;
    }

    private static CaseFile seenBy(CaseFile f, Viewer... who) {
        return new CaseFile(
                f.c(), f.person(), f.entries(), f.messages(), f.incident(), f.sameIncident(), f.alarms(), List.of(who),
                f.pending());
    }

    @Test
    void anAnswerToAColleaguesCaseAsksFirstAndCanBecomeANote() {
        CaseFileViewModel m = writing(desk, Samples.file(Samples.rows().get(1)));
        assertThat(desk.submitted).isEmpty();
        OwnerQuestion q = Objects.requireNonNull(m.asking.get());
        assertThat(q.text()).startsWith("Aduan ini milik Ratna Kusuma sejak 14.28");
        assertThat(q.first()).isEqualTo(OwnerQuestion.First.LEAVE_AS_NOTE);
        assertThat(m.back()).isTrue();
        assertThat(m.reply.textProperty().get()).as("no word is lost").isEqualTo("Petugas menuju lokasi.");
        m.answer();
        m.leaveAsNote();
        assertThat(desk.submitted).containsExactly(
                new Command.AddNote(Samples.id("112-8839"), "Petugas menuju lokasi."));
        assertThat(m.asking.get()).isNull();
        assertThat(m.reply.textProperty().get()).isEmpty();
    }

    @Test
    void whoMayTakeOverDoesSoBeforeTheAnswerAndSendsNothingWhenThatFails() {
        FakeDesk lead = new FakeDesk(Actor.of("sari", "Sari", Role.LEAD));
        UUID crash = Samples.id("112-8839");
        lead.decides = c -> c instanceof Command.ClaimCase
                ? new Decision.Refused(Refusal.CLOSED, Map.of("state", "DONE"))
                : new Decision.Accepted(List.of());
        CaseFileViewModel m = writing(lead, Samples.file(Samples.rows().get(1)));
        assertThat(Objects.requireNonNull(m.asking.get()).first()).isEqualTo(OwnerQuestion.First.TAKE_OVER_AND_SEND);
        m.claimAndSend();
        assertThat(lead.submitted).containsExactly(new Command.ClaimCase(crash));
        assertThat(m.reply.textProperty().get()).isEqualTo("Petugas menuju lokasi.");
        lead.decides = c -> new Decision.Accepted(List.of());
        m.answer();
        m.claimAndSend();
        assertThat(lead.submitted.subList(1, 3)).containsExactly(
                new Command.ClaimCase(crash), new Command.AnswerCase(crash, 2, "Petugas menuju lokasi."));
    }

    @Test
    void aCaseOfNobodyAsksOnlyWhileAColleagueWrites() {
        CaseFile f = Samples.file(Samples.rows().getFirst());
        CaseFileViewModel m = writing(desk, seenBy(f, new Viewer("dimas", false)));
        assertThat(m.asking.get()).isNull();
        assertThat(desk.submitted).hasSize(1);
        m = writing(desk, seenBy(f, new Viewer("dimas", true)));
        assertThat(Objects.requireNonNull(m.asking.get()).text()).startsWith("Dimas Pratama sedang menulis");
        assertThat(desk.submitted).hasSize(1);
    }

    @Test
    void onesOwnCaseIsAnsweredAtOnce() {
        FakeDesk ratna = new FakeDesk(Actor.of("ratna", "Ratna Kusuma", Role.OPERATOR));
        assertThat(writing(ratna, Samples.file(Samples.rows().get(1))).asking.get()).isNull();
        assertThat(ratna.submitted).hasSize(1);
    }

    @Test
    void theStoryEndsWithWhoLooksAndWhoWrites() {
        vm.show(Optional.of(seenBy(
                Samples.file(Samples.rows().getFirst()), new Viewer("dimas", true), new Viewer("ratna", false))));
        assertThat(vm.timeline.stream().map(TimelineItem::text))
                .endsWith("Dimas Pratama sedang menulis…", "Ratna Kusuma sedang melihat…");
    }
}
