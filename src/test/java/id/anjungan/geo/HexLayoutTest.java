package id.anjungan.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class HexLayoutTest {
    @Provide
    Arbitrary<List<Area>> cities() {
        var lat = Arbitraries.doubles().between(-8, -7);
        var lon = Arbitraries.doubles().between(112, 113.5);
        var spread = Combinators.combine(lat, lon).as((a, o) -> new double[] {a, o});
        var heaped = Arbitraries.just(new double[] {-7.5, 112.5});
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, spread), net.jqwik.api.Tuple.of(1, heaped))
                .list()
                .ofMinSize(1)
                .ofMaxSize(40)
                .map(points -> {
                    List<Area> out = new ArrayList<>();
                    for (double[] p : points) {
                        out.add(new Area("c" + out.size(), "n", Area.Level.DISTRICT, null, p[0], p[1]));
                    }
                    return out;
                });
    }

    @Property(tries = 100)
    void eachAreaHasACellOfItsOwn(@ForAll("cities") List<Area> areas) {
        HexLayout h = HexLayout.of(areas);
        assertThat(h.cells()).hasSize(areas.size());
        assertThat(new HashSet<>(h.cells().values())).hasSize(areas.size());
        assertThat(h.cells().values())
                .allSatisfy(c -> assertThat(c.column() >= 0 && c.row() >= 0).isTrue());
    }

    @Property(tries = 50)
    void theOrderOfTheTableDoesNotMatter(@ForAll("cities") List<Area> areas, @ForAll long seed) {
        List<Area> shuffled = new ArrayList<>(areas);
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(HexLayout.of(shuffled).cells()).isEqualTo(HexLayout.of(areas).cells());
    }

    @Test
    void areasStayNearTheirPlace() {
        List<Area> districts = Areas.of(Cities.of("35.78")).districts();
        HexLayout h = HexLayout.of(districts);
        assertThat(column(h, "35.78.18")).as("Lakarsantri lies west of Tambaksari").isLessThan(column(h, "35.78.10"));
        int agree = 0;
        int pairs = 0;
        for (Area a : districts) {
            for (Area b : districts) {
                if (b.lon() - a.lon() > 0.05) {
                    pairs++;
                    agree += h.cell(a.code()).orElseThrow().x() < h.cell(b.code()).orElseThrow().x() ? 1 : 0;
                }
            }
        }
        assertThat((double) agree / pairs).as("east is right").isGreaterThan(0.95);
    }

    private static int column(HexLayout h, String code) {
        return h.cell(code).orElseThrow().column();
    }

    @Test
    void anEmptyCityIsAnEmptyLayout() {
        assertThat(HexLayout.of(List.of()).cells()).isEmpty();
    }
}
