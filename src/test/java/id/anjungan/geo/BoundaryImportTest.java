package id.anjungan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.geo.BoundaryProblem.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundaryImportTest {
    private static final Area A = new Area("1", "Alpha", Area.Level.DISTRICT, null, 0.5, 100.5);

    private static String feature(String code, String type, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code
                + "\",\"name\":\"Alpha\",\"level\":\"kecamatan\"},\n\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}";
    }

    private static Boundaries read(String... features) {
        String json = "{\"type\":\"FeatureCollection\",\n\"features\":[\n" + String.join(",\n", features) + "]}";
        return new BoundaryImport(List.of(A)).read("city.geojson", json).done();
    }

    private static final String SQUARE = "[[[100,0],[101,0],[101,1],[100,1],[100,0]]]";

    @Test
    void readsAnOutline() {
        Boundaries b = read(feature("1", "Polygon", SQUARE));
        assertThat(b.problems()).isEmpty();
        assertThat(Areas.of(List.of(A), b).locate(0.9, 100.1)).isPresent();
    }

    @Test
    void repairsABowTieAndSaysWhere() {
        Boundaries b = read(feature("1", "Polygon", "[[[100,0],[101,1],[101,0],[100,1],[100,0]]]"));
        assertThat(b.covers("1")).isTrue();
        assertThat(b.problems()).extracting(BoundaryProblem::kind).contains(Kind.INVALID);
        BoundaryProblem p = b.problems().getFirst();
        assertThat(p.where()).isEqualTo("city.geojson feature 1 (line 3) code 1");
        assertThat(p.detail()).contains("lon 100.5", "lat 0.5", "repaired");
        assertThat(Areas.of(List.of(A), b).locate(0.5, 100.9)).isPresent();
    }

    @Test
    void closesAnOpenRing() {
        Boundaries b = read(feature("1", "Polygon", "[[[100,0],[101,0],[101,1],[100,1]]]"));
        assertThat(b.problems()).extracting(BoundaryProblem::kind).containsExactly(Kind.UNCLOSED);
        assertThat(b.covers("1")).isTrue();
    }

    @Test
    void turnsLatLonIntoLonLat() {
        Boundaries b = read(feature("1", "Polygon", "[[[0,100],[0,101],[1,101],[1,100],[0,100]]]"));
        assertThat(b.problems()).extracting(BoundaryProblem::kind).containsExactly(Kind.SWAPPED);
        assertThat(Areas.of(List.of(A), b).locate(0.5, 100.5)).isPresent();
    }

    @Test
    void joinsPartsOfOneCode() {
        Boundaries b = read(
                feature("1", "Polygon", SQUARE),
                feature("1", "MultiPolygon", "[[[[102,0],[103,0],[103,1],[102,1],[102,0]]]]"));
        assertThat(b.problems()).extracting(BoundaryProblem::kind).contains(Kind.DUPLICATE_CODE);
        Areas areas = Areas.of(List.of(A), b);
        assertThat(areas.locate(0.5, 102.5)).isPresent();
        assertThat(areas.locate(0.5, 101.5)).isEmpty();
    }

    @Test
    void leavesOutWhatCannotBeRepairedAndSaysWhy() {
        Boundaries b = read(
                feature("9", "Polygon", SQUARE),
                feature("1", "Point", "[100,0]"),
                feature("1", "Polygon", "[[[100,0],[101,\"x\"],[101,1],[100,0]]]"),
                feature("1", "Polygon", "[[[700000,9200000],[700100,9200000],[700100,9200100],[700000,9200000]]]"),
                feature("1", "Polygon", "[[[100,0],[101,0],[100,0]]]"),
                feature("1", "Polygon", "[[[100,0],[101,0],[102,0],[100,0]]]"),
                "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}");
        assertThat(b.size()).isZero();
        assertThat(b.problems().stream().filter(p -> p.kind().rejects()).map(p -> p.kind() + " " + p.detail()))
                .containsExactly(
                        "UNKNOWN_CODE is in no line of the table of areas",
                        "BAD_GEOMETRY type Point, wanted Polygon or MultiPolygon",
                        "BAD_GEOMETRY ring 1 position 2 is not [lon, lat]",
                        "BAD_GEOMETRY ring 1 position 1 is out of range: 700000.0, 9200000.0 (degrees WGS84 are wanted)",
                        "BAD_GEOMETRY ring 1 has 3 positions, at least 4 are needed",
                        "EMPTY the outline encloses nothing",
                        "NO_CODE no property \"code\"");
        assertThat(b.problems().getLast().kind()).isEqualTo(Kind.MISSING);
    }

    @Test
    void saysLineAndColumnOfBrokenJson() {
        Boundaries b = new BoundaryImport(List.of(A)).read("x.geojson", "{\"type\":\n  oops}").done();
        assertThat(b.problems().getFirst().toString())
                .isEqualTo("x.geojson: UNREADABLE: not JSON, line 2, column 3: expected a value");
        assertThat(new BoundaryImport(List.of()).read("y", "[]").done().problems().getFirst().detail())
                .contains("FeatureCollection");
        assertThat(new BoundaryImport(List.of()).read("y", "[".repeat(100_000)).done().problems())
                .hasSize(1);
    }

    @Test
    void describesAreasOfACityThatHasNoTableYet() {
        String json = Cities.text("data/geo/paser-kelurahan.geojson");
        Boundaries b = new BoundaryImport(List.of()).read("paser", json).done();
        assertThat(b.areas()).hasSize(144).allSatisfy(a -> assertThat(a.parentCode()).startsWith("64.01."));
        assertThat(Areas.of(b.areas(), b).villages()).hasSize(144);
    }
}
