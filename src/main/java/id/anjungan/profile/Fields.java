package id.anjungan.profile;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One table of a profile, read field by field. A field that is absent or wrong goes to the report and a
/// harmless value is returned, so that reading goes on and every mistake is found in one pass.
final class Fields {
    /// Allowed in every table: where a fact comes from, and what the writer wants to say about it.
    private static final Set<String> REMARKS = Set.of("source", "note");

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})\\s*(ms|s|m|h|d)");

    /// Stands for no date while reading; no profile can write it.
    private static final LocalDate NO_DATE = LocalDate.MIN;

    private final Report report;
    private final Node.Table node;
    private final String path;
    private final Set<String> asked = new LinkedHashSet<>(REMARKS);

    Fields(Report report, Node.Table node, String path) {
        this.report = report;
        this.node = node;
        this.path = path;
    }

    /// The table at the top of a file. Anything else is reported, and an empty table read instead.
    static Fields top(Report report, Node node, String file) {
        if (node instanceof Node.Table t) {
            return new Fields(report, t, "");
        }
        report.add(Mistake.Kind.WRONG_SHAPE, node.at(), "", node.shape(), file + " is a table of named fields");
        return new Fields(report, new Node.Table(node.at(), new LinkedHashMap<>()), "");
    }

    /// What is read of a file that is not there: nothing, without complaint about what it lacks.
    static Fields absent(String file) {
        return new Fields(new Report(), new Node.Table(new Spot(file, 0), new LinkedHashMap<>()), "");
    }

    Spot at() {
        return node.at();
    }

    /// The line of a field, or of its table when the field is absent.
    Spot at(String name) {
        Node field = node.fields().get(name);
        return field == null ? node.at() : field.at();
    }

    boolean has(String name) {
        return node.fields().containsKey(name);
    }

    Set<String> names() {
        return node.fields().keySet();
    }

    String field(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    void wrong(Mistake.Kind kind, String name, String found, String wanted) {
        report.add(kind, at(name), field(name), found, wanted);
    }

    /// As [#wrong], about one value of a list.
    void wrongAt(Node.Text item, Mistake.Kind kind, String name, String wanted) {
        report.add(kind, item.at(), field(name), item.value(), wanted);
    }

    private @Nullable Node get(String name) {
        asked.add(name);
        return node.fields().get(name);
    }

    /// The text of a field; null when absent or no single value.
    @Nullable String maybe(String name) {
        Node field = get(name);
        if (field == null) {
            return null;
        }
        if (field instanceof Node.Text t) {
            return t.value().strip();
        }
        wrong(Mistake.Kind.WRONG_SHAPE, name, field.shape(), "one value belongs here");
        return null;
    }

    String text(String name) {
        boolean absent = get(name) == null;
        String value = maybe(name);
        if (absent || (value != null && value.isEmpty())) {
            wrong(Mistake.Kind.MISSING, name, "", "must be given");
        }
        return value == null ? "" : value;
    }

    /// The value that `parse` makes of a field; `otherwise` when it is absent or makes no sense.
    <T> T parsed(String name, T otherwise, String wanted, Function<String, Optional<T>> parse) {
        String value = maybe(name);
        if (value == null) {
            return otherwise;
        }
        Optional<T> parsed = parse.apply(value);
        if (parsed.isEmpty()) {
            wrong(Mistake.Kind.WRONG_VALUE, name, value, wanted);
        }
        return parsed.orElse(otherwise);
    }

    private void require(String name) {
        if (get(name) == null) {
            wrong(Mistake.Kind.MISSING, name, "", "must be given");
        }
    }

    boolean flag(String name) {
        return parsed(name, false, "true or false", v -> switch (v) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    int whole(String name, int otherwise, int least, int most) {
        return parsed(name, otherwise, "a whole number from " + least + " to " + most, v -> {
            try {
                int n = Integer.parseInt(v);
                return n < least || n > most ? Optional.empty() : Optional.of(n);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    double degrees(String name, int most) {
        require(name);
        return parsed(name, 0.0, "degrees from -" + most + " to " + most, v -> {
            try {
                double d = Double.parseDouble(v);
                return Math.abs(d) <= most ? Optional.of(d) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    /// A date, or null when absent or none.
    @Nullable LocalDate date(String name) {
        LocalDate found = dateOr(name, NO_DATE);
        return found.equals(NO_DATE) ? null : found;
    }

    LocalDate requiredDate(String name) {
        require(name);
        return dateOr(name, LocalDate.EPOCH);
    }

    private LocalDate dateOr(String name, LocalDate otherwise) {
        return parsed(name, otherwise, "a date such as 2026-12-31", Fields::toDate);
    }

    static Optional<LocalDate> toDate(String v) {
        try {
            return Optional.of(LocalDate.parse(v));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// A length of time such as `8s`, `90m`, `24h`, `3d`.
    Duration duration(String name, Duration otherwise) {
        return parsed(name, otherwise, "a length of time such as 8s, 15m, 24h or 3d", Fields::toDuration);
    }

    Duration requiredDuration(String name) {
        require(name);
        return duration(name, Duration.ZERO);
    }

    static Optional<Duration> toDuration(String v) {
        Matcher m = DURATION.matcher(v);
        if (!m.matches()) {
            return Optional.empty();
        }
        long n = Long.parseLong(m.group(1));
        return Optional.of(switch (m.group(2)) {
            case "ms" -> Duration.ofMillis(n);
            case "s" -> Duration.ofSeconds(n);
            case "m" -> Duration.ofMinutes(n);
            case "h" -> Duration.ofHours(n);
            default -> Duration.ofDays(n);
        });
    }

    /// A word out of an enum, written in any case.
    <E extends Enum<E>> E word(String name, E otherwise) {
        require(name);
        Class<E> type = otherwise.getDeclaringClass();
        return parsed(name, otherwise, words(type), v -> toWord(type, v));
    }

    <E extends Enum<E>> Set<E> wordSet(String name, Class<E> type) {
        Set<E> found = EnumSet.noneOf(type);
        for (Node.Text t : items(name)) {
            toWord(type, t.value()).ifPresentOrElse(
                    found::add,
                    () -> report.add(Mistake.Kind.WRONG_VALUE, t.at(), field(name), t.value(),
                            words(type) + Report.meant(t.value(), wordList(type))));
        }
        return found;
    }

    private static <E extends Enum<E>> List<String> wordList(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return "one of " + String.join(", ", wordList(type));
    }

    private static <E extends Enum<E>> Optional<E> toWord(Class<E> type, String v) {
        String upper = v.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(type.getEnumConstants()).filter(e -> e.name().equals(upper)).findFirst();
    }

    /// The values of a list of single values; empty when absent.
    List<Node.Text> items(String name) {
        Node field = get(name);
        if (field == null) {
            return List.of();
        }
        if (!(field instanceof Node.Items list)) {
            wrong(Mistake.Kind.WRONG_SHAPE, name, field.shape(), "a list belongs here, such as [A, B]");
            return List.of();
        }
        List<Node.Text> found = new ArrayList<>();
        for (Node item : list.items()) {
            if (item instanceof Node.Text t) {
                found.add(t);
            } else {
                report.add(Mistake.Kind.WRONG_SHAPE, item.at(), field(name), item.shape(), "one value belongs here");
            }
        }
        return found;
    }

    List<String> texts(String name) {
        return items(name).stream().map(t -> t.value().strip()).toList();
    }

    /// A field said in both languages.
    Names bothLanguages(String name) {
        require(name);
        Node field = get(name);
        if (field == null) {
            return Names.same("");
        }
        if (field instanceof Node.Text t) {
            wrong(Mistake.Kind.UNTRANSLATED, name, t.value(), "must be said in both languages: {id: …, en: …}");
            return Names.same(t.value());
        }
        return translated(name);
    }

    /// A proper name, written once when it is the same in both languages.
    Names properName(String name) {
        require(name);
        Node field = get(name);
        return field == null || field instanceof Node.Text ? Names.same(text(name)) : translated(name);
    }

    private Names translated(String name) {
        Fields names = table(name);
        if (names == null) {
            return Names.same("");
        }
        Names said = new Names(names.language("id"), names.language("en"));
        names.done();
        return said;
    }

    /// This row itself says a thing in both languages: its fields `id` and `en`.
    Names inBothLanguages() {
        return new Names(language("id"), language("en"));
    }

    private String language(String language) {
        String said = maybe(language);
        if (said == null || said.isEmpty()) {
            wrong(Mistake.Kind.UNTRANSLATED, language, "", "must be said in this language too");
            return "";
        }
        return said;
    }

    /// A table within this one, or null when absent or none.
    @Nullable Fields table(String name) {
        Node field = get(name);
        if (field instanceof Node.Table t) {
            return new Fields(report, t, field(name));
        }
        if (field != null) {
            wrong(Mistake.Kind.WRONG_SHAPE, name, field.shape(), "a table of named fields belongs here");
        }
        return null;
    }

    /// A table that must be there; an empty one when it is not.
    Fields requiredTable(String name) {
        require(name);
        Fields table = table(name);
        return table == null ? absent(field(name)) : table;
    }

    /// As [#rows], for a list that must have at least one row.
    List<Fields> requiredRows(String name) {
        List<Fields> rows = rows(name);
        if (rows.isEmpty() && !(get(name) instanceof Node.Text)) {
            wrong(Mistake.Kind.MISSING, name, "", "must list at least one");
        }
        return rows;
    }

    /// The tables of a list; each is called by its code when it has one, else by its place, from 1.
    List<Fields> rows(String name) {
        Node field = get(name);
        if (field == null) {
            return List.of();
        }
        if (field instanceof Node.Items list) {
            return rows(report, list, field(name));
        }
        wrong(Mistake.Kind.WRONG_SHAPE, name, field.shape(), "a list of tables belongs here");
        return List.of();
    }

    static List<Fields> rows(Report report, Node.Items list, String path) {
        List<Fields> rows = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            String number = path + "[" + (i + 1) + "]";
            if (item instanceof Node.Table t) {
                String called = t.fields().get("code") instanceof Node.Text c ? path + "[" + c.value() + "]" : number;
                rows.add(new Fields(report, t, called));
            } else {
                report.add(Mistake.Kind.WRONG_SHAPE, item.at(), number, item.shape(), "a table belongs here");
            }
        }
        return rows;
    }

    /// The code of a row as far as it is readable, without complaint: for lists that refer to themselves.
    String ownCode() {
        return node.fields().get("code") instanceof Node.Text t ? t.value().strip() : "";
    }

    /// The values of a list, none of which an earlier list may have.
    List<String> uniqueTexts(String name, Set<String> seen) {
        List<String> found = new ArrayList<>();
        for (Node.Text t : items(name)) {
            String value = t.value().strip();
            found.add(value);
            if (!seen.add(value.toLowerCase(Locale.ROOT))) {
                report.add(Mistake.Kind.DUPLICATE, t.at(), field(name), value, "is already named above");
            }
        }
        return found;
    }

    /// The code of a row, which no earlier row may have.
    String code(Set<String> seen) {
        return unique("code", seen);
    }

    String unique(String name, Set<String> seen) {
        String value = text(name);
        if (!value.isEmpty() && !seen.add(value)) {
            wrong(Mistake.Kind.DUPLICATE, name, value, "each " + name + " belongs to one row only");
        }
        return value;
    }

    @Nullable String maybeRef(String name, Codes codes) {
        String code = maybe(name);
        if (code != null && !codes.has(code)) {
            wrong(Mistake.Kind.UNKNOWN_CODE, name, code, codes.wanted(code));
        }
        return code;
    }

    String ref(String name, Codes codes) {
        require(name);
        String code = maybeRef(name, codes);
        return code == null ? "" : code;
    }

    Set<String> refs(String name, Codes codes) {
        Set<String> found = new LinkedHashSet<>();
        for (Node.Text t : items(name)) {
            String code = t.value().strip();
            found.add(code);
            if (!codes.has(code)) {
                report.add(Mistake.Kind.UNKNOWN_CODE, t.at(), field(name), code, codes.wanted(code));
            }
        }
        return found;
    }

    /// To be called when all fields are read: what nobody asked for is reported.
    void done() {
        node.fields().forEach((name, value) -> {
            if (!asked.contains(name)) {
                report.add(
                        Mistake.Kind.UNKNOWN_FIELD, value.at(), field(name), name,
                        "no such field here" + Report.meant(name, asked));
            }
        });
    }
}
