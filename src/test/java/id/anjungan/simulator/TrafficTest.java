package id.anjungan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Location;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.intake.IntakeItem;
import id.anjungan.protocol.Json;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrafficTest {
    private static List<String> lines(List<Planned> day) {
        return day.stream().map(p -> p.at() + " " + Json.write(p.item()) + " " + p.endsAt()).toList();
    }

    @Test
    void oneSeedIsOneDayToTheLetter() {
        assertThat(lines(TestCity.day(Scenario.NORMAL, 7))).isEqualTo(lines(TestCity.day(Scenario.NORMAL, 7)));
    }

    @Test
    void anotherSeedIsAnotherDay() {
        assertThat(lines(TestCity.day(Scenario.NORMAL, 8))).doesNotContainAnyElementsOf(lines(TestCity.day(Scenario.NORMAL, 7)));
    }

    @Test
    void aDayJoinedLaterIsTheRestOfTheSameDay() {
        List<Planned> whole = TestCity.day(Scenario.NORMAL, 7);
        var from = TestCity.NOON.plus(Duration.ofMinutes(437));
        List<Planned> rest = TestCity.arrivals(
                Scenario.NORMAL, 7, TestCity.SHARES, from, Duration.between(from, TestCity.NOON.plus(Duration.ofDays(1))));
        assertThat(lines(rest)).isEqualTo(lines(whole.stream().filter(p -> !p.at().isBefore(from)).toList()));
    }

    @Test
    void everythingArrivesInOrderAndHasAnIdentityOfItsOwn() {
        List<Planned> day = TestCity.day(Scenario.FLOODED, 3);
        assertThat(day).isSortedAccordingTo(Comparator.comparing(Planned::at));
        assertThat(day.stream().map(p -> p.item().channel() + p.item().sourceId()).toList()).doesNotHaveDuplicates();
        assertThat(day).allSatisfy(p -> assertThat(p.item().reportedAt()).isBeforeOrEqualTo(p.at()));
    }

    @Test
    void sixInTenCallsAreNuisanceAndTheCallTakerEndsThem() {
        List<Planned> calls = TestCity.arrivals(Scenario.CALM, 5, TestCity.SHARES, TestCity.NOON, Duration.ofDays(20)).stream()
                .filter(p -> p.item().channel().equals("CC112"))
                .toList();
        long nuisance = calls.stream().filter(p -> p.item().outcome() == Outcome.NUISANCE).count();
        assertThat(calls.size() / 20.0 / Scenario.CALM.rate()).as("calls a day").isBetween(370.0, 430.0);
        assertThat((double) nuisance / calls.size()).as("share of nuisance calls").isBetween(0.57, 0.63);
    }

    @Test
    void allChannelsSpeakAndEveryCodeIsTheCitys() {
        List<Planned> day = TestCity.day(Scenario.NORMAL, 11);
        assertThat(day.stream().map(p -> p.item().channel()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(TestCity.SURABAYA.channels().stream().map(City.Channel::code).toList());
        Set<String> villages = TestCity.SURABAYA.villages().stream().map(City.Village::code).collect(Collectors.toSet());
        assertThat(day).allSatisfy(p -> {
            assertThat(p.item().village()).isIn(villages);
            if (p.item().category() != null) {
                assertThat(TestCity.SURABAYA.category(p.item().category())).isPresent();
            }
            assertThat(p.item().text()).isNotBlank().doesNotContain("{");
        });
    }

    @Test
    void noValueCouldBelongToAPerson() {
        Pattern digits = Pattern.compile("\\d[\\d -]{6,}\\d");
        Pattern phone = Pattern.compile("0812-0000-\\d{4}");
        Pattern nik = Pattern.compile("\\d{6}9901990001");
        for (Planned p : TestCity.day(Scenario.FLOODED, 13)) {
            IntakeItem i = p.item();
            assertThat(i.phone()).matches(phone);
            if (i.email() != null) {
                assertThat(i.email()).endsWith("@contoh.invalid");
            }
            Matcher m = digits.matcher(i.text());
            while (m.find()) {
                assertThat(m.group()).satisfiesAnyOf(
                        s -> assertThat(s).matches(phone), s -> assertThat(s).matches(nik));
            }
        }
    }

    @Test
    void aFloodSpreadsFromNeighbourToNeighbourForAnHour() {
        Incidents incidents = new Incidents(TestCity.SURABAYA, TestCity.WORDS, Scenario.FLOODED, 1, TestCity.NOON);
        int widest = 0;
        for (int n = 0; n < 20; n++) {
            List<Planned> told = incidents.reports(
                    new Incidents.Happening("flood" + n, Scenario.Script.Kind.FLOOD, TestCity.NOON));
            told.sort(Planned.ORDER);
            Set<String> wet = new HashSet<>();
            for (Planned p : told) {
                String village = String.valueOf(p.item().village());
                City.Village here = village(village);
                if (!wet.isEmpty() && !wet.contains(village)) {
                    assertThat(TestCity.SURABAYA.villages().stream()
                                    .filter(v -> wet.contains(v.code()))
                                    .anyMatch(v -> TestCity.SURABAYA.neighbours(v).contains(here)))
                            .as(here.name() + " borders on what is flooded already")
                            .isTrue();
                }
                wet.add(village);
            }
            widest = Math.max(widest, wet.size());
            assertThat(Duration.between(told.getFirst().at(), told.getLast().at())).isLessThan(Duration.ofMinutes(61));
        }
        assertThat(widest).as("villages under water").isBetween(5, 60);
    }

    private static City.Village village(String code) {
        return TestCity.SURABAYA.villages().stream().filter(v -> v.code().equals(code)).findFirst().orElseThrow();
    }

    @Test
    void aHouseFireIsToldFiveTimesFromOnePlaceWithinTenMinutes() {
        Incidents incidents = new Incidents(TestCity.SURABAYA, TestCity.WORDS, Scenario.NORMAL, 1, TestCity.NOON);
        List<Planned> told = incidents.reports(new Incidents.Happening("f", Scenario.Script.Kind.FIRE, TestCity.NOON));
        told.sort(Planned.ORDER);
        assertThat(told).hasSize(5);
        assertThat(told.getFirst().item().channel()).isEqualTo("CC112");
        assertThat(told).extracting(p -> p.item().text()).doesNotHaveDuplicates();
        assertThat(Duration.between(told.getFirst().at(), told.getLast().at())).isLessThan(Duration.ofMinutes(10));
        assertThat(TestCity.SURABAYA.category("KBK").orElseThrow().priority()).isEqualTo(Priority.EMERGENCY);
        IntakeItem first = told.getFirst().item();
        assertThat(told).allSatisfy(p -> assertThat(metres(first, p.item())).isLessThan(150));
    }

    @Test
    void whatIsToldTwiceComesFromNearbyWithinTenMinutes() {
        Map<String, IntakeItem> byId = TestCity.day(Scenario.NORMAL, 21).stream()
                .collect(Collectors.toMap(p -> p.item().sourceId(), Planned::item));
        List<IntakeItem> again = byId.values().stream().filter(i -> i.sourceId().endsWith("-2")).toList();
        assertThat(again).hasSizeGreaterThan(10);
        for (IntakeItem second : again) {
            IntakeItem first = byId.get(second.sourceId().substring(0, second.sourceId().length() - 2));
            if (first != null && first.lat() != null) {
                assertThat(metres(first, second)).isLessThan(150);
                assertThat(Duration.between(first.reportedAt(), second.reportedAt()))
                        .isBetween(Duration.ofSeconds(90), Duration.ofMinutes(10));
                assertThat(second.text()).isNotEqualTo(first.text());
            }
        }
    }

    private static double metres(IntakeItem a, IntakeItem b) {
        return place(a).metresTo(place(b)).orElseThrow();
    }

    private static Location place(IntakeItem i) {
        return new Location(i.lat(), i.lon(), null, null, null);
    }

    @Test
    void oneChannelFallsSilentNowAndThenAndLosesNothing() {
        List<Planned> late = TestCity.arrivals(Scenario.NORMAL, 2, TestCity.SHARES, TestCity.NOON, Duration.ofDays(5)).stream()
                .filter(p -> p.at().isAfter(java.util.Objects.requireNonNull(p.item().reportedAt()).plusSeconds(120)))
                .toList();
        assertThat(late).isNotEmpty().allSatisfy(p -> assertThat(p.item().channel()).isEqualTo("KANTORKU"));
    }

    @Test
    void threeDaysLeaveAboutSixHundredAndFiftyOpenCases() {
        var from = TestCity.NOON.minus(Duration.ofDays(3));
        List<IntakeItem> history = TestCity.arrivals(Scenario.NORMAL, 42, TestCity.SHARES, from, Duration.ofDays(3)).stream()
                .map(p -> p.asOf(TestCity.NOON))
                .filter(i -> i.kind() == IntakeItem.Kind.REPORT)
                .toList();
        long open = history.stream().filter(i -> i.outcome() == null).count();
        System.out.println("history of 72 h: " + history.size() + " reports, " + open + " open, "
                + history.stream().filter(i -> i.outcome() == null).collect(Collectors.groupingBy(IntakeItem::channel, Collectors.counting())));
        assertThat(open).isBetween(550L, 750L);
    }

    @Test
    void surabayasJavaneseIsHeardInSurabayaOnly() {
        Templates all = Templates.load();
        assertThat(all.about("surabaya", "JLN-RSK")).extracting(Templates.Line::g).contains("s");
        assertThat(all.about("paser", "JLN-RSK")).extracting(Templates.Line::g).isNotEmpty().doesNotContain("s");
    }

    @Test
    void aCityNobodyWroteTemplatesForSpeaksToo() {
        City small = new City(
                "elsewhere", java.time.ZoneId.of("Asia/Jayapura"),
                List.of(new City.Channel("X", Policy.Channel.Kind.COMPLAINT)),
                List.of(new City.Category("ODD", "Sinyal lemah", Priority.LOW, 1)),
                List.of(new City.Village("1", "Satu", "0", "Nol", -2.5, 140.7)), List.of());
        Words words = new Words(small, Templates.load(), TestCity.MODEL);
        Shares shares = Shares.of(small, TestCity.MODEL);
        Traffic traffic = new Traffic(
                small, TestCity.MODEL, shares, words, new Citizens(1, TestCity.MODEL, words, shares), Scenario.NORMAL, 1,
                TestCity.NOON);
        assertThat(traffic.hour(TestCity.NOON)).isNotEmpty().allSatisfy(p -> assertThat(p.item().category()).isEqualTo("ODD"));
    }
}
