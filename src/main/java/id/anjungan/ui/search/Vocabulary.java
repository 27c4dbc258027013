package id.anjungan.ui.search;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Role;
import id.anjungan.geo.Area;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.Names;
import id.anjungan.text.Lang;
import id.anjungan.text.Messages;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words one can search with: the operators and what may stand behind them, of one city, in both languages at once,
/// so that a query written in the one is understood in the other. Immutable, any thread.
final class Vocabulary {
    /// States that belong together.
    static final String OPEN = "OPEN";
    static final String CLOSED = "CLOSED";
    static final String ME = "ME";
    static final String NOBODY = "NOBODY";
    static final String LATE = "LATE";

    private static final int SHORTEST_PART = 3;

    private final Lang lang;
    private final Map<String, Operator> operators = new HashMap<>();
    private final Map<Operator, String> names = new EnumMap<>(Operator.class);
    private final Map<Operator, List<Value>> values = new EnumMap<>(Operator.class);

    /// Something that may stand behind an operator: its code, its name in the window's language, and all it answers to,
    /// in plain letters.
    record Value(String code, String name, Set<String> keys) {}

    Vocabulary(CityProfile city, Lang lang) {
        this.lang = lang;
        List<Messages> both = List.of(Messages.of(Lang.ID), Messages.of(Lang.EN));
        for (Operator op : Operator.values()) {
            for (Messages m : both) {
                String[] all = m.get(op.key()).split(" ");
                List.of(all).forEach(name -> operators.put(name, op));
                if (m.lang() == lang) {
                    names.put(op, all[0]);
                }
            }
            values.put(op, new ArrayList<>());
        }
        city.districts().forEach(a -> area(Operator.DISTRICT, a, city));
        city.villages().forEach(a -> area(Operator.VILLAGE, a, city));
        city.channels().forEach(c -> named(Operator.CHANNEL, c.code(), c.name(), c.shortName()));
        city.categories().forEach(c -> named(Operator.CATEGORY, c.code(), c.name()));
        city.agencies().forEach(a -> named(Operator.AGENCY, a.code(), Names.same(a.shortName()), a.name()));
        said(both, Operator.PRIORITY, Stream.of(Priority.values()).map(Enum::name).toList());
        said(both, Operator.STATUS, Stream.concat(
                Stream.of(CaseState.values()).map(Enum::name), Stream.of(OPEN, CLOSED)).toList());
        said(both, Operator.OWNER, List.of(ME, NOBODY));
        city.operators().stream()
                .filter(o -> o.role() != Role.WALLBOARD && o.role() != Role.SYSTEM)
                .forEach(o -> named(Operator.OWNER, o.id(), Names.same(o.name())));
        said(both, Operator.DUE, List.of(LATE));
    }

    private void area(Operator op, Area a, CityProfile city) {
        Set<String> keys = city.areaAliases().entrySet().stream()
                .filter(e -> e.getValue().equals(a.code()))
                .map(e -> plain(e.getKey()))
                .collect(Collectors.toSet());
        keys.add(plain(a.name()));
        keys.add(plain(a.code()));
        add(op, new Value(a.code(), a.name(), keys));
    }

    private void named(Operator op, String code, Names... names) {
        Set<String> keys = Stream.of(names)
                .flatMap(n -> Stream.of(n.id(), n.en()))
                .map(Vocabulary::plain)
                .collect(Collectors.toSet());
        keys.add(plain(code));
        add(op, new Value(code, names[0].in(lang.locale()), keys));
    }

    /// Values that the bundles name: `search.value.STATUS.ON_HOLD`, the first word being the one that is shown.
    private void said(List<Messages> both, Operator op, List<String> codes) {
        for (String code : codes) {
            String key = "search.value." + op.name() + "." + code;
            Set<String> keys = both.stream()
                    .flatMap(m -> Stream.of(m.get(key).split(" ")))
                    .map(Vocabulary::plain)
                    .collect(Collectors.toSet());
            String shown = both.get(lang == Lang.ID ? 0 : 1).get(key).split(" ")[0];
            add(op, new Value(code, shown, keys));
        }
    }

    private void add(Operator op, Value v) {
        of(op).add(v);
    }

    /// Only letters and digits, small, without accents: so spaces, dots and hyphens in names do not matter.
    static String plain(String s) {
        return Normalizer.normalize(s, Normalizer.Form.NFD).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }

    Optional<Operator> operator(String name) {
        return Optional.ofNullable(operators.get(name.toLowerCase(Locale.ROOT)));
    }

    /// Every name of every operator.
    Set<String> operatorNames() {
        return operators.keySet();
    }

    /// What an operator is called in the window's language.
    String name(Operator op) {
        return names.getOrDefault(op, op.name());
    }

    List<Value> of(Operator op) {
        return values.getOrDefault(op, List.of());
    }

    Optional<Value> value(Operator op, String code) {
        return of(op).stream().filter(v -> v.code().equals(code)).findFirst();
    }

    /// What is meant by what was typed: exactly so, else all that begin so, else all that have it in the middle.
    List<Value> match(Operator op, String typed) {
        String t = plain(typed);
        if (t.isEmpty()) {
            return List.of();
        }
        List<Value> exact = of(op).stream().filter(v -> v.keys().contains(t)).toList();
        if (!exact.isEmpty()) {
            return exact;
        }
        List<Value> begun = of(op).stream().filter(v -> v.keys().stream().anyMatch(k -> k.startsWith(t))).toList();
        return !begun.isEmpty() || t.length() < SHORTEST_PART
                ? begun
                : of(op).stream().filter(v -> v.keys().stream().anyMatch(k -> k.contains(t))).toList();
    }

    /// An operator with a value, such as `kec:"Karang Pilang"`.
    String term(Operator op, Value v) {
        return name(op) + ":" + written(op, v);
    }

    String term(Operator op, String text) {
        return name(op) + ":" + quoted(text);
    }

    /// How a value is written behind its operator: by its code when its name alone would not mean it.
    String written(Operator op, Value v) {
        return quoted(match(op, v.name()).equals(List.of(v)) ? v.name() : v.code());
    }

    /// Between quotes when it would otherwise fall apart.
    static String quoted(String text) {
        boolean bare = text.chars().noneMatch(c -> Character.isWhitespace(c) || c == ',' || c == '"') && !text.isEmpty();
        return bare ? text : "\"" + text.replace("\"", "") + "\"";
    }

    /// The name nearest to what was typed, when it is near enough to be meant.
    static Optional<String> nearest(String typed, Iterable<String> names) {
        Map<Integer, String> byDistance = new LinkedHashMap<>();
        for (String n : names) {
            byDistance.merge(distance(typed, n), n, (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        int most = Math.max(1, typed.length() / 3);
        return byDistance.entrySet().stream()
                .filter(e -> e.getKey() <= most)
                .min(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue);
    }

    /// How many letters must be changed, added or left out.
    private static int distance(String a, String b) {
        int[] above = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(above[j], row[j - 1]) + 1);
            }
            above = row;
        }
        return above[b.length()];
    }
}
