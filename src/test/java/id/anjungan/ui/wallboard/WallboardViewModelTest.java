package id.anjungan.ui.wallboard;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Priority;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.QueueRow;
import id.anjungan.state.WallData;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import id.anjungan.ui.kit.Surabaya;
import id.anjungan.ui.kit.WallSamples;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class WallboardViewModelTest {
    private final FakeDesk desk = Samples.busy();
    private final AtomicLong nanos = new AtomicLong();
    private final WallboardViewModel vm = new WallboardViewModel(desk, Surabaya.words(), nanos::get);
    private final Words w = Surabaya.words().get();

    WallboardViewModelTest() {
        desk.status.subscribe(vm::show);
        desk.figures.subscribe(vm::show);
        desk.queue.page().subscribe(vm::showQueue);
        desk.tiles.subscribe(vm::showTiles);
        desk.alarms.subscribe(vm::showAlarms);
        desk.wall.subscribe(vm::show);
        desk.wall.set(new WallData(WallSamples.plan("Apel 15.00", List.of("Hujan lebat")), WallSamples.figures()));
        settle();
    }

    private void settle() {
        vm.settle(desk.now(), Set.of("overview", "alarm"));
    }

    private List<WallTexts.Worst> worst() {
        return vm.moment.get().worst().stream().map(r -> WallTexts.worst(r, w, desk.now())).toList();
    }

    @Test
    void theWallNeverSaysWhatACitizenWrote() {
        String all = worst().toString() + WallTexts.figures(vm.moment.get(), w, desk.now()) + vm.title.get()
                + vm.subtitle.get() + vm.ticker.get();
        for (QueueRow r : Samples.rows()) {
            assertThat(all).doesNotContain(r.title()).doesNotContain(r.number());
        }
        assertThat(worst().getFirst().what()).startsWith("Kebakaran");
        assertThat(worst().getFirst().where()).isEqualTo("Tambaksari");
        assertThat(worst().getFirst().clock()).isEqualTo("−02:14");
    }

    @Test
    void aSensitiveCaseIsOnlyItsUrgencyAndDistrict() {
        QueueRow r = Samples.rows().getFirst();
        QueueRow sensitive = new QueueRow(
                r.id(), r.number(), r.channel(), "KDRT", Priority.EMERGENCY, r.state(), "", r.district(), r.village(),
                null, false, false, true, 1, r.due(), false, 3, r.receivedAt(), false,
                null, List.of());
        WallTexts.Worst x = WallTexts.worst(sensitive, w, desk.now());
        assertThat(x.what()).isEqualTo("Darurat");
        assertThat(x.where()).isEqualTo("Tambaksari");
    }

    @Test
    void theFiguresAreThoseOfTheDesk() {
        List<WallTexts.Figure> all = WallTexts.figures(vm.moment.get(), w, desk.now());
        assertThat(all).hasSize(6);
        assertThat(all.getFirst().value()).isEqualTo("781");
    }

    @Test
    void oldDataSaysSinceWhenAndHowOldAndNoChannelIsLive() {
        assertThat(vm.old.get()).isFalse();
        desk.status.set(new DeskStatus(
                DeskStatus.Link.OFFLINE, FakeDesk.START.minusSeconds(372), Duration.ofSeconds(372), 0, 0, 0, -1, null));
        settle();
        assertThat(vm.old.get()).isTrue();
        assertThat(vm.subtitle.get()).isEqualTo("Terputus sejak 14.25 · data 6 mnt lalu");
        assertThat(vm.moment.get().tiles().stream().map(t -> WallTexts.channel(t, w, desk.now(), vm.old.get())))
                .allMatch(WallTexts.Channel::stale);
    }

    @Test
    void theLinePassesOnByMonotonicTime() {
        assertThat(vm.ticker.get()).isEqualTo("Hujan lebat");
        nanos.addAndGet(Duration.ofSeconds(9).toNanos());
        settle();
        assertThat(vm.ticker.get()).contains("Kebakaran").contains("Tambaksari");
    }

    @Test
    void anEmergencyHasTheWallAndGivesItBack() {
        assertThat(vm.turn.get().kind()).isEqualTo("alarm");
        assertThat(vm.emergencies.get()).isEmpty();
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        settle();
        assertThat(vm.turn.get().kind()).isEqualTo("overview");
        assertThat(vm.emergencies.get()).startsWith("2 darurat");
    }

    @Test
    void aClockThatIsSetBackTurnsNoPageAndStopsNone() {
        nanos.addAndGet(Duration.ofMinutes(2).toNanos());
        settle();
        assertThat(vm.turn.get().kind()).isEqualTo("overview");
        desk.pass(Duration.ofHours(-3));
        settle();
        assertThat(vm.clock.get()).isEqualTo("11.32");
        assertThat(vm.turn.get().kind()).isEqualTo("overview");
        desk.pass(Duration.ofDays(400));
        settle();
        assertThat(vm.turn.get().kind()).isEqualTo("overview");
        vm.settle(desk.now(), Set.of("overview", "map"));
        nanos.addAndGet(Duration.ofSeconds(40).toNanos());
        vm.settle(desk.now(), Set.of("overview", "map"));
        assertThat(vm.turn.get().kind()).isEqualTo("map");
    }

    @Test
    void thePictureWandersAFewPixelsAndNeverJumps() {
        FxThread.start();
        FxThread.call(() -> {
                    WallSheet sheet = new WallSheet(new Region());
                    Set<String> places = new HashSet<>();
                    double x = 0;
                    double y = 0;
                    for (int step = 0; step < 98; step++) {
                        sheet.wander(step);
                        assertThat(Math.abs(sheet.getTranslateX())).isLessThanOrEqualTo(WallSheet.WANDER);
                        assertThat(Math.abs(sheet.getTranslateY())).isLessThanOrEqualTo(WallSheet.WANDER);
                        if (step % 49 > 0) {
                            assertThat(Math.hypot(sheet.getTranslateX() - x, sheet.getTranslateY() - y)).isEqualTo(1);
                        }
                        x = sheet.getTranslateX();
                        y = sheet.getTranslateY();
                        places.add(x + " " + y);
                    }
                    assertThat(places).hasSize(49);
                    return true;
                })
                .join();
    }
}
