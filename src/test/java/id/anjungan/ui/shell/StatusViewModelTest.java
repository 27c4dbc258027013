package id.anjungan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Command;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.FileNote;
import id.anjungan.state.LinkDetail;
import id.anjungan.state.WaitingAction;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

/// What the page about the connection says and does, without controls.
class StatusViewModelTest {
    private static final Instant NOW = FakeDesk.START;
    private final FakeDesk desk = new FakeDesk();
    private final StatusViewModel vm = new StatusViewModel(desk, Surabaya.words(), Runnable::run);
    private final UUID fire = Samples.id("112-8841");
    private final UUID note = UUID.randomUUID();
    private final UUID claim = UUID.randomUUID();

    private void waits() {
        desk.waiting.subscribe(vm::show);
        desk.waiting.set(List.of(
                new WaitingAction(claim, new Command.ClaimCase(fire), NOW.minusSeconds(180), "112-8841", 2, NOW.minusSeconds(60), true),
                new WaitingAction(note, new Command.AddNote(fire, "salah ketik"), NOW.minusSeconds(120), "112-8841", 3, NOW.minusSeconds(5), false)));
    }

    private static DeskStatus status(DeskStatus.Link link) {
        return new DeskStatus(link, NOW.minusSeconds(372), Duration.ofSeconds(372), 2, 0, 1, -1, "connect refused");
    }

    @Test
    void offlineSaysSinceWhenForHowLongAndWhenItIsTriedAgain() {
        vm.show(status(DeskStatus.Link.OFFLINE));
        vm.show(new LinkDetail(DeskStatus.Link.OFFLINE, NOW.minusSeconds(360), 0, 0, NOW.plusSeconds(7)));
        assertThat(vm.sentences)
                .contains("Luring sejak 14.26, selama 6 mnt.", "Dicoba lagi dalam 8 dtk.")
                .anyMatch(s -> s.contains("14.25"))
                .anyMatch(s -> s.startsWith("2 tindakan"))
                .anyMatch(s -> s.startsWith("1 catatan"))
                .anyMatch(s -> s.contains("setelah") && s.contains("2026"));
        assertThat(vm.away()).isTrue();
        vm.tick(NOW.plusSeconds(8));
        assertThat(vm.sentences).contains("Sedang mencoba menghubungi.");
        vm.tryNow();
        assertThat(desk.reconnects).isEqualTo(1);
    }

    @Test
    void everyStateHasItsOwnWordsInBothLanguages() {
        for (Lang lang : Lang.values()) {
            StatusViewModel here = new StatusViewModel(
                    desk, new SimpleObjectProperty<>(Words.of(lang, Surabaya.words().getValue().city())), Runnable::run);
            List<String> first = new ArrayList<>();
            for (DeskStatus.Link link : DeskStatus.Link.values()) {
                here.show(status(link));
                here.show(new LinkDetail(link, NOW.minusSeconds(60), 1_200, 4_800, null));
                first.add(here.sentences.getFirst());
                assertThat(here.sentences).noneMatch(s -> s.contains("«"));
            }
            assertThat(first).doesNotHaveDuplicates();
            assertThat(first).anyMatch(s -> s.contains(lang == Lang.ID ? "1.200 dari sekitar 4.800" : "1,200 of about 4,800"));
        }
    }

    @Test
    void whatAComparisonWithTheServerFoundIsSaid() {
        Instant at = NOW.minusSeconds(60);
        Map<LinkDetail.Compared, String> words = Map.of(
                new LinkDetail.Compared(at, true, false), "sama",
                new LinkDetail.Compared(at, false, true), "diambil lagi",
                new LinkDetail.Compared(at, false, false), "Beri tahu");
        words.forEach((compared, word) -> {
            vm.show(new LinkDetail(DeskStatus.Link.LIVE, at, 0, 0, null, compared));
            assertThat(vm.sentences).anyMatch(s -> s.contains("14.31") && s.contains(word));
        });
    }

