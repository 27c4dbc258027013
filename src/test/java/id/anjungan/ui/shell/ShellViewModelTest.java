package id.anjungan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Refusal;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.RefusedAction;
import id.anjungan.ui.control.Tone;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ShellViewModelTest {
    private static final Decision.Refused TAKEN =
            new Decision.Refused(Refusal.CLAIMED_BY_OTHER, Map.of("by", "ratna", "since", "2026-11-24T07:31:00Z"));
    private final FakeDesk desk = new FakeDesk();
    private final ShellViewModel vm = new ShellViewModel(desk, Surabaya.words(), Runnable::run);
    private final UUID fire = Samples.id("112-8841");

    @Test
    void aRefusalSaysWhatByWhomAndSinceWhenAndKeepsTheWords() {
        desk.decides = c -> TAKEN;
        assertThat(vm.submit(new Command.AnswerCase(fire, 0, "Petugas di lokasi"))).isCompleted();
        assertThat(vm.notices).singleElement().satisfies(n -> {
            assertThat(n.title()).isEqualTo("Ditolak: Tanggapi");
            assertThat(n.why()).isEqualTo("Sudah diklaim Ratna Kusuma sejak 14.31.");
            assertThat(n.text()).isEqualTo("Petugas di lokasi");
        });
    }

    @Test
    void whatTheServerRefusedStandsOnceUntilItIsPutAway() {
        RefusedAction r = new RefusedAction(
                UUID.randomUUID(), new Command.AddNote(fire, "catatan"), FakeDesk.START, "112-8841", TAKEN);
        desk.refused.subscribe(vm::showRefused);
        desk.refused.set(List.of(r));
        desk.refused.set(List.of(r));
        assertThat(vm.notices).hasSize(1);
        vm.dismiss(vm.notices.getFirst());
        assertThat(desk.refused.get()).isEmpty();
        assertThat(vm.notices).isEmpty();
    }

    @Test
    void theStatusSaysHowOldTheDataAreAndWhatWaits() {
        vm.show(new DeskStatus(DeskStatus.Link.LIVE, FakeDesk.START, Duration.ofMillis(300), 0, 0, 0, -1, null));
        StatusTexts live = Objects.requireNonNull(vm.status.get());
        assertThat(live.link()).isEqualTo("Langsung");
        assertThat(live.detail()).isEqualTo("0,3 dtk · 0 tertunda");
        vm.show(new DeskStatus(
                DeskStatus.Link.OFFLINE, FakeDesk.START.minusSeconds(372), Duration.ofSeconds(372), 4, 1, 0, -1, "refused"));
        StatusTexts off = Objects.requireNonNull(vm.status.get());
        assertThat(off.link()).isEqualTo("Luring");
        assertThat(off.tone()).isEqualTo(Tone.EMERGENCY);
        assertThat(off.detail()).isEqualTo("6 mnt · 4 tertunda");
        assertThat(off.sentences()).anyMatch(s -> s.contains("14.25")).anyMatch(s -> s.startsWith("4 tindakan"));
    }

    @Test
    void theClockIsTheServersInTheCitysZone() {
        vm.tick(desk.now());
        assertThat(vm.clock.get()).isEqualTo("14.32.07");
        assertThat(vm.zone.get()).isEqualTo("WIB");
    }

    @Test
    void theSameOverlayAgainPutsItAway() {
        vm.toggle(Overlay.KEYS);
        vm.toggle(Overlay.STATUS);
        assertThat(vm.overlay.get()).isEqualTo(Overlay.STATUS);
        vm.toggle(Overlay.STATUS);
        assertThat(vm.overlay.get()).isEqualTo(Overlay.NONE);
    }
}
