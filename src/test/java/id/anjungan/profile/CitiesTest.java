package id.anjungan.profile;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.ClockRule;
import id.anjungan.domain.Location;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Role;
import id.anjungan.domain.WorkCalendar;
import id.anjungan.geo.Area;
import id.anjungan.geo.AreaAt;
import id.anjungan.geo.Areas;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The two cities that come with the program, and the third that the tests bring.
class CitiesTest {
    static final Path BOSTON = Path.of("src/test/resources/profiles/boston");

    static CityProfile load(String name) {
        try {
            return ProfileLoader.load(name.equals("boston") ? BOSTON.toString() : name);
        } catch (ProfileException e) {
            throw new AssertionError(e.explain(), e);
        }
    }

    @ParameterizedTest
    @CsvSource({"surabaya,31,153,10,40,153", "paser,10,144,4,40,9", "boston,19,0,1,10,0"})
    @DisplayName("a city loads without a mistake, with all its areas, channels, categories and partner groups")
    void loads(String name, int districts, int villages, int channels, int categories, int groups) {
        CityProfile city = load(name);
        assertThat(city.districts()).hasSize(districts);
        assertThat(city.villages()).hasSize(villages);
        assertThat(city.channels()).hasSize(channels);
        assertThat(city.categories()).hasSize(categories);
        assertThat(city.partnerGroups()).hasSize(groups);
    }

    @ParameterizedTest
    @ValueSource(strings = {"surabaya", "paser", "boston"})
    @DisplayName("the policy knows the agency of every category, and knows it as valid today")
    void categoriesHaveAgencies(String name) {
        CityProfile city = load(name);
        Policy policy = city.toPolicy();
        LocalDate today = LocalDate.of(2026, 11, 24);
        assertThat(policy.categories().values()).allSatisfy(c -> {
            assertThat(policy.agency(c.agency())).hasValueSatisfying(a -> assertThat(a.validOn(today)).isTrue());
            assertThat(c.supporting()).allSatisfy(s -> assertThat(policy.agency(s)).isPresent());
        });
        assertThat(policy.version()).isEqualTo(city.version());
        assertThat(policy.channels()).hasSameSizeAs(city.channels());
        assertThat(policy.escalation().levels()).hasSameSizeAs(city.levels());
    }

