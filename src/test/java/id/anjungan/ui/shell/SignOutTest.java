package id.anjungan.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.state.DeskStatus;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.QueuePage;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignOutTest {
    private final FakeDesk desk = new FakeDesk();
    private final SignOut vm = new SignOut(desk, Surabaya.words(), Runnable::run);
    private int left;

    private void waits(int n, DeskStatus.Link link) {
        desk.status.set(new DeskStatus(link, FakeDesk.START, Duration.ZERO, n, 0, 0, -1, null));
    }

    private void holds(int n) {
        desk.queue.page.set(new QueuePage(QueueFilter.ALL, 0, List.of(), 0, 0, 9, n, 0, 0, null, Map.of()));
    }

    @Test
    void whereNothingWaitsAndNothingIsHeldNothingIsAsked() {
        waits(0, DeskStatus.Link.LIVE);
        holds(0);
        assertThat(vm.told()).isEmpty();
    }

    @Test
    void whatWaitsAndWhatIsHeldIsToldBefore() {
        waits(3, DeskStatus.Link.LIVE);
        holds(2);
        assertThat(vm.told()).hasSize(2);
        assertThat(vm.told().getFirst()).startsWith("3 tindakan belum terkirim");
        assertThat(vm.told().getLast()).startsWith("2 aduan yang Anda pegang kembali ke antrean");
        waits(3, DeskStatus.Link.OFFLINE);
        assertThat(vm.told().getLast()).contains("Server tidak terjangkau");
    }

    @Test
    void oneLeavesOnceAndTheDeskIsClosedAfterwards() {
        vm.onLeft(() -> left++);
        vm.go();
        vm.go();
        assertThat(desk.signedOut).isEqualTo(1);
        assertThat(left).isEqualTo(1);
    }
}