    @Test
    void eachWaitingActionSaysWhatItIsSinceWhenAndHowItStands() {
        waits();
        assertThat(vm.waiting).hasSize(2);
        StatusLine sent = vm.waiting.get(0);
        assertThat(sent.title()).isEqualTo("Klaim · 112-8841");
        assertThat(sent.since()).isEqualTo("Sejak 14.29, 3 mnt lalu");
        assertThat(sent.state()).contains("2 kali").contains("14.31").contains("Mungkin sudah berlaku");
        assertThat(sent.open()).isFalse();
        StatusLine open = vm.waiting.get(1);
        assertThat(open.text()).isEqualTo("salah ketik");
        assertThat(open.state()).contains("3 kali").contains("tidak sampai");
        assertThat(open.open() && open.hasText()).isTrue();
    }

    @Test
    void wordsAreChangedAndSaved() {
        waits();
        vm.edit(claim);
        assertThat(vm.editing.get()).isNull();
        vm.edit(note);
        assertThat(vm.text.get()).isEqualTo("salah ketik");
        vm.text.set(" sudah benar ");
        assertThat(vm.save()).isCompleted();
        assertThat(vm.editing.get()).isNull();
        assertThat(desk.waiting.get().get(1).command()).isEqualTo(new Command.AddNote(fire, "sudah benar"));
        assertThat(vm.answer.get()).isEmpty();
    }

    @Test
    void whatHasNotBeenSentIsTakenBackAndWhatHasSaysWhyNot() {
        waits();
        assertThat(vm.cancel(note)).isCompleted();
        assertThat(vm.waiting).extracting(StatusLine::id).containsExactly(claim);
        assertThat(vm.cancel(claim)).isCompleted();
        assertThat(vm.answer.get()).startsWith("Terlambat");
        assertThat(vm.waiting).hasSize(1);
        assertThat(vm.cancel(note)).isCompleted();
        assertThat(vm.answer.get()).startsWith("Tidak menunggu lagi");
    }

    @Test
    void whatIsTypedStaysWhenTheActionIsSentMeanwhile() {
        waits();
        vm.edit(note);
        vm.text.set("hampir selesai");
        desk.waiting.set(List.of());
        assertThat(vm.text.get()).isEqualTo("hampir selesai");
        assertThat(vm.answer.get()).startsWith("Sementara itu");
        assertThat(vm.save()).isCompleted();
        assertThat(vm.text.get()).isEqualTo("hampir selesai");
    }

    @Test
    void everyActionWithWordsGetsThemBack() {
        for (Command c : List.<Command>of(
                new Command.HoldCase(fire, 1, "a"), new Command.AddNote(fire, "a"), new Command.AnswerCase(fire, 1, "a"),
                new Command.ReopenCase(fire, "a"), new Command.EscalateCase(fire, 1, 2, "a"),
                new Command.AnswerChat(fire, 1, "a"), new Command.ReleaseCase(fire, 1, "a"))) {
            assertThat(Kept.hasText(c)).isTrue();
            assertThat(Kept.text(Kept.withText(c, "b"))).isEqualTo("b");
            assertThat(Kept.withText(c, "a")).isEqualTo(c);
        }
        assertThat(Kept.hasText(new Command.ClaimCase(fire))).isFalse();
    }

    @Test
    void aDamagedFileIsToldUntilItIsPutAway() {
        ShellViewModel shell = new ShellViewModel(desk, Surabaya.words(), Runnable::run);
        desk.notes.subscribe(shell::showNotes);
        desk.notes.set(List.of(new FileNote(7, "desk-rescued", Map.of(
                "file", "desk.db.damaged-20261124T073000Z", "waiting", "12", "settled", "80", "refused", "1", "drafts", "2", "lost", "3"))));
        assertThat(shell.notices).singleElement().satisfies(n -> {
            assertThat(n.title()).isEqualTo("Berkas tindakan Anda rusak");
            assertThat(n.why()).contains("12 tindakan menunggu").contains("sedikitnya: 3").contains("desk.db.damaged-20261124T073000Z");
        });
        shell.dismiss(shell.notices.getFirst());
        assertThat(desk.notes.get()).isEmpty();
        assertThat(shell.notices).isEmpty();
    }
}