    @ParameterizedTest
    @ValueSource(strings = {"surabaya", "paser"})
    @DisplayName("an agency that has ended is followed by one that goes on, and old names lead to it")
    void agenciesHaveSuccessors(String name) {
        CityProfile city = load(name);
        for (CityProfile.Agency a : city.agencies()) {
            if (a.validTo() != null) {
                CityProfile.Agency next = city.agency(String.valueOf(a.successor())).orElseThrow();
                assertThat(next.validTo()).isNull();
                assertThat(next.predecessors()).contains(a.code());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"surabaya", "paser"})
    @DisplayName("office hours are those of Perpres 21/2023: 37 h 30 a week, 32 h 30 in Ramadan")
    void weeklyHours(String name) {
        WorkCalendar calendar = load(name).calendar();
        assertThat(sum(calendar.week())).isEqualTo(Duration.ofMinutes(37 * 60 + 30));
        assertThat(sum(calendar.ramadanWeek())).isEqualTo(Duration.ofMinutes(32 * 60 + 30));
    }

    private static Duration sum(Map<DayOfWeek, List<WorkCalendar.Span>> week) {
        return week.values().stream()
                .flatMap(List::stream)
                .map(s -> Duration.between(s.from(), s.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    @DisplayName("2026 has 17 holidays and 8 days of joint leave, none of them estimated; 2027 is all estimate")
    void freeDays() {
        CityProfile city = load("surabaya");
        assertThat(days(city, 2026, false)).hasSize(17).noneMatch(CityProfile.FreeDay::estimated);
        assertThat(days(city, 2026, true)).hasSize(8).noneMatch(CityProfile.FreeDay::estimated);
        assertThat(days(city, 2027, false)).hasSize(18).allMatch(CityProfile.FreeDay::estimated);
        assertThat(days(city, 2027, true)).hasSize(8).allMatch(CityProfile.FreeDay::estimated);
    }

    private static List<CityProfile.FreeDay> days(CityProfile city, int year, boolean joint) {
        return city.freeDays().stream()
                .filter(d -> d.date().getYear() == year && d.jointLeave() == joint)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"surabaya", "paser"})
    @DisplayName("places lie where the city is, and say that their position is approximate")
    void placesAreNear(String name) {
        CityProfile city = load(name);
        Location centre = Location.of(city.centre().lat(), city.centre().lon());
        double farthest = city.areas().stream()
                .mapToDouble(a -> centre.metresTo(Location.of(a.lat(), a.lon())).orElseThrow())
                .max()
                .orElseThrow();
        assertThat(city.places()).isNotEmpty().allSatisfy(p -> {
            assertThat(centre.metresTo(Location.of(p.lat(), p.lon())).orElseThrow()).isLessThan(farthest);
            assertThat(p.approximate()).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"surabaya", "paser"})
    @DisplayName("every channel has a clock that runs from receipt, and every emergency is seen to and alarms")
    void nothingWithoutDeadline(String name) {
        CityProfile city = load(name);
        for (CityProfile.Channel channel : city.channels()) {
            for (Priority priority : Priority.values()) {
                assertThat(city.clocks())
                        .as(channel.code() + " " + priority)
                        .anyMatch(c -> c.rule().starts() == ClockRule.Event.RECEIVED
                                && (c.rule().channels().isEmpty() || c.rule().channels().contains(channel.code()))
                                && (c.rule().priorities().isEmpty() || c.rule().priorities().contains(priority)));
            }
        }
        assertThat(city.escalation().alarmOn()).contains(Priority.EMERGENCY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"surabaya", "paser"})
    @DisplayName("development sign-in has operators, a lead and a wall, all with the rights of their role")
    void operators(String name) {
        CityProfile city = load(name);
        assertThat(city.operators()).extracting(CityProfile.Operator::role)
                .contains(Role.OPERATOR, Role.LEAD, Role.WALLBOARD);
        assertThat(city.operator("dinding").orElseThrow().toActor().rights()).isEmpty();
    }

    @Test
    @DisplayName("an area is found by its name and by the spellings citizens use, and its kind is named")
    void areaNames() {
        CityProfile paser = load("paser");
        CityProfile surabaya = load("surabaya");
        assertThat(surabaya.areaNamed("asemrowo", Area.Level.DISTRICT).orElseThrow().code())
                .isEqualTo("35.78.28");
        assertThat(paser.kindOf("64.01.04.2002").orElseThrow().id()).isEqualTo("Desa");
        assertThat(paser.kindOf("64.01.04.1001").orElseThrow().id()).isEqualTo("Kelurahan");
        assertThat(paser.kindOf("nowhere")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"surabaya", "paser", "boston"})
    @DisplayName("the areas of a city can be drawn, and each centre lies in its own district")
    void areasCanBeDrawn(String name) {
        CityProfile city = load(name);
        Areas areas = Areas.of(city.areas());
        assertThat(areas.districts()).hasSameSizeAs(city.districts());
        long inPlace = city.districts().stream()
                .filter(d -> areas.locate(d.lat(), d.lon()).map(AreaAt::district).filter(d::equals).isPresent())
                .count();
        assertThat(inPlace).isGreaterThanOrEqualTo(city.districts().size() * 9L / 10);
    }

    @Test
    @DisplayName("services of another system's export find their category, and what is unknown finds the city's choice")
    void services() {
        CityProfile boston = load("boston");
        assertThat(boston.categoryOfService("Sidewalk Not Shoveled").orElseThrow().code()).isEqualTo("SNOW");
        assertThat(boston.categoryOfService("graffiti removal ").orElseThrow().code()).isEqualTo("GRAFFITI");
        assertThat(boston.categoryOfService("Other").orElseThrow().code()).isEqualTo("OTHER");
        assertThat(boston.categoryOfService("Space Savers")).isEmpty();
        assertThat(boston.imports()).isEqualTo(new CityProfile.ImportDefaults("BOS311", "OTHER"));
    }

    @Test
    @DisplayName("a template offers itself where it fits and keeps a variable nobody filled in")
    void templates() {
        CityProfile city = load("surabaya");
        assertThat(city.templates()).hasSizeGreaterThanOrEqualTo(15);
        CityProfile.Template t =
                city.templates().stream().filter(x -> x.code().equals("DARURAT-API")).findFirst().orElseThrow();
        assertThat(t.fits(CaseState.UNVERIFIED, "KBK", "CC112")).isTrue();
        assertThat(t.fits(CaseState.UNVERIFIED, "PJK", "CC112")).isFalse();
        CityProfile.Template received =
                city.templates().stream().filter(x -> x.code().equals("TERIMA")).findFirst().orElseThrow();
        assertThat(received.fill(Locale.ENGLISH, Map.of("number", "WGK-1")))
                .contains("WGK-1")
                .contains("{name}");
    }

    @Test
    @DisplayName("names come in the reader's language")
    void names() {
        Names both = new Names("Kebakaran", "Fire");
        assertThat(Stream.of("id", "en", "in").map(l -> both.in(Locale.of(l))))
                .containsExactly("Kebakaran", "Fire", "Kebakaran");
    }
}
