package id.anjungan.ui.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Priority;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.QueueRow;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WallboardViewModelTest {
    private final FakeDesk desk = Samples.busy();
    private final WallboardViewModel vm = new WallboardViewModel(desk, Surabaya.words());

    WallboardViewModelTest() {
        desk.status.subscribe(vm::show);
        desk.figures.subscribe(vm::show);
        desk.queue.page().subscribe(vm::showQueue);
        desk.tiles.subscribe(vm::showTiles);
    }

    @Test
    void theWallNeverSaysWhatACitizenWrote() {
        String all = vm.worst.get().toString() + vm.figures.get() + vm.channels.get() + vm.title.get() + vm.subtitle.get();
        for (QueueRow r : Samples.rows()) {
            assertThat(all).doesNotContain(r.title()).doesNotContain(r.number());
        }
        assertThat(vm.worst.get().getFirst().what()).startsWith("Kebakaran");
        assertThat(vm.worst.get().getFirst().where()).isEqualTo("Tambaksari");
        assertThat(vm.worst.get().getFirst().clock()).isEqualTo("−02:14");
    }

    @Test
    void aSensitiveCaseIsOnlyItsUrgencyAndDistrict() {
        QueueRow r = Samples.rows().getFirst();
        QueueRow sensitive = new QueueRow(
                r.id(), r.number(), r.channel(), "KDRT", Priority.EMERGENCY, r.state(), "", r.district(), r.village(),
                null, false, false, true, 1, r.due(), false, 3, r.receivedAt(), false,
                null, java.util.List.of());
        WallTexts.Worst w = WallTexts.worst(sensitive, Surabaya.words().get(), desk.now());
        assertThat(w.what()).isEqualTo("Darurat");
        assertThat(w.where()).isEqualTo("Tambaksari");
    }

    @Test
    void onlyTheSixWorstAreShown() {
        assertThat(vm.worst.get()).hasSize(6);
        assertThat(vm.figures.get()).hasSize(6);
        assertThat(vm.figures.get().getFirst().value()).isEqualTo("781");
    }

    @Test
    void oldDataSaysSinceWhenAndNoChannelIsLive() {
        assertThat(vm.old.get()).isFalse();
        desk.status.set(new DeskStatus(
                DeskStatus.Link.OFFLINE, FakeDesk.START.minusSeconds(372), Duration.ofSeconds(372), 0, 0, 0, -1, null));
        assertThat(vm.old.get()).isTrue();
        assertThat(vm.subtitle.get()).isEqualTo("Terputus sejak 14.25");
        assertThat(vm.channels.get()).allMatch(WallTexts.Channel::stale);
    }
}
