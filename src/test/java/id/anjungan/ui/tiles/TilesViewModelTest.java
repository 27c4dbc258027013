package id.anjungan.ui.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.state.ChannelTile;
import id.anjungan.state.DeskStatus;
import id.anjungan.state.QueueFilter;
import id.anjungan.ui.control.Freshness;
import id.anjungan.ui.control.Tile;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Surabaya;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TilesViewModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final TilesViewModel vm = new TilesViewModel(desk, Surabaya.words());

    private static ChannelTile tile(String channel, int open, boolean stale, int emergencies) {
        return new ChannelTile(
                channel, open, 3, FakeDesk.START.minusSeconds(134), FakeDesk.START.minusSeconds(4), stale, emergencies, 0,
                List.of(1, 2, 3));
    }

    private Tile.Reading reading(int at) {
        return Objects.requireNonNull(vm.tiles.get(at).reading.get());
    }

    @Test
    void tilesStandInTheOrderOfTheCityAndKeepTheirObjects() {
        vm.show(List.of(tile("WARGAKU", 1, false, 0), tile("CC112", 12, false, 1)));
        TileItem first = vm.tiles.getFirst();
        assertThat(vm.tiles).extracting(t -> t.channel).containsExactly("CC112", "WARGAKU");
        vm.show(List.of(tile("CC112", 13, false, 0), tile("WARGAKU", 1, false, 0)));
        assertThat(vm.tiles.getFirst()).isSameAs(first);
        assertThat(reading(0).count()).isEqualTo("13");
    }

    @Test
    void aTileSaysCountTrendAgeAndWhatIsUrgent() {
        vm.show(List.of(tile("CC112", 1_214, false, 1)));
        assertThat(reading(0).name()).isEqualTo("Call Center 112");
        assertThat(reading(0).count()).isEqualTo("1.214");
        assertThat(reading(0).trend()).isEqualTo("+3 / jam");
        assertThat(reading(0).oldest()).isEqualTo("terlama 2 mnt");
        assertThat(reading(0).age()).isEqualTo("4 dtk");
        assertThat(reading(0).edge()).isEqualTo(Tile.Edge.EMERGENCY);
    }

    @Test
    void agesGrowAsTimePasses() {
        vm.show(List.of(tile("CC112", 1, false, 0)));
        desk.pass(Duration.ofMinutes(2));
        vm.tick(desk.now());
        assertThat(reading(0).age()).isEqualTo("2 mnt");
        assertThat(reading(0).oldest()).isEqualTo("terlama 4 mnt");
    }

    @Test
    void aSilentChannelIsStaleAndWithTheLineCutNoneIsLive() {
        vm.show(List.of(tile("CC112", 1, false, 0), tile("KANTORKU", 1, true, 0)));
        assertThat(reading(0).freshness()).isEqualTo(Freshness.LIVE);
        assertThat(reading(1).freshness()).isEqualTo(Freshness.STALE);
        vm.show(new DeskStatus(DeskStatus.Link.OFFLINE, FakeDesk.START, Duration.ZERO, 0, 0, 0, -1, null));
        assertThat(reading(0).freshness()).isEqualTo(Freshness.OFFLINE);
    }

    @Test
    void aTileFiltersTheQueueAndAgainShowsAll() {
        vm.toggle("CC112");
        assertThat(desk.queue.filter().channels()).isEqualTo(Set.of("CC112"));
        vm.toggle("CC112");
        assertThat(desk.queue.filter()).isEqualTo(QueueFilter.ALL);
    }
}
