package id.anjungan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TopoJsonTest {
    private static final List<Area> TOWN = List.of(
            new Area("1", "Barat", Area.Level.DISTRICT, null, 0.5, 0.5),
            new Area("2", "Timur", Area.Level.DISTRICT, null, 0.5, 1.5));

    /// Two squares side by side with one shared border, on a grid of tenths.
    private static final String SQUARES = """
            {"type": "Topology",
             "transform": {"scale": [0.1, 0.1], "translate": [0, 0]},
             "arcs": [
               [[10, 0], [0, 10]],
               [[10, 10], [-10, 0], [0, -10], [10, 0]],
               [[10, 0], [10, 0], [0, 10], [-10, 0]]],
             "objects": {"districts": {"type": "GeometryCollection", "geometries": [
               {"type": "Polygon", "properties": {"code": "1"}, "arcs": [[0, 1]]},
               {"type": "MultiPolygon", "properties": {"code": "2"}, "arcs": [[[2, -1]]]}]}}}""";

    @Test
    void areasThatShareABorderAreRead() {
        Boundaries b = new BoundaryImport(TOWN).read("town.topojson", SQUARES).done();
        assertThat(b.problems()).isEmpty();
        Areas areas = Areas.of(TOWN, b);
        assertThat(areas.locate(0.5, 0.2)).get().extracting(a -> a.district().code()).isEqualTo("1");
        assertThat(areas.locate(0.5, 1.8)).get().extracting(a -> a.district().code()).isEqualTo("2");
        assertThat(areas.locate(0.5, 1.8).orElseThrow().metresOutside()).isZero();
    }

    @Test
    void whatIsWrongIsToldWithItsPlace() {
        Boundaries b = new BoundaryImport(TOWN).read("x", SQUARES.replace("[[0, 1]]", "[[0, 7]]")).done();
        assertThat(b.problems()).extracting(BoundaryProblem::kind)
                .containsExactly(BoundaryProblem.Kind.BAD_GEOMETRY, BoundaryProblem.Kind.MISSING);
        assertThat(b.problems().getFirst().where()).contains("line").contains("code 1");
        Boundaries none = new BoundaryImport(TOWN).read("x", "{\"type\": \"Topology\", \"arcs\": 3}").done();
        assertThat(none.problems().getFirst().kind()).isEqualTo(BoundaryProblem.Kind.UNREADABLE);
    }
}
