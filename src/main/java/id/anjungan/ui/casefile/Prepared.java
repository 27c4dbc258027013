package id.anjungan.ui.casefile;

import id.anjungan.domain.Case;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Disposition;
import id.anjungan.domain.Person;
import id.anjungan.domain.Policy;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.ui.control.Words;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Prepared answers with the facts of a case in the place of their variables. What is not known stays in its braces,
/// where the operator sees it and writes it; such an answer does not go out.
final class Prepared {
    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

    private Prepared() {}

    static String fill(String text, CaseFile f, Desk desk, Words w) {
        Map<String, String> known = known(f, desk, w);
        return VARIABLE.matcher(text).replaceAll(m ->
                java.util.regex.Matcher.quoteReplacement(known.getOrDefault(m.group(1), m.group())));
    }

    /// The first variable that nobody has filled in, braces and all.
    static Optional<MatchResult> open(String text) {
        return VARIABLE.matcher(text).results().findFirst();
    }

    private static Map<String, String> known(CaseFile f, Desk desk, Words w) {
        Case c = f.c();
        Map<String, String> known = new HashMap<>();
        known.put("number", c.number());
        known.put("category", w.city().category(c.category()));
        known.put("channel", w.city().channel(c.channel()));
        known.put("city", w.city().name());
        known.put("operator", desk.actor().name());
        put(known, "name", name(f));
        put(known, "agency", agency(c, w));
        put(known, "district", c.location().district() == null ? null : w.city().area(c.location().district()));
        put(known, "village", c.location().village() == null ? null : w.city().area(c.location().village()));
        put(known, "due", c.clocks().stream()
                .filter(Clock::running)
                .map(Clock::due)
                .filter(due -> due.isAfter(desk.now()))
                .min(Comparator.naturalOrder())
                .map(due -> w.formats().when(due, desk.now()))
                .orElse(null));
        return known;
    }

    private static void put(Map<String, String> known, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            known.put(name, value);
        }
    }

    private static @Nullable String name(CaseFile f) {
        Person p = f.person();
        return p == null || f.c().privacy().anonymous() ? null : p.name();
    }

    /// Who has the case; before that, who will get it.
    private static @Nullable String agency(Case c, Words w) {
        return c.dispositions().stream()
                .filter(d -> d.status() == Disposition.Status.SENT)
                .map(Disposition::agency)
                .reduce((a, b) -> b)
                .or(() -> w.city().policy().category(c.category()).map(Policy.Category::agency))
                .map(w.city()::agency)
                .orElse(null);
    }
}
