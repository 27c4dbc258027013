package id.anjungan.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.bench.Figures;
import id.anjungan.domain.Duplicates;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Location;
import id.anjungan.domain.Policy;
import id.anjungan.intake.IntakeItem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How often a suggested duplicate is one, and how many of the duplicates are suggested, over whole days of the
/// simulated city: several seeds, an ordinary and a flooded day each. The simulator knows which reports are about one
/// thing; the suggestions see only what a desk sees.
@Tag("bench")
class DuplicatesBench {
    private static final int SEEDS = 8;
    private static final int TITLE = 120;

    /// A report as the desk has it, and what only the simulator knows: what happened, and where it was told of.
    private record Told(Duplicates.Report report, String happening, String spot) {}

    private static final class Tally {
        int suggested;
        int right;
        int pairs;
        int found;
        int later;
        int reached;

        double precision() {
            return suggested == 0 ? 1 : (double) right / suggested;
        }

        double recall() {
            return later == 0 ? 1 : (double) reached / later;
        }

        double ofPairs() {
            return pairs == 0 ? 1 : (double) found / pairs;
        }
    }

    @Test
    void suggestionsOverWholeDays() {
        Map<String, Tally> all = new TreeMap<>();
        Map<String, Tally> plain = new TreeMap<>();
        for (Scenario scenario : List.of(Scenario.NORMAL, Scenario.FLOODED)) {
            for (long seed = 1; seed <= SEEDS; seed++) {
                List<Planned> day = TestCity.day(scenario, seed);
                day(day, scenario.name(), TestCity.POLICY.likeness(), all);
                day(day, scenario.name(), Policy.Likeness.DEFAULT, plain);
            }
        }
        all.put(
                "all, ten minutes and eighty metres for everything",
                java.util.Objects.requireNonNull(plain.get("all")));
        all.forEach((what, t) -> {
            Figures.print("duplicates", "duplicates " + what + ", precision", t.precision(), "of " + t.suggested, "0.9");
            Figures.print("duplicates", "duplicates " + what + ", recall", t.recall(), "of " + t.later, "0.8");
            Figures.print("duplicates", "duplicates " + what + ", pairs", t.ofPairs(), "of " + t.pairs, "");
        });
        Tally whole = java.util.Objects.requireNonNull(all.get("all"));
        assertThat(whole.precision()).isGreaterThanOrEqualTo(0.9);
        assertThat(whole.recall()).isGreaterThanOrEqualTo(0.8);
    }

    private static void day(
            List<Planned> day, String scenario, Policy.Likeness rule, Map<String, Tally> all) {
        List<Told> told = day.stream()
                .map(Planned::item)
                .filter(i -> i.kind() == IntakeItem.Kind.REPORT && i.outcome() == null)
                .map(DuplicatesBench::told)
                .sorted(java.util.Comparator.comparing(t -> t.report().at()))
                .toList();
        Map<UUID, Told> byId = new HashMap<>();
        told.forEach(t -> byId.put(t.report().id(), t));
        Function<Duplicates.Likely, Told> of = l -> java.util.Objects.requireNonNull(byId.get(l.id()));
        Set<String> seen = new HashSet<>();
        int from = 0;
        for (int i = 0; i < told.size(); i++) {
            Told now = told.get(i);
            while (told.get(from).report().at().isBefore(now.report().at().minus(Duration.ofHours(1)))) {
                from++;
            }
            List<Told> before = told.subList(from, i);
            List<Duplicates.Likely> likely =
                    Duplicates.among(now.report(), before.stream().map(Told::report).toList(), rule);
            for (Tally t : tallies(all, scenario, now)) {
                count(t, now, before, likely.stream().map(of).toList(), !seen.contains(now.spot()));
            }
            seen.add(now.spot());
        }
    }

    private static void count(
            Tally t, Told now, List<Told> before, List<Told> likely, boolean first) {
        int right = 0;
        for (Told l : likely) {
            right += l.happening().equals(now.happening()) ? 1 : 0;
        }
        t.suggested += likely.size();
        t.right += right;
        t.found += (int) likely.stream().filter(l -> l.spot().equals(now.spot())).count();
        t.pairs += (int) before.stream().filter(b -> b.spot().equals(now.spot())).count();
        t.later += first ? 0 : 1;
        t.reached += !first && right > 0 ? 1 : 0;
    }

    private static List<Tally> tallies(Map<String, Tally> all, String scenario, Told now) {
        List<Tally> of = new ArrayList<>();
        String kind = now.happening().contains("@") ? now.report().category() : "told twice";
        for (String what : List.of("all", scenario, kind)) {
            of.add(all.computeIfAbsent(what, k -> new Tally()));
        }
        return of;
    }

    private static Told told(IntakeItem i) {
        String id = i.sourceId();
        boolean incident = id.contains("@");
        String spot = incident ? id.substring(0, id.lastIndexOf('-')) : id.endsWith("-2") ? id.substring(0, id.length() - 2) : id;
        String happening = incident ? spot.substring(0, spot.lastIndexOf('-')) : spot;
        String words = i.text().substring(0, Math.min(TITLE, i.text().length()));
        return new Told(
                new Duplicates.Report(
                        Ids.ofItem(i.channel(), id), String.valueOf(i.category()),
                        new Location(i.lat(), i.lon(), i.address(), i.district(), i.village()),
                        java.util.Objects.requireNonNull(i.reportedAt()), words),
                happening, spot);
    }
}
