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
import org.jspecify.annotations.Nullable;

/// What a prepared answer can say of a case, by the names of its variables; what is not known is not there.
final class CaseFacts {
    private CaseFacts() {}

    static Map<String, String> of(CaseFile f, Desk desk, Words w) {
        Case c = f.c();
        Map<String, String> known = new HashMap<>();
        known.put("number", c.number());
        known.put("category", w.city().category(c.category()));
        known.put("channel", w.city().channel(c.channel()));
        known.put("city", w.city().name());
        known.put("operator", desk.actor().name());
        put(known, "name", name(f, w));
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

    private static @Nullable String name(CaseFile f, Words w) {
        Person p = f.person();
        String name = p == null || f.c().privacy().anonymous() ? null : p.name();
        return name == null || name.isBlank() ? w.city().insteadOf("name").orElse(null) : name;
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
