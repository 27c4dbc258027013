package id.anjungan.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words of `assets/simulator/templates.yaml`, where they are explained. Immutable.
record Templates(
        List<Line> templates,
        List<Line> general,
        Map<String, List<String>> spokenIn,
        Map<String, Local> cities,
        List<String> streets,
        List<String> landmarks,
        List<String> names,
        List<String> surnames,
        List<String> nuisance,
        Map<String, List<String>> before,
        Map<String, List<String>> after,
        List<String> emoji,
        Chat chat) {
    /// `k` category (absent: any), `g` style, `t` text.
    record Line(@Nullable String k, String g, String t) {}

    record Local(List<String> streets, List<String> landmarks, List<Line> templates) {}

    record Chat(List<String> nudge, List<String> detail, List<String> again, List<String> thanks, List<String> leave) {}

    static Templates load() {
        return Model.resource("templates.yaml", Templates.class);
    }

    List<String> streetsOf(String city) {
        Local local = cities.get(city);
        return local == null ? streets : local.streets();
    }

    List<String> landmarksOf(City city) {
        Local local = cities.get(city.code());
        List<String> all = new ArrayList<>(city.landmarks());
        all.addAll(local == null ? landmarks : local.landmarks());
        return all;
    }

    /// A style that is some city's own language is heard only there.
    private boolean spoken(Line line, String city) {
        List<String> only = spokenIn.get(line.g());
        return only == null || only.contains(city);
    }

    /// What can be said about a category: the city's own words and the common ones, else the general ones.
    List<Line> about(String city, String category) {
        Local local = cities.get(city);
        List<Line> all = new ArrayList<>();
        if (local != null) {
            all.addAll(local.templates());
        }
        all.addAll(templates);
        List<Line> fitting = all.stream().filter(l -> category.equals(l.k()) && spoken(l, city)).toList();
        return fitting.isEmpty() ? general : fitting;
    }
}
