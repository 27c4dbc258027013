package id.anjungan.simulator;

import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Who speaks of what, where and when: the model's figures applied to one city, or the counts of a table in
/// their place. Immutable.
final class Shares {
    private final double[] hours;
    private final double[] callHours;
    private final Weighted<City.Village> village;
    private final Map<Policy.Channel.Kind, Weighted<City.Category>> category = new EnumMap<>(Policy.Channel.Kind.class);
    private final Weighted<City.Category> callCategory;
    private final City.Category nuisance;

    private Shares(City city, Model model, double[] hours, Map<String, Double> villages, Map<String, Double> topics) {
        this.hours = hours;
        this.callHours = model.hours().ofCalls();
        this.village = new Weighted<>(city.villages(), v -> villages.getOrDefault(v.code(), 0.0));
        for (Policy.Channel.Kind kind : Policy.Channel.Kind.values()) {
            Weighted<City.Category> fitting = new Weighted<>(city.categories(), c -> weight(model, kind, c, topics));
            category.put(kind, fitting.isEmpty() ? new Weighted<>(city.categories(), c -> 1) : fitting);
        }
        Map<String, Double> calls = callShares(city, model);
        Weighted<City.Category> urgent = new Weighted<>(city.categories(), c -> calls.getOrDefault(c.code(), 0.0));
        this.callCategory = urgent.isEmpty() ? new Weighted<>(city.categories(), c -> 1) : urgent;
        this.nuisance = model.calls().nuisanceAs().stream()
                .flatMap(c -> city.category(c).stream())
                .findFirst()
                .orElseGet(() -> city.categories().getLast());
    }

    static Shares of(City city, Model model) {
        return new Shares(city, model, model.hours().ofWeek(), villageShares(city, model), Map.of());
    }

    static Shares of(City city, Model model, Calibration tables) {
        Map<String, Double> villages = tables.villages(city);
        return new Shares(
                city, model, tables.hours().stream().mapToDouble(h -> h).toArray(), villages.isEmpty() ? villageShares(city, model) : villages,
                tables.categories(model.topics()));
    }

    /// District shares spread evenly over the villages of each.
    private static Map<String, Double> villageShares(City city, Model model) {
        Map<String, Long> sizes = city.villages().stream()
                .collect(Collectors.groupingBy(City.Village::district, Collectors.counting()));
        double known = sizes.keySet().stream().mapToDouble(d -> model.districts().getOrDefault(d, 0.0)).sum();
        double even = 1000.0 / city.villages().size();
        Map<String, Double> shares = new HashMap<>();
        for (City.Village v : city.villages()) {
            Double district = known > 0 ? model.districts().get(v.district()) : null;
            long size = sizes.getOrDefault(v.district(), 1L);
            shares.put(v.code(), district == null ? even : district / size);
        }
        return shares;
    }

    private static double weight(Model model, Policy.Channel.Kind kind, City.Category c, Map<String, Double> topics) {
        boolean emergency = c.priority() == Priority.EMERGENCY;
        double weight = topics.isEmpty() ? c.weight() : topics.getOrDefault(c.code(), 0.0);
        return switch (kind) {
            case CALL -> emergency ? c.weight() : 0;
            case REQUEST -> model.calls().nuisanceAs().contains(c.code()) ? 1 : 0;
            case DESK -> c.priority() == Priority.LOW ? c.weight() : 0;
            default -> emergency ? c.weight() * model.emergencyElsewhere() : weight;
        };
    }

    /// The stated shares, and the rest of the hundred over the other urgent categories by weight.
    private static Map<String, Double> callShares(City city, Model model) {
        Map<String, Double> shares = new LinkedHashMap<>(model.calls().shares());
        List<City.Category> others = city.categories().stream()
                .filter(c -> c.priority() == Priority.EMERGENCY || c.priority() == Priority.HIGH)
                .filter(c -> !model.calls().shares().containsKey(c.code()))
                .toList();
        double stated = shares.values().stream().mapToDouble(d -> d).sum();
        double weights = others.stream().mapToDouble(City.Category::weight).sum();
        if (weights > 0) {
            others.forEach(c -> shares.put(c.code(), (100 - stated) * c.weight() / weights));
        }
        return shares;
    }

    /// 168 factors, Monday 00:00 first, mean 1.
    double[] hours() {
        return hours;
    }

    double[] callHours() {
        return callHours;
    }

    Weighted<City.Village> village() {
        return village;
    }

    Weighted<City.Category> category(City.Channel channel) {
        return java.util.Objects.requireNonNull(category.get(channel.kind()));
    }

    Weighted<City.Category> callCategory() {
        return callCategory;
    }

    City.Category nuisance() {
        return nuisance;
    }
}
