package id.anjungan.ui.casefile;

import id.anjungan.domain.Case;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Right;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.text.Gist;
import id.anjungan.ui.control.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands above a case. The reporter is masked until the operator asks, and only who may see persons can.
record Header(
        String line, String title, Priority priority, String address, String reporter, boolean canReveal,
        String state, String holder, boolean mine, boolean held, List<String> marks) {
    private static final int TITLE = 90;

    static Header of(CaseFile file, Desk desk, Words w, boolean revealed) {
        Case c = file.c();
        boolean mine = c.claim() != null && c.claim().operator().equals(desk.actor().id());
        boolean maySee = desk.actor().may(Right.SEE_PERSON) && file.person() != null && !c.privacy().anonymous();
        return new Header(
                c.number() + " · " + w.city().channel(c.channel()) + " · " + w.get("casefile.version", c.version()),
                title(file, desk, w),
                c.priority(),
                address(c, w),
                reporter(file, w, revealed && maySee),
                maySee && !revealed,
                w.text().of(c.state()) + " · " + w.city().category(c.category()),
                holder(c, w, mine),
                mine,
                c.claim() != null,
                marks(file, w));
    }

    private static String title(CaseFile file, Desk desk, Words w) {
        boolean words = !file.c().privacy().sensitive() || desk.actor().may(Right.SEE_SENSITIVE);
        String first = words
                ? file.messages().values().stream()
                        .filter(m -> m.kind() == Message.Kind.REPORT || m.kind() == Message.Kind.INBOUND)
                        .min(Comparator.comparing(Message::at))
                        .map(Message::body)
                        .orElse("")
                : "";
        String line = Gist.sentence(first);
        if (line.isEmpty()) {
            return w.city().category(file.c().category());
        }
        return line.length() <= TITLE ? line : line.substring(0, TITLE - 1).stripTrailing() + "…";
    }

    private static String address(Case c, Words w) {
        String area = w.place(c.location().district(), c.location().village());
        String street = c.location().address();
        if (street == null || street.isBlank()) {
            return area.isEmpty() ? w.get("casefile.noAddress") : area;
        }
        return area.isEmpty() ? street : street + ", " + area;
    }

    private static String reporter(CaseFile file, Words w, boolean revealed) {
        Person p = file.person();
        if (file.c().privacy().anonymous()) {
            return w.get("casefile.reporter.anonymous");
        }
        if (p == null) {
            return w.get("casefile.reporter.hidden");
        }
        if (p.erased()) {
            return w.get("casefile.reporter.erased");
        }
        if (revealed) {
            List<String> parts = new ArrayList<>();
            addTo(parts, p.name());
            addTo(parts, p.phone());
            addTo(parts, p.account());
            addTo(parts, p.email());
            return w.get("casefile.reporter", parts.isEmpty() ? w.formats().none() : String.join(" · ", parts));
        }
        String known = p.phone() != null ? p.phone() : p.account() != null ? p.account() : p.name();
        return w.get("casefile.reporter", known == null ? w.formats().none() : masked(known));
    }

    private static void addTo(List<String> parts, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parts.add(value);
        }
    }

    /// First and last two characters; whatever is short enough to guess shows none.
    static String masked(String value) {
        return value.length() < 7
                ? "••••••"
                : value.substring(0, 2) + "••••••" + value.substring(value.length() - 2);
    }

    private static String holder(Case c, Words w, boolean mine) {
        if (c.claim() == null) {
            return w.get("casefile.holder.none");
        }
        String who = mine ? w.get("casefile.holder.you") : w.city().operator(c.claim().operator());
        String text = w.get("casefile.holder", who);
        return c.claim().provisional() ? text + " · " + w.get("queue.provisional") : text;
    }

    private static List<String> marks(CaseFile file, Words w) {
        List<String> marks = new ArrayList<>();
        Case c = file.c();
        if (c.level() > 1) {
            marks.add(w.get("casefile.level", c.level()));
        }
        if (c.privacy().confidential()) {
            marks.add(w.get("domain.privacy.confidential"));
        }
        if (c.privacy().sensitive()) {
            marks.add(w.get("domain.privacy.sensitive"));
        }
        if (file.incident() != null && file.incident().cases() > 1) {
            marks.add(w.text().count("queue.reports", file.incident().cases()));
        }
        if (!file.pending().isEmpty()) {
            marks.add(w.get("queue.sending"));
        }
        return marks;
    }
}
