package id.anjungan.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreasTest {
    private static final Area NORTH = new Area("1.1", "North", Area.Level.DISTRICT, "1", -7.20, 112.70);
    private static final Area SOUTH = new Area("1.2", "South", Area.Level.DISTRICT, "1", -7.30, 112.70);
    private static final Area N1 = new Area("1.1.1", "N-one", Area.Level.VILLAGE, "1.1", -7.20, 112.68);
    private static final Area N2 = new Area("1.1.2", "N-two", Area.Level.VILLAGE, "1.1", -7.20, 112.72);

    @ParameterizedTest
    @CsvSource({"35.78, 31, 153", "64.01, 10, 144"})
    void computedAreasHoldTheirOwnCentre(String city, int districts, int villages) {
        List<Area> table = Cities.of(city);
        Areas areas = Areas.of(table);
        assertThat(areas.districts()).hasSize(districts);
        assertThat(areas.villages()).hasSize(villages);
        assertEachVillageFound(areas);
        assertThat(areas.computed()).isTrue();
        assertThat(table).allSatisfy(a -> assertThat(areas.shape(a.code())).as(a.name()).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"35.78, surabaya", "64.01, paser"})
    void trueBoundariesHoldTheirOwnCentre(String city, String file) {
        List<Area> table = Cities.of(city);
        Boundaries boundaries = Cities.boundaries(file, table);
        assertThat(boundaries.problems()).isEmpty();
        Areas areas = Areas.of(table, boundaries);
        assertThat(areas.computed()).isFalse();
        assertEachVillageFound(areas);
    }

    private static void assertEachVillageFound(Areas areas) {
        assertThat(areas.villages()).allSatisfy(v -> {
            AreaAt at = areas.locate(v.lat(), v.lon()).orElseThrow();
            assertThat(at.village()).isEqualTo(v);
            assertThat(at.district().code()).isEqualTo(v.parentCode());
            assertThat(at.metresOutside()).isZero();
        });
    }

    @Test
    void aPointOnTheBridgeBelongsToTheNearestArea() {
        List<Area> table = Cities.of("35.78");
        Areas areas = Areas.of(table, Cities.boundaries("surabaya", table));
        AreaAt onBridge = areas.locate(-7.195, 112.779).orElseThrow();
        assertThat(onBridge.district().name()).isIn("Kenjeran", "Bulak");
        assertThat(onBridge.metresOutside()).isBetween(1.0, Areas.REACH_METRES);
    }

    @Test
    void aPointFarAwayBelongsToNobody() {
        Areas areas = Areas.of(List.of(NORTH, SOUTH));
        assertThat(areas.locate(-6.2, 106.8)).isEmpty();
        assertThat(areas.locate(Double.NaN, 112.7)).isEmpty();
    }

    @Test
    void aDistrictIsTheUnionOfItsVillages() {
        Areas areas = Areas.of(List.of(NORTH, SOUTH, N1, N2));
        double north = areas.shape("1.1").orElseThrow().areaSquareMetres();
        double parts = areas.shape("1.1.1").orElseThrow().areaSquareMetres()
                + areas.shape("1.1.2").orElseThrow().areaSquareMetres();
        assertThat(north).isCloseTo(parts, org.assertj.core.data.Percentage.withPercentage(0.1));
        AreaAt south = areas.locate(SOUTH.lat(), SOUTH.lon()).orElseThrow();
        assertThat(south.district()).isEqualTo(SOUTH);
        assertThat(south.village()).isNull();
    }

    @Test
    void knowsChildrenAndTheNearestCentre() {
        Areas areas = Areas.of(List.of(SOUTH, N2, NORTH, N1));
        assertThat(areas.children("1.1")).containsExactly(N1, N2);
        assertThat(areas.children("1.2")).isEmpty();
        assertThat(areas.nearest(Area.Level.DISTRICT, -7.9, 112.7)).contains(SOUTH);
        assertThat(areas.byCode("9")).isEmpty();
    }

    @Test
    void copesWithOneAreaWithNoneAndWithCentresThatCoincide() {
        assertThat(Areas.of(List.of()).locate(0, 0)).isEmpty();
        assertThat(Areas.of(List.of(NORTH)).locate(NORTH.lat(), NORTH.lon())).isPresent();
        List<Area> same = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            same.add(new Area("2." + i, "same", Area.Level.DISTRICT, null, 1, 1));
        }
        Areas areas = Areas.of(same);
        assertThat(same).allSatisfy(a -> assertThat(areas.shape(a.code())).isPresent());
    }

    @Test
    void refusesACodeThatAppearsTwice() {
        assertThatThrownBy(() -> Areas.of(List.of(NORTH, NORTH))).hasMessageContaining("1.1");
    }

    @Test
    void theLabelPointLiesInside() {
        List<Area> table = Cities.of("35.78");
        Areas areas = Areas.of(table, Cities.boundaries("surabaya", table));
        assertThat(areas.districts()).allSatisfy(d -> {
            AreaShape s = areas.shape(d.code()).orElseThrow();
            assertThat(areas.locate(s.labelLat(), s.labelLon()).orElseThrow().district()).isEqualTo(d);
        });
    }
}
