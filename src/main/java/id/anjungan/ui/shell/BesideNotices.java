package id.anjungan.ui.shell;

import id.anjungan.domain.Entry;
import id.anjungan.domain.Ids;
import id.anjungan.state.Beside;
import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What the operator is told of reminders that are due and of watched cases, in words.
final class BesideNotices {
    private BesideNotices() {}

    static List<Notice> of(Beside b, Words w, Instant now) {
        List<Notice> all = new ArrayList<>();
        for (Beside.Reminded r : b.reminders()) {
            if (r.due()) {
                all.add(new Notice(
                        Ids.near(r.row().id(), "reminder", r.at().toString()),
                        w.get("shell.reminder", r.row().number(), w.formats().when(r.at(), now)), name(r.row(), w), "", null,
                        false, null, r.row().id()));
            }
        }
        for (Beside.Changed c : b.changed()) {
            Entry last = c.news().getLast();
            all.add(new Notice(
                    Ids.near(c.row().id(), "watched", last.id().toString()),
                    w.text().count("shell.watched", c.news().size(), c.row().number()),
                    who(last, w) + " · " + name(c.row(), w), "", null, false, null, c.row().id()));
        }
        return all;
    }

    private static String name(QueueRow r, Words w) {
        return r.title().isEmpty() ? w.city().category(r.category()) : r.title();
    }

    private static String who(Entry e, Words w) {
        return e.actor().startsWith("system:") ? w.get("timeline.system") : w.city().operator(e.actor());
    }
}
