package id.anjungan.ui.wallboard;

import id.anjungan.domain.Priority;
import id.anjungan.state.ChannelTile;
import id.anjungan.state.Figures;
import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the wall says, written out. Nothing here ever holds a title, a text or a name of a person: a case is its
/// category, its district and its clock, and a sensitive one only its district.
final class WallTexts {
    private WallTexts() {}

    /// One big figure; `tone` is a style class of the theme, empty for plain.
    record Figure(String label, String value, String hint, String tone) {}

    /// One line of the list of worst.
    record Worst(Priority priority, String what, String where, String clock, boolean late) {}

    /// One channel of the strip.
    record Channel(String name, String state, String count, boolean stale, String tone) {}

    static List<Figure> figures(Figures f, Words w, Instant now) {
        return List.of(
                new Figure(w.get("wallboard.open"), n(w, f.open()), w.formats().trend(f.receivedLastHour()), ""),
                new Figure(
                        w.get("wallboard.overdue"), n(w, f.breached()), oldest(w, f.oldestBreach(), now),
                        f.breached() > 0 ? "as-emergency" : "as-good"),
                new Figure(
                        w.get("wallboard.unclaimed"), n(w, f.unclaimed()), oldest(w, f.oldestUnclaimed(), now),
                        f.unclaimed() > 0 ? "as-high" : "as-good"),
                new Figure(
                        w.get("wallboard.chatsWaiting"), n(w, f.chatsWaiting()), oldest(w, f.oldestChat(), now),
                        f.chatsWaiting() > 0 ? "as-high" : "as-good"),
                new Figure(
                        w.get("wallboard.firstResponse"),
                        f.firstResponseP90() == null ? w.formats().none() : w.formats().left(f.firstResponseP90()),
                        w.get("wallboard.firstResponse.today"), ""),
                new Figure(
                        w.get("wallboard.closedToday"), n(w, f.closedToday()),
                        f.withinTarget() < 0
                                ? w.formats().none()
                                : w.get("wallboard.withinDeadline", w.formats().percent(f.withinTarget())),
                        ""));
    }

    static Worst worst(QueueRow r, Words w, Instant now) {
        String where = r.district() == null ? w.city().channel(r.channel()) : w.city().area(r.district());
        boolean late = r.due() != null && !r.paused() && now.isAfter(r.due());
        String clock = r.due() == null
                ? w.formats().none()
                : r.paused() ? w.get("queue.paused") : w.left(r.due(), now);
        return new Worst(r.priority(), what(r, w), where, clock, late);
    }

    private static String what(QueueRow r, Words w) {
        if (r.sensitive()) {
            return w.text().of(r.priority());
        }
        String name = w.city().category(r.category());
        return r.reports() > 1 ? w.get("wallboard.cluster", name, n(w, r.reports())) : name;
    }

    /// `old`: nothing comes in on this desk, so no channel is live.
    static Channel channel(ChannelTile t, Words w, Instant now, boolean old) {
        boolean stale = old || t.stale();
        String state = t.lastItemAt() == null
                ? w.get("tiles.never")
                : stale ? w.formats().age(Duration.between(t.lastItemAt(), now)) : "";
        String tone = stale ? "muted" : t.emergencies() > 0 ? "as-emergency" : t.breached() > 0 ? "as-high" : "";
        return new Channel(w.city().channelShort(t.channel()), state, n(w, t.open()), stale, tone);
    }

    private static String oldest(Words w, @Nullable Instant since, Instant now) {
        return since == null
                ? w.formats().none()
                : w.get("wallboard.oldest", w.formats().age(Duration.between(since, now)));
    }

    private static String n(Words w, int value) {
        return w.formats().number(value);
    }

}
