package id.anjungan.simulator;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Count tables of real complaints, read from a folder in place of the fitted figures: `hour_of_week_counts.csv`
/// (iso_weekday, hour_wib, count), `kelurahan_counts.csv` (kelurahan_code, count) and `topic_agency_counts.csv`
/// (topic, count). Immutable.
record Calibration(List<Double> hours, Map<String, Double> villageCounts, Map<String, Double> topicCounts) {
    Calibration {
        hours = List.copyOf(hours);
        villageCounts = Map.copyOf(villageCounts);
        topicCounts = Map.copyOf(topicCounts);
    }

    /// Reads the tables; an absent or unreadable one is an `IOException` that names the file.
    static Calibration read(Path folder) throws IOException {
        double[] hours = new double[168];
        for (Map<String, String> row : rows(folder.resolve("hour_of_week_counts.csv"))) {
            int day = (int) number(row, "iso_weekday") - 1;
            int hour = (int) number(row, "hour_wib");
            hours[day * 24 + hour] = number(row, "count");
        }
        double mean = Arrays.stream(hours).average().orElse(1);
        return new Calibration(
                Arrays.stream(hours).map(h -> h / mean).boxed().toList(), counts(folder.resolve("kelurahan_counts.csv"), "kelurahan_code"),
                counts(folder.resolve("topic_agency_counts.csv"), "topic"));
    }

    /// The counts of the villages of a city; empty when the table is of another city.
    Map<String, Double> villages(City city) {
        Map<String, Double> here = new HashMap<>();
        city.villages().forEach(v -> here.put(v.code(), villageCounts.getOrDefault(v.code(), 0.0)));
        return here.values().stream().allMatch(c -> c == 0) ? Map.of() : here;
    }

    /// The counts of the topics that speak of each category. A topic counts for the first category that knows it.
    Map<String, Double> categories(Map<String, List<String>> topics) {
        Map<String, Double> sums = new HashMap<>();
        topicCounts.forEach((topic, count) -> {
            String name = topic.toLowerCase(Locale.ROOT);
            topics.entrySet().stream()
                    .filter(e -> e.getValue().stream().anyMatch(name::contains))
                    .findFirst()
                    .ifPresent(e -> sums.merge(e.getKey(), count, Double::sum));
        });
        return sums;
    }

    private static Map<String, Double> counts(Path file, String key) throws IOException {
        Map<String, Double> sums = new HashMap<>();
        for (Map<String, String> row : rows(file)) {
            sums.merge(row.getOrDefault(key, ""), number(row, "count"), Double::sum);
        }
        return sums;
    }

    private static double number(Map<String, String> row, String field) {
        return Double.parseDouble(row.getOrDefault(field, "0"));
    }

    private static List<Map<String, String>> rows(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            throw new IOException("the calibration folder needs " + file.getFileName() + ": there is no " + file);
        }
        List<Map<String, String>> all = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.toFile())) {
            rows.forEachRemaining(all::add);
        } catch (RuntimeException e) {
            throw new IOException(file + " is no table with a header: " + e.getMessage(), e);
        }
        return all;
    }
}
