package id.anjungan.ui.casefile;

import id.anjungan.domain.Case;
import id.anjungan.domain.Duplicates;
import id.anjungan.domain.Reminder;
import id.anjungan.state.CaseFile;
import id.anjungan.state.QueueRow;
import id.anjungan.state.SameCase;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What stands beside a case: cases that may be the same, those merged with it, tags, who watches, what comes back.
/// `likely` is empty when none may be the same.
record BesideCard(
        String likely, String why, String merged, List<Link> cases, @Nullable Link main, List<String> tags, boolean watching,
        String watchers, String reminder, boolean due, String result) {
    BesideCard {
        cases = List.copyOf(cases);
        tags = List.copyOf(tags);
    }

    /// A case one can go to.
    record Link(UUID id, String name) {}

    static BesideCard of(CaseFile f, Words w, String me, Instant now) {
        Case c = f.c();
        List<SameCase> likely = f.likely();
        Reminder mine = c.reminder(me).orElse(null);
        QueueRow main = f.main();
        int others = c.watchers().size() - (c.watchers().contains(me) ? 1 : 0);
        return new BesideCard(
                likely.isEmpty() ? "" : w.text().count("casefile.likely", likely.size()),
                likely.isEmpty() ? "" : why(likely.getFirst().why(), w),
                f.merged().isEmpty() ? "" : w.text().count("casefile.merged", f.merged().size() + 1L),
                f.merged().stream().map(r -> new Link(r.id(), r.number())).toList(),
                main == null ? null : new Link(main.id(), main.number()),
                c.tags(),
                c.watchers().contains(me),
                others == 0 ? "" : w.text().count("casefile.watchers", others),
                mine == null ? "" : w.get("casefile.reminder", w.formats().when(mine.at(), now)),
                mine != null && mine.due(now),
                result(c, w, now));
    }

    private static String result(Case c, Words w, Instant now) {
        var done = c.confirmed();
        if (done != null) {
            return w.get("casefile.result.confirmed", w.city().operator(done.by()), w.formats().when(done.at(), now));
        }
        boolean asked = c.open() && w.city().policy().closing().asks(c, id.anjungan.domain.Outcome.RESOLVED);
        return asked ? w.get("casefile.result.needed") : "";
    }

    static String name(QueueRow r, Words w) {
        String title = r.title().isEmpty() ? w.city().category(r.category()) : r.title();
        return r.number() + " · " + title;
    }

    /// Why a case may be the same, in a few words.
    static String why(Duplicates.Likely l, Words w) {
        List<String> parts = new ArrayList<>();
        long minutes = Math.round(l.apart().toSeconds() / 60.0);
        parts.add(w.get("casefile.likely.minutes", minutes));
        if (l.metres().isPresent()) {
            parts.add(w.get("casefile.likely.metres", Math.round(l.metres().getAsDouble())));
        } else {
            parts.add(w.get("casefile.likely.village"));
        }
        if (l.sameCategory()) {
            parts.add(w.get("casefile.likely.category"));
        }
        if (!l.words().isEmpty()) {
            parts.add("“" + String.join(" ", l.words().subList(0, Math.min(4, l.words().size()))) + "”");
        }
        return String.join(" · ", parts);
    }
}
