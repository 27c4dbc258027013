package id.anjungan.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Priority;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.MapData;
import id.anjungan.ui.control.map.MapMode;
import id.anjungan.ui.control.map.MapPoints;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MapViewModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final MapViewModel vm = new MapViewModel(desk);
    private final UUID a = Samples.id("a");
    private final UUID b = Samples.id("b");

    @Test
    void everyPlacedCaseBecomesAPointAndTheOthersAreCounted() {
        vm.show(new MapData(
                List.of(a, b), new double[] {-7.2, -7.3}, new double[] {112.7, 112.8}, new byte[] {0, 3},
                new byte[] {MapData.UNACKNOWLEDGED, 0}, new long[2], 7));
        MapPoints points = vm.points.get();
        assertThat(points.size()).isEqualTo(2);
        assertThat(points.id(1)).isEqualTo(b);
        assertThat(vm.placed.get()).isEqualTo(2);
        assertThat(vm.unplaced.get()).isEqualTo(7);
    }

    @Test
    void aPointSelectsItsCaseAndCasesOnOneSpotTakeTurns() {
        vm.select(a);
        assertThat(desk.selection.get()).contains(a);
        vm.showSelection(Optional.of(a));
        vm.openCluster(List.of(a, b));
        assertThat(desk.selection.get()).contains(b);
        vm.showSelection(Optional.of(b));
        vm.openCluster(List.of(a, b));
        assertThat(desk.selection.get()).contains(a);
    }

    @Test
    void aDistrictFiltersTheQueueOnlyWhereDistrictsAreShown() {
        vm.clickArea("35.78.10");
        assertThat(desk.queue.filter().districts()).isEmpty();
        vm.mode.set(MapMode.DISTRICTS);
        vm.clickArea("35.78.10");
        assertThat(desk.queue.filter().districts()).isEqualTo(Set.of("35.78.10"));
        vm.clickArea("35.78.10");
        assertThat(desk.queue.filter().districts()).isEmpty();
    }

    @Test
    void districtsAreShadedByTheirOpenCases() {
        vm.show(List.of(new DistrictFigure("35.78.10", 50, 1, Priority.EMERGENCY)));
        assertThat(vm.perDistrict.get()).containsEntry("35.78.10", 50.0);
    }
}
