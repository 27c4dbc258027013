package id.anjungan.profile;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.geo.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a profile tells the map: who is near, which area an address names, how many live there.
class NearMapTest {
    private static final CityProfile CITY = ProfileLoader.load("surabaya");

    @Test
    void theNearestComeFirstAndAreTenAtMost() {
        List<Nearest.Found> groups = Nearest.of(CITY, Nearest.What.GROUPS, -7.2575, 112.7521, 10, Locale.ROOT);
        assertThat(groups).hasSize(10).isSortedAccordingTo(java.util.Comparator.comparingDouble(Nearest.Found::metres));
        assertThat(groups.getFirst().metres()).isLessThan(1_500);
        assertThat(groups).allMatch(Nearest.Found::approximate);
        List<Nearest.Found> hospitals = Nearest.of(CITY, Nearest.What.HOSPITALS, -7.2455, 112.7580, 10, Locale.ROOT);
        assertThat(hospitals.getFirst().name()).contains("Soewandhie");
        assertThat(hospitals.getFirst().metres()).isLessThan(1);
        assertThat(Nearest.of(CITY, Nearest.What.POSTS, -7.25, 112.73, 10, Locale.ROOT).getFirst().name()).contains("Pasar Turi");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "Jl. Arief Rahman Hakim 5, Keputih, Sukolilo | Keputih",
        "jl keputih 3 | ",
        "Jalan Keputih Tegal, kelurahan Keputih | Keputih",
        "depan pasar, kec. Gubeng | Gubeng",
        "somewhere else | ",
    })
    void anAddressNamesItsVillage(String address, String expected) {
        assertThat(AddressArea.proposed(CITY, address).map(Area::name).orElse(null)).isEqualTo(expected);
    }

    @Test
    void aProfileMaySayHowManyLiveSomewhereAndHowToReachAPlace(@TempDir Path dir) throws IOException {
        try (Stream<Path> files = Files.list(CitiesTest.BOSTON)) {
            for (Path f : files.toList()) {
                Files.copy(f, dir.resolve(f.getFileName()));
            }
        }
        Path areas = dir.resolve("areas.csv");
        List<String> lines = Files.readAllLines(areas);
        int head = lines.indexOf(lines.stream().filter(l -> l.startsWith("code,")).findFirst().orElseThrow());
        StringBuilder out = new StringBuilder(lines.get(head) + ",inhabitants\n");
        for (int i = head + 1; i < lines.size(); i++) {
            out.append(lines.get(i)).append(i == head + 1 ? ",12000" : ",").append('\n');
        }
        Files.writeString(areas, out);
        Files.writeString(dir.resolve("places.yaml"), """
                places:
                  - {code: E1, name: Engine 1, kind: FIRE_POST, lat: 42.35, lon: -71.06, contact: "911"}
                  - {code: C1, name: Clinic 1, kind: CLINIC, lat: 42.35, lon: -71.06}
                """);
        CityProfile city = ProfileLoader.load(dir.toString());
        assertThat(city.inhabitants()).hasSize(1).containsValue(12_000);
        assertThat(ProfileLoader.fromDocument(city.toDocument())).isEqualTo(city);
        assertThat(Nearest.of(city, Nearest.What.POSTS, 42.36, -71.06, 10, Locale.ROOT))
                .singleElement()
                .satisfies(f -> assertThat(f.contact()).isEqualTo("911"));
        assertThat(Nearest.of(city, Nearest.What.HOSPITALS, 42.36, -71.06, 10, Locale.ROOT)).hasSize(1);
    }

    @Test
    void aVillageInADistrictThatIsNamedTooGoesFirst() {
        for (Area v : CITY.villages()) {
            String district = CITY.area(String.valueOf(v.parentCode())).orElseThrow().name();
            assertThat(AddressArea.proposed(CITY, "RT 3, " + v.name() + ", " + district).map(Area::name))
                    .contains(v.name());
        }
    }
}
