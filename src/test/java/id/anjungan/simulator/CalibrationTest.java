package id.anjungan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.intake.IntakeItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// How far a simulated month of written complaints is from the count tables. Distances are total variation (half
/// the sum of absolute differences of shares) or Kolmogorov–Smirnov at the published quantiles.
class CalibrationTest {
    private static final Instant FROM = Instant.parse("2026-06-01T17:00:00Z");

    private static List<Planned> month(Shares shares) {
        return TestCity.arrivals(Scenario.NORMAL, 99, shares, FROM, Duration.ofDays(30)).stream()
                .filter(p -> List.of("SP4N", "WARGAKU", "MC_WEB", "BANGGA", "SAPAWARGA").contains(p.item().channel()))
                .filter(p -> !p.item().sourceId().contains("@") && !p.item().sourceId().endsWith("-2"))
                .toList();
    }

    @Test
    void fittedFiguresComeNearTheTables() throws IOException {
        Calibration tables = Calibration.read(TestCity.shared("data/calibration"));
        List<Planned> month = month(TestCity.SHARES);
        report("fitted", month, tables, 0.12, 0.06, 0.25);
    }

    @Test
    void tablesReadDirectlyComeNearer() throws IOException {
        Path folder = TestCity.shared("data/calibration");
        Calibration tables = Calibration.read(folder);
        Shares shares = Simulator.shares(TestCity.SURABAYA, TestCity.MODEL, folder);
        List<Planned> month = month(shares);
        report("read directly", month, tables, 0.09, 0.04, 0.07);
        Map<String, Double> topics = tables.categories(TestCity.MODEL.topics());
        double topicDistance = distance(counts(month, i -> i.item().category()), topics);
        System.out.printf("calibration, read directly: topics %.3f%n", topicDistance);
        assertThat(topicDistance).isLessThan(0.12);
    }

    private static void report(
            String how, List<Planned> month, Calibration tables, double hourBound, double districtBound, double villageBound) {
        double hours = distance(counts(month, CalibrationTest::hourOfWeek), hourCounts(tables));
        double villages = distance(counts(month, p -> p.item().village()), tables.villages(TestCity.SURABAYA));
        double districts = distance(counts(month, p -> p.item().district()), districts(tables));
        System.out.printf(
                "calibration, %s, %d complaints: hour of week %.3f, districts %.3f, villages %.3f%n",
                how, month.size(), hours, districts, villages);
        assertThat(hours).as("hour of week").isLessThan(hourBound);
        assertThat(districts).as("districts").isLessThan(districtBound);
        assertThat(villages).as("villages").isLessThan(villageBound);
    }

    @Test
    void answerTimesFollowThePublishedQuantiles() throws IOException {
        Map<String, double[]> table = answerQuantiles(TestCity.shared("data/calibration/first_response_hours.csv"));
        Map<String, String> topics = Map.of(
                "(semua)", "", "PJU", "PJU-PDM", "Pelayanan PDAM", "PDAM", "Jalan Rusak dan Berlubang", "JLN-RSK", "KTP-el", "KTP",
                "Bansos", "BSS", "Pelayanan Puskesmas", "PKM");
        topics.forEach((topic, category) -> {
            Model.Answers answers = TestCity.MODEL.answersFor(category);
            Dice dice = Dice.of(1, topic);
            double[] drawn = java.util.stream.DoubleStream.generate(() -> answers.draw(dice)).limit(4_000).sorted().toArray();
            double distance = ks(drawn, Objects.requireNonNull(table.get(topic)), new double[] {0.1, 0.5, 0.9, 0.99});
            System.out.printf("calibration, answer times, %s: KS %.3f%n", topic, distance);
            assertThat(distance).as(topic).isLessThan(topic.equals("(semua)") ? 0.03 : 0.12);
        });
    }

    @Test
    void reportsAreAsLongAsComplaintsAre() {
        double[] lengths = month(TestCity.SHARES).stream().mapToDouble(p -> p.item().text().length()).sorted().toArray();
        double distance = ks(lengths, new double[] {203, 688}, new double[] {0.5, 0.9});
        System.out.printf(
                "calibration, text length: p50 %.0f, p90 %.0f, KS %.3f%n", lengths[lengths.length / 2],
                lengths[lengths.length * 9 / 10], distance);
        assertThat(distance).isLessThan(0.1);
    }

    private static Map<String, double[]> answerQuantiles(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(l -> !l.startsWith("topic") && !l.startsWith("\""))
                .map(l -> l.split(","))
                .collect(Collectors.toMap(f -> f[0], f -> Arrays.stream(f).skip(2).mapToDouble(Double::parseDouble).toArray()));
    }

    /// The largest gap between a sample and a distribution of which some quantiles are known.
    private static double ks(double[] sorted, double[] quantiles, double[] at) {
        double worst = 0;
        for (int i = 0; i < quantiles.length; i++) {
            int below = Arrays.binarySearch(sorted, quantiles[i]);
            double share = (double) (below < 0 ? -below - 1 : below) / sorted.length;
            worst = Math.max(worst, Math.abs(share - at[i]));
        }
        return worst;
    }

    private static String hourOfWeek(Planned p) {
        ZonedDateTime t = Objects.requireNonNull(p.item().reportedAt()).atZone(TestCity.SURABAYA.zone());
        return Integer.toString((t.getDayOfWeek().getValue() - 1) * 24 + t.getHour());
    }

    private static Map<String, Double> hourCounts(Calibration tables) {
        Map<String, Double> counts = new HashMap<>();
        for (int i = 0; i < 168; i++) {
            counts.put(Integer.toString(i), tables.hours().get(i));
        }
        return counts;
    }

    private static Map<String, Double> districts(Calibration tables) {
        Map<String, Double> counts = new HashMap<>();
        tables.villages(TestCity.SURABAYA).forEach((v, n) -> counts.merge(v.substring(0, 8), n, Double::sum));
        return counts;
    }

    private static Map<String, Double> counts(
            List<Planned> month, java.util.function.Function<Planned, String> key) {
        Map<String, Double> counts = new HashMap<>();
        month.stream().filter(p -> p.item().kind() == IntakeItem.Kind.REPORT).forEach(p -> counts.merge(key.apply(p), 1.0, Double::sum));
        return counts;
    }

    private static double distance(Map<String, Double> a, Map<String, Double> b) {
        double sa = a.values().stream().mapToDouble(d -> d).sum();
        double sb = b.values().stream().mapToDouble(d -> d).sum();
        var keys = new java.util.HashSet<>(a.keySet());
        keys.addAll(b.keySet());
        return keys.stream().mapToDouble(k -> Math.abs(a.getOrDefault(k, 0.0) / sa - b.getOrDefault(k, 0.0) / sb)).sum() / 2;
    }
}
