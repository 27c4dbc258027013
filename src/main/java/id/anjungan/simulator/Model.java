package id.anjungan.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/// The figures of `assets/simulator/model.yaml`, where each is explained. Immutable.
record Model(
        Hours hours,
        Map<String, Double> districts,
        Map<String, Double> perDay,
        Map<Policy.Channel.Kind, Double> perDayByKind,
        Map<String, Double> sizes,
        Calls calls,
        double emergencyElsewhere,
        double duplicates,
        double photos,
        double withoutPosition,
        double anonymous,
        double confidential,
        Text text,
        List<Answers> answers,
        double endedByAnswer,
        Map<Priority, Spread> work,
        Chat chat,
        Silent silent,
        Map<String, List<String>> topics) {
    Model {
        districts = Map.copyOf(districts);
        perDay = Map.copyOf(perDay);
        perDayByKind = Map.copyOf(perDayByKind);
        sizes = Map.copyOf(sizes);
        answers = List.copyOf(answers);
        work = Map.copyOf(work);
        // Keeps the order of the file: the first match counts.
        topics = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(topics));
    }

    record Hours(List<Double> days, List<Double> weekday, List<Double> weekend, List<Double> calls) {
        /// The rate of each hour of a week against the mean hour; 168 figures from Monday 00:00, mean 1.
        double[] ofWeek() {
            return week(weekday, weekend);
        }

        double[] ofCalls() {
            return week(calls, calls);
        }

        private double[] week(List<Double> work, List<Double> rest) {
            double[] rates = new double[168];
            for (int d = 0; d < 7; d++) {
                double[] day = day(d < 5 ? work : rest);
                for (int h = 0; h < 24; h++) {
                    rates[d * 24 + h] = days.get(d) * day[h];
                }
            }
            return rates;
        }

        private static double[] day(List<Double> harmonics) {
            double[] rates = new double[24];
            double sum = 0;
            for (int h = 0; h < 24; h++) {
                double x = 0;
                for (int j = 0; j < harmonics.size() / 2; j++) {
                    double angle = 2 * Math.PI * (j + 1) * (h + 0.5) / 24;
                    x += harmonics.get(2 * j) * Math.cos(angle) + harmonics.get(2 * j + 1) * Math.sin(angle);
                }
                rates[h] = Math.exp(x);
                sum += rates[h];
            }
            for (int h = 0; h < 24; h++) {
                rates[h] *= 24 / sum;
            }
            return rates;
        }
    }

    record Calls(double nuisance, List<String> nuisanceAs, Map<String, Double> shares) {}

    record Text(double medianChars, double sigma, double typos, double doubled, double emoji) {}

    /// Hours; a lognormal whose spread below the median differs from that above.
    record Answers(List<String> categories, double median, double low, double high) {
        double draw(Dice dice) {
            double z = dice.gaussian();
            return median * Math.exp(z * (z < 0 ? low : high));
        }
    }

    record Spread(double median, double sigma) {
        double draw(Dice dice) {
            return dice.lognormal(median, sigma);
        }
    }

    record Chat(Spread reply, Spread patience) {}

    /// Every so many hours `channel` stops for a time between the two lengths in `minutes`.
    record Silent(String channel, int everyHours, List<Integer> minutes) {}

    Answers answersFor(String category) {
        return answers.stream()
                .filter(a -> a.categories().contains(category))
                .findFirst()
                .orElseGet(answers::getLast);
    }

    double perDay(City city, City.Channel channel) {
        double here = perDay.getOrDefault(channel.code(), perDayByKind.getOrDefault(channel.kind(), 20.0));
        return here * sizes.getOrDefault(city.code(), 1.0);
    }

    static Model load() {
        return resource("model.yaml", Model.class);
    }

    static <T> T resource(String name, Class<T> type) {
        try (InputStream in = Model.class.getResourceAsStream("/assets/simulator/" + name)) {
            if (in == null) {
                throw new IllegalStateException("assets/simulator/" + name + " is not packed with the program");
            }
            return new ObjectMapper(new YAMLFactory()).readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException("assets/simulator/" + name + " cannot be read", e);
        }
    }
}
