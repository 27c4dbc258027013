package id.anjungan.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Case;
import id.anjungan.domain.Outline;
import id.anjungan.domain.Priority;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.MapData;
import id.anjungan.state.MapPast;
import id.anjungan.state.UsualHour;
import id.anjungan.ui.control.map.MapMode;
import id.anjungan.ui.control.map.MapPoints;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MapViewModelTest {
    private final FakeDesk desk = new FakeDesk();
    private final MapViewModel vm = new MapViewModel(desk);
    private final UUID a = Samples.id("a");
    private final UUID b = Samples.id("b");

    @Test
    void everyPlacedCaseBecomesAPointAndTheOthersAreCounted() {
        vm.time.hours.set(0);
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
    void aPointSelectsItsCaseAndACrowdIsListed() {
        vm.select(a);
        assertThat(desk.selection.get()).contains(a);
        FakeDesk busy = Samples.busy();
        MapViewModel crowded = new MapViewModel(busy);
        List<UUID> ids = List.copyOf(busy.files.keySet());
        crowded.open(ids);
        assertThat(crowded.pane.get()).isEqualTo(MapPane.LIST);
        assertThat(crowded.listed.get()).hasSize(ids.size()).isSortedAccordingTo(java.util.Comparator.comparing(Case::priority));
        assertThat(crowded.back()).isTrue();
        assertThat(crowded.pane.get()).isEqualTo(MapPane.NONE);
        assertThat(crowded.back()).isFalse();
    }

    @Test
    void casesOfOneIncidentAreOneSignAndOldOnesFade() {
        UUID fire = Samples.id("fire");
        long now = FakeDesk.START.toEpochMilli();
        long old = now - Duration.ofDays(3).toMillis();
        MapData d = new MapData(
                List.of(a, b, Samples.id("c"), Samples.id("d")), new double[] {-7.2, -7.4, -7.3, -7.1},
                new double[] {112.7, 112.9, 112.8, 112.6}, new byte[] {2, 1, 3, 3}, new byte[4],
                new long[] {now, now, now, old}, 0, new UUID[] {fire, fire, null, fire});
        MapPoints p = PointMaker.points(d, now - 1_000, now);
        assertThat(p.size()).as("the old one is outside the window").isEqualTo(2);
        assertThat(p.cases(p.find(b))).containsExactly(a, b);
        assertThat(PointMaker.points(d, Long.MIN_VALUE, now).cases(0)).hasSize(1);
    }

    @Test
    void aDrawnShapeFiltersAndIsTakenAway() {
        Outline box = Outline.box(-7.3, 112.7, -7.2, 112.8);
        vm.filterBy(box);
        assertThat(desk.queue.filter().area()).isEqualTo(box);
        vm.showPage(desk.queue.page().get());
        assertThat(vm.shape.get()).isEqualTo(box);
        vm.filterBy(null);
        vm.showPage(desk.queue.page().get());
        assertThat(vm.shape.get()).isNull();
    }

    @Test
    void thePastIsShownAsItWasAndRunsToNow() {
        Instant came = FakeDesk.START.minus(Duration.ofHours(5));
        desk.maps.past = new MapPast(FakeDesk.START.minus(Duration.ofHours(12)), List.of(new MapPast.Was(
                a, -7.2, 112.7, Priority.HIGH, came, null, FakeDesk.START.minus(Duration.ofHours(1)), null)));
        vm.show(MapData.EMPTY);
        vm.time.back.set(120);
        assertThat(vm.points.get().size()).isEqualTo(1);
        vm.time.back.set(30);
        assertThat(vm.points.get().size()).as("closed by then").isZero();
        vm.time.back.set(6 * 60);
        assertThat(vm.points.get().size()).as("not there yet").isZero();
        vm.time.back.set(120);
        vm.time.hours.set(1);
        assertThat(vm.points.get().size()).as("outside the window").isZero();
        vm.time.hours.set(6);
        assertThat(vm.points.get().size()).isEqualTo(1);
        assertThat(desk.maps.askedFrom).as("asked once").hasSize(1);
        vm.time.play();
        vm.time.played(4);
        assertThat(vm.time.back.get()).isBetween(1.0, 119.0);
        vm.time.played(60);
        assertThat(vm.time.live()).isTrue();
        assertThat(vm.time.playing.get()).isFalse();
    }

    @Test
    void aCaseHadThePriorityOfThatHourAndWasAwayWhileItWasClosed() {
        Instant now = FakeDesk.START;
        MapPast.Was was = new MapPast.Was(
                a, -7.2, 112.7, Priority.HIGH, now.minus(Duration.ofHours(9)), null, null, null,
                List.of(new MapPast.Shut(now.minus(Duration.ofHours(4)), now.minus(Duration.ofHours(2)))),
                new TreeMap<>(Map.of(now.minus(Duration.ofHours(6)), Priority.LOW)));
        MapPast past = new MapPast(now.minus(Duration.ofHours(12)), List.of(was));
        assertThat(past.at(now.minus(Duration.ofHours(7)), Instant.MIN).priority()).containsExactly((byte) 3);
        assertThat(past.at(now.minus(Duration.ofHours(5)), Instant.MIN).priority()).containsExactly((byte) 1);
        assertThat(past.at(now.minus(Duration.ofHours(3)), Instant.MIN).ids()).isEmpty();
        assertThat(past.at(now.minus(Duration.ofHours(1)), Instant.MIN).ids()).hasSize(1);
    }

    @Test
    void districtsAreShadedByWhatIsAskedFor() {
        vm.show(List.of(new DistrictFigure("35.78.10", 50, 4, Priority.EMERGENCY)));
        assertThat(vm.measures()).containsExactly(Measure.OPEN, Measure.BREACHED);
        vm.nextMeasure();
        assertThat(vm.mode.get()).isEqualTo(MapMode.DISTRICTS);
        assertThat(vm.measure.get()).isEqualTo(Measure.OPEN);
        vm.nextMeasure();
        assertThat(vm.perDistrict.get()).containsEntry("35.78.10", 4.0);
        Map<String, Integer> people = Map.of("35.78.10", 200_000);
        UsualHour usual = new UsualHour(4, Map.of("35.78.10", new UsualHour.Now(9, 3)));
        List<DistrictFigure> figures = List.of(new DistrictFigure("35.78.10", 50, 4, null), new DistrictFigure("x", 1, 1, null));
        assertThat(Measure.PER_PEOPLE.values(figures, people, usual)).isEqualTo(Map.of("35.78.10", 2.5));
        assertThat(Measure.USUAL.values(figures, people, usual)).isEqualTo(Map.of("35.78.10", 3.0));
        assertThat(Measure.PER_PEOPLE.known(people, usual)).isTrue();
        assertThat(Measure.PER_PEOPLE.known(Map.of(), usual)).isFalse();
        assertThat(Measure.USUAL.known(people, UsualHour.UNKNOWN)).isFalse();
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
    void fromNearVillagesAreShadedAndAClickShowsOneAlone() {
        String village = desk.profile.get().villages().getFirst().code();
        desk.maps.villages = List.of(new DistrictFigure(village, 7, 2, null));
        vm.show(List.of(new DistrictFigure("35.78.10", 50, 4, Priority.EMERGENCY)));
        vm.near.set(true);
        assertThat(vm.perDistrict.get()).isEqualTo(Map.of(village, 7.0));
        vm.measure.set(Measure.BREACHED);
        assertThat(vm.perDistrict.get()).isEqualTo(Map.of(village, 2.0));
        vm.mode.set(MapMode.DISTRICTS);
        vm.clickArea("35.78.10");
        vm.clickArea(village);
        assertThat(desk.queue.filter().villages()).isEqualTo(Set.of(village));
        assertThat(desk.queue.filter().districts()).as("which would widen it").isEmpty();
        vm.clickArea(village);
        assertThat(desk.queue.filter().villages()).isEmpty();
        vm.near.set(false);
        assertThat(vm.perDistrict.get()).isEqualTo(Map.of("35.78.10", 4.0));
    }

    @Test
    void districtsAreShadedByTheirOpenCases() {
        vm.show(List.of(new DistrictFigure("35.78.10", 50, 1, Priority.EMERGENCY)));
        assertThat(vm.perDistrict.get()).containsEntry("35.78.10", 50.0);
    }
}
