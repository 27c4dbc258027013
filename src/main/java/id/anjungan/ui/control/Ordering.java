package id.anjungan.ui.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// In which order things stand, and which are put away: `queue -map file`. What it does not name comes after, in its
/// usual order, so that what a later version adds is seen. A value.
public record Ordering(List<String> names, Set<String> hidden) {
    public static final Ordering USUAL = new Ordering(List.of(), Set.of());

    public Ordering {
        names = List.copyOf(names);
        hidden = Set.copyOf(hidden);
    }

    public static Ordering parse(String text) {
        List<String> names = new ArrayList<>();
        Set<String> hidden = new HashSet<>();
        Arrays.stream(text.strip().split("\\s+")).filter(s -> !s.isEmpty()).forEach(word -> {
            String name = word.startsWith("-") ? word.substring(1) : word;
            if (!name.isEmpty() && !names.contains(name)) {
                names.add(name);
                if (word.startsWith("-")) {
                    hidden.add(name);
                }
            }
        });
        return new Ordering(names, hidden);
    }

    public String format() {
        return String.join(" ", names.stream().map(n -> (hidden.contains(n) ? "-" : "") + n).toList());
    }

    /// All of these in this order, those put away too.
    public List<String> all(List<String> usual) {
        List<String> all = new ArrayList<>(names.stream().filter(usual::contains).toList());
        usual.stream().filter(n -> !all.contains(n)).forEach(all::add);
        return all;
    }

    /// Those that are shown. Never none: when all are put away, all are shown.
    public List<String> shown(List<String> usual) {
        List<String> shown = all(usual).stream().filter(n -> !hidden.contains(n)).toList();
        return shown.isEmpty() ? all(usual) : shown;
    }

    /// One step to the front (-1) or to the back (1).
    public Ordering move(List<String> usual, String name, int by) {
        List<String> next = new ArrayList<>(all(usual));
        int at = next.indexOf(name);
        int to = Math.clamp(at + by, 0, next.size() - 1);
        if (at >= 0) {
            next.remove(at);
            next.add(to, name);
        }
        return new Ordering(next, hidden);
    }

    /// Puts one away, or takes it out again; the last that is shown stays.
    public Ordering toggle(List<String> usual, String name) {
        Set<String> next = new HashSet<>(hidden);
        if (!next.remove(name) && shown(usual).size() > 1) {
            next.add(name);
        }
        return new Ordering(all(usual), next);
    }
}
