package id.anjungan.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.anjungan.profile.Mistake.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What is wrong in a profile is said all at once, each with file, line, field and remedy. A correct city is copied
/// and spoiled in one place at a time.
class MistakesTest {
    @TempDir
    Path dir;

    @BeforeEach
    void copyCity() throws IOException {
        try (Stream<Path> files = Files.list(CitiesTest.BOSTON)) {
            for (Path file : files.toList()) {
                Files.copy(file, dir.resolve(file.getFileName()));
            }
        }
    }

    private void spoil(String file, String from, String to) throws IOException {
        String text = Files.readString(dir.resolve(file));
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(dir.resolve(file), text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private List<Mistake> mistakes() {
        List<Mistake> found = new ArrayList<>();
        assertThatThrownBy(() -> ProfileLoader.load(dir.toString()))
                .isInstanceOfSatisfying(ProfileException.class, e -> found.addAll(e.mistakes()));
        return found;
    }

    static Stream<Arguments> spoiled() {
        return Stream.of(
                Arguments.of("categories.yaml", "agency: BTD", "agency: BTE", Kind.UNKNOWN_CODE, 4, "categories[PARKING].agency", "did you mean \"BTD\"?"),
                Arguments.of("categories.yaml", "supporting: [BTD]", "supporting: [XQZ]", Kind.UNKNOWN_CODE, 8, "categories[LIGHT].supporting", "no such agency in agencies.yaml"),
                Arguments.of("categories.yaml", "supporting: [BTD]", "supporting: BTD", Kind.WRONG_SHAPE, 8, "categories[LIGHT].supporting", "a list belongs here"),
                Arguments.of("categories.yaml", "code: VEHICLE", "code: PARKING", Kind.DUPLICATE, 5, "categories[PARKING].code", "one row only"),
                Arguments.of("categories.yaml", "services: [Graffiti Removal]", "services: [Abandoned Vehicles]", Kind.DUPLICATE, 7, "categories[GRAFFITI].services", "already named"),
                Arguments.of("categories.yaml", "{id: Coretan, en: Graffiti}", "{id: Coretan}", Kind.UNTRANSLATED, 7, "categories[GRAFFITI].name.en", "in this language too"),
                Arguments.of("categories.yaml", "{id: Coretan, en: Graffiti}", "Graffiti", Kind.UNTRANSLATED, 7, "categories[GRAFFITI].name", "both languages"),
                Arguments.of("categories.yaml", "priority: HIGH", "priority: HUGE", Kind.WRONG_VALUE, 9, "categories[SIGNAL].priority", "one of EMERGENCY, HIGH, MEDIUM, LOW"),
                Arguments.of("categories.yaml", "weight: 280", "weight: lots", Kind.WRONG_VALUE, 2, "categories[OTHER].weight", "a whole number"),
                Arguments.of("categories.yaml", "weight: 280", "wieght: 280", Kind.UNKNOWN_FIELD, 2, "categories[OTHER].wieght", "did you mean \"weight\"?"),
                Arguments.of("categories.yaml", "weight: 280", "weight: 280, weight: 281", Kind.DUPLICATE, 2, "weight", "already given"),
                Arguments.of("channels.yaml", "prefix: BOS, ", "", Kind.MISSING, 2, "channels[BOS311].prefix", "must be given"),
                Arguments.of("channels.yaml", "staleAfter: 24h", "staleAfter: a day", Kind.WRONG_VALUE, 2, "channels[BOS311].staleAfter", "such as 8s"),
                Arguments.of("channels.yaml", "idempotentDelivery: true", "idempotentDelivery: yep", Kind.WRONG_VALUE, 2, "channels[BOS311].idempotentDelivery", "true or false"),
                Arguments.of("channels.yaml", "kind: COMPLAINT", "kind: *anchor", Kind.WRONG_SHAPE, 2, "", "write the value out"),
                Arguments.of("agencies.yaml", "code: ISD,", "code: ISD, successor: ISX,", Kind.UNKNOWN_CODE, 4, "agencies[ISD].successor", "did you mean \"ISD\"?"),
                Arguments.of("agencies.yaml", "code: ISD,", "code: ISD, validFrom: 2026-02-30,", Kind.WRONG_VALUE, 4, "agencies[ISD].validFrom", "a date such as"),
                Arguments.of("agencies.yaml", "code: ISD,", "code: ISD, validFrom: 2026-02-03, validTo: 2026-02-01,", Kind.WRONG_VALUE, 4, "agencies[ISD].validTo", "must not be before"),
                Arguments.of("areas.csv", "Roslindale,neighborhood,BOS", "Roslindale,neighborhood,BOX", Kind.UNKNOWN_CODE, 17, "areas[BOS-ROS].parent", "\"BOS\""),
                Arguments.of("areas.csv", "Roslindale,neighborhood", "Roslindale,neighbourhood", Kind.UNKNOWN_CODE, 17, "areas[BOS-ROS].level", "did you mean \"neighborhood\"?"),
                Arguments.of("areas.csv", "42.2832", "422.832", Kind.WRONG_VALUE, 17, "areas[BOS-ROS].lat", "degrees from -90 to 90"),
                Arguments.of("areas.csv", "-71.1270,\n", "-71.1270\n", Kind.WRONG_SHAPE, 17, "", "the header has 7 columns"),
                Arguments.of("clocks.yaml", "within: 2", "channels: [BOS312], within: 2", Kind.UNKNOWN_CODE, 2, "clocks[BOS-RESP].channels", "did you mean \"BOS311\"?"),
                Arguments.of("clocks.yaml", "2 working days", "2 fortnights", Kind.WRONG_VALUE, 2, "clocks[BOS-RESP].within", "5 working days"),
                Arguments.of("clocks.yaml", "stops: [ANSWERED, CLOSED]", "stops: []", Kind.MISSING, 2, "clocks[BOS-RESP].stops", "say what stops it"),
                Arguments.of("clocks.yaml", "[ANSWERED, CLOSED]", "[ANSWERED, CLOZED]", Kind.WRONG_VALUE, 2, "clocks[BOS-RESP].stops", "did you mean \"CLOSED\"?"),
                Arguments.of("escalation.yaml", "level: 2", "level: 3", Kind.GAP, 3, "levels[2].level", "2 comes here"),
                Arguments.of("escalation.yaml", "toLevel: 2", "toLevel: 5", Kind.WRONG_VALUE, 5, "rules[1].toLevel", "from 2 to 2"),
                Arguments.of("calendar.yaml", "2026-12-25", "2026-13-25", Kind.WRONG_VALUE, 11, "holidays[3].date", "a date such as"),
                Arguments.of("calendar.yaml", "2026-12-25", "2026-11-26", Kind.DUPLICATE, 11, "holidays[3].date", "one row only"),
                Arguments.of("calendar.yaml", "monday: [\"08:30-17:00\"]", "monday: [\"08:30-12:00\", \"11:00-17:00\"]", Kind.OVERLAP, 3, "week.monday", "must not begin before 12:00"),
                Arguments.of("calendar.yaml", "friday: [\"08:30-17:00\"]", "friday: [\"17:00-08:30\"]", Kind.WRONG_VALUE, 7, "week.friday", "the later one last"),
                Arguments.of("city.yaml", "zone: America/New_York", "zone: America/New_Amsterdam", Kind.WRONG_VALUE, 6, "zone", "Asia/Jakarta"),
                Arguments.of("city.yaml", "category: OTHER", "category: OTHRE", Kind.UNKNOWN_CODE, 13, "import.category", "did you mean \"OTHER\"?"),
                Arguments.of("city.yaml", "attributions:", "desk: {keepClosedDays: 3}\nattributions:", Kind.WRONG_VALUE, 10, "desk.keepClosedDays", "7"),
                Arguments.of("city.yaml", "attributions:", "tiles: [{name: {id: Peta, en: Map}, address: \"https://tiles.example/{z}/{x}.png\", attribution: A}]\nattributions:", Kind.WRONG_VALUE, 10, "tiles[1].address", "{z}/{x}/{y}"),
                Arguments.of("city.yaml", "attributions:", "tiles: [{name: {id: Peta, en: Map}, address: \"https://tiles.example/{z}/{x}/{y}.png\"}]\nattributions:", Kind.MISSING, 10, "tiles[1].attribution", "must be given"),
                Arguments.of("city.yaml", "attributions:", "tiles: [{name: {id: Peta, en: Map}, address: \"https://tiles.example/{z}/{x}/{y}.png\", attribution: A, maxZoom: 40}]\nattributions:", Kind.WRONG_VALUE, 10, "tiles[1].maxZoom", "from 1 to 22"),
                Arguments.of("operators.yaml", "role: LEAD", "role: LEAD, areas: [BOS-RXO]", Kind.UNKNOWN_CODE, 3, "operators[kim].areas", "did you mean"));
    }

    @ParameterizedTest(name = "{3}: {0}: {2}")
    @MethodSource("spoiled")
    @DisplayName("a mistake is reported with its kind, line, field and remedy")
    void reported(String file, String from, String to, Kind kind, int line, String field, String remedy)
            throws IOException {
        spoil(file, from, to);
        List<Mistake> found = mistakes();
        assertThat(found).as("no noise elsewhere").allSatisfy(m -> assertThat(m.where()).isEqualTo(file + ":" + line));
        assertThat(found).anySatisfy(m -> {
            assertThat(m.kind()).isEqualTo(kind);
            assertThat(m.where()).isEqualTo(file + ":" + line);
            assertThat(m.field()).isEqualTo(field);
            assertThat(m.wanted()).contains(remedy);
        });
    }

    @Test
    @DisplayName("a city whose levels have no districts is told so")
    void noDistricts() throws IOException {
        spoil("city.yaml", "level: DISTRICT", "level: VILLAGE");
        assertThat(mistakes().getFirst()).satisfies(m -> {
            assertThat(m.kind()).isEqualTo(Kind.GAP);
            assertThat(m.where()).isEqualTo("city.yaml:12");
            assertThat(m.field()).isEqualTo("areaLevels");
        });
    }

    @Test
    @DisplayName("a village whose district is unknown is named with its line")
    void villageWithoutDistrict() throws IOException {
        Path city = Path.of("assets/profiles/paser");
        try (Stream<Path> files = Files.list(city)) {
            for (Path file : files.toList()) {
                Files.copy(file, dir.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
        spoil("areas.csv", "Janju,desa,64.01.04", "Janju,desa,64.01.40");
        assertThat(mistakes()).singleElement().satisfies(m -> {
            assertThat(m.field()).isEqualTo("areas[64.01.04.2002].parent");
            assertThat(m.wanted()).contains("no such district in areas.csv");
            String line = Files.readAllLines(dir.resolve("areas.csv")).get(m.line() - 1);
            assertThat(line).startsWith("64.01.04.2002,Janju");
        });
    }

    @Test
    @DisplayName("a template that names an unknown variable is told which there are")
    void templateVariable() throws IOException {
        Files.writeString(dir.resolve("templates.yaml"), """
                folders:
                  - {code: f, name: {id: Map, en: Folder}}
                templates:
                  - code: T
                    folder: g
                    title: {id: Judul, en: Title}
                    text:
                      id: "Nomor {number}"
                      en: "Number {nummer}"
                """);
        assertThat(mistakes()).extracting(Mistake::where, Mistake::field, Mistake::found).containsExactlyInAnyOrder(
                org.assertj.core.groups.Tuple.tuple("templates.yaml:5", "templates[T].folder", "g"),
                org.assertj.core.groups.Tuple.tuple("templates.yaml:8", "templates[T].text", "{nummer}"));
    }

    @Test
    @DisplayName("YAML that is no YAML is reported with its line, and casts no doubt on the files that refer to it")
    void unreadable() throws IOException {
        spoil("agencies.yaml", "{code: ISD,", "{code: ISD");
        Files.delete(dir.resolve("escalation.yaml"));
        assertThat(mistakes()).extracting(Mistake::kind, Mistake::file).containsExactly(
                org.assertj.core.groups.Tuple.tuple(Kind.UNREADABLE, "agencies.yaml"),
                org.assertj.core.groups.Tuple.tuple(Kind.UNREADABLE, "escalation.yaml"));
        assertThat(mistakes().getFirst().line()).isBetween(4, 5);
    }

    @Test
    @DisplayName("how long closed cases stay on a desk is the city's to say, and a quarter of a year where it does not")
    void closedCasesStayAsLongAsTheCitySays() throws IOException {
        assertThat(ProfileLoader.load(dir.toString()).keepClosed()).isEqualTo(Duration.ofDays(90));
        spoil("city.yaml", "attributions:", "desk: {keepClosedDays: 30}\nattributions:");
        assertThat(ProfileLoader.load(dir.toString()).keepClosed()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    @DisplayName("all mistakes come at once, in the order of files and lines, and are explained for people")
    void allAtOnce() throws IOException {
        spoil("calendar.yaml", "2026-12-25", "Christmas");
        spoil("categories.yaml", "priority: HIGH", "priority: HUGE");
        spoil("categories.yaml", "agency: BTD", "agency: BTE");
        spoil("channels.yaml", "order: 1", "order: first");
        assertThatThrownBy(() -> ProfileLoader.load(dir.toString()))
                .isInstanceOfSatisfying(ProfileException.class, e -> {
                    assertThat(e.mistakes()).extracting(Mistake::where).containsExactly(
                            "channels.yaml:2", "categories.yaml:4", "categories.yaml:9", "calendar.yaml:11");
                    assertThat(e.explain())
                            .contains("has 4 mistakes")
                            .contains("categories.yaml:4  categories[PARKING].agency  found \"BTE\"; there is no such "
                                    + "agency in agencies.yaml; did you mean \"BTD\"?");
                });
    }
}
