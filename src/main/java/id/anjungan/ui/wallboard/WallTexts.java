package id.anjungan.ui.wallboard;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Priority;
import id.anjungan.state.AlarmRow;
import id.anjungan.state.ChannelTile;
import id.anjungan.state.Figures;
import id.anjungan.state.QueueRow;
import id.anjungan.state.WallFigures;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the wall says, written out. Nothing here ever holds a title, a text, a number or a name of a person: a case is
/// its category, its district and its clock, and a sensitive one only its urgency and district.
final class WallTexts {
    private WallTexts() {}

    /// One big figure; `tone` is a style class of the theme, empty for plain.
    record Figure(String label, String value, String hint, String tone) {}

    /// One line of a list of cases.
    record Worst(Priority priority, String what, String where, String clock, boolean late) {}

    /// One channel. `state` is the age of what is no longer live, `course` what came per five minutes.
    record Channel(
            String name, String state, String count, String hint, List<Integer> course, boolean stale, String tone) {
        /// Where its age is said elsewhere, or has no room.
        Channel withoutState() {
            return new Channel(name, "", count, hint, course, stale, tone);
        }
    }

    static List<Figure> figures(WallMoment m, Words w, Instant now) {
        Figures f = m.figures();
        WallFigures.CallFigures calls = m.wall().figures().calls();
        Figure line = calls == null
                ? new Figure(
                        w.get("wallboard.firstResponse"),
                        f.firstResponseP90() == null ? w.formats().none() : w.formats().left(f.firstResponseP90()),
                        w.get("wallboard.firstResponse.today"), "")
                : within(w, w.get("wallboard.callsWithin"), calls.within(), true);
        return List.of(
                new Figure(w.get("wallboard.open"), n(w, f.open()), w.formats().trend(f.receivedLastHour()), ""),
                counted(w, "wallboard.overdue", f.breached(), f.oldestBreach(), now, "as-emergency"),
                counted(w, "wallboard.unclaimed", f.unclaimed(), f.oldestUnclaimed(), now, "as-high"),
                m.figures().chatsWaiting() > 0 || w.city().hasChats()
                        ? counted(w, "wallboard.chatsWaiting", f.chatsWaiting(), f.oldestChat(), now, "as-high")
                        : new Figure(
                                w.get("wallboard.receivedToday"), n(w, m.wall().figures().receivedToday()),
                                w.get("wallboard.sinceMidnight"), ""),
                line,
                new Figure(
                        w.get("wallboard.closedToday"), n(w, f.closedToday()),
                        f.withinTarget() < 0
                                ? w.formats().none()
                                : w.get("wallboard.withinDeadline", w.formats().percent(f.withinTarget())),
                        ""));
    }

    /// A figure that should be nothing.
    static Figure counted(Words w, String key, int n, @Nullable Instant since, Instant now, String tone) {
        return new Figure(w.get(key), n(w, n), oldest(w, since, now), n > 0 ? tone : "as-good");
    }

    /// A share against what the city wants it to be.
    static Figure within(Words w, String label, double share, boolean emergencyLine) {
        double target = w.city().target(emergencyLine);
        return new Figure(
                label, share < 0 ? w.formats().none() : w.formats().percent(share),
                w.get("wallboard.target", w.formats().percent(target)),
                share < 0 ? "" : met(share, target) ? "as-good" : "as-high");
    }

    /// Judged as it is written: 89.6 % is written as 90.
    static boolean met(double share, double target) {
        return Math.round(share * 100) >= Math.round(target * 100);
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

    /// An alarm as a line: its case's clock, or since when it is unheard.
    static Worst alarm(AlarmRow a, Words w, Instant now) {
        String category = a.category();
        String what = a.alarm().kind() == Alarm.Kind.SYSTEM
                ? w.get("wallboard.alarm.system")
                : a.sensitive() || category == null || category.isEmpty()
                        ? w.text().of(a.alarm().priority())
                        : w.city().category(category);
        Instant due = a.due();
        boolean late = due != null && now.isAfter(due);
        String clock = due == null
                ? w.formats().age(Duration.between(a.alarm().raisedAt(), now))
                : w.left(due, now);
        String district = a.district();
        return new Worst(a.alarm().priority(), what, district == null ? "" : w.city().area(district), clock, late);
    }

    /// `old`: nothing comes in on this desk, so no channel is live.
    static Channel channel(ChannelTile t, Words w, Instant now, boolean old) {
        boolean stale = old || t.stale();
        String state = t.lastItemAt() == null
                ? w.get("tiles.never")
                : stale ? w.formats().age(Duration.between(t.lastItemAt(), now)) : "";
        String tone = stale ? "muted" : t.emergencies() > 0 ? "as-emergency" : t.breached() > 0 ? "as-high" : "";
        String hint = t.breached() > 0
                ? w.get("wallboard.channel.hint", w.formats().trend(t.perHour()), n(w, t.breached()))
                : w.formats().trend(t.perHour());
        return new Channel(w.city().channelShort(t.channel()), state, n(w, t.open()), hint, t.trend(), stale, tone);
    }

    /// One of the newest cases, for the line that passes.
    static String arrival(WallFigures.Arrival a, Words w) {
        String what = a.sensitive() || a.category().isEmpty()
                ? w.text().of(a.priority())
                : w.city().category(a.category());
        String where = a.district() == null ? w.city().channel(a.channel()) : w.city().area(a.district());
        return w.formats().timeOfDay(a.at()) + "  " + what + " · " + where;
    }

    static String oldest(Words w, @Nullable Instant since, Instant now) {
        return since == null
                ? w.formats().none()
                : w.get("wallboard.oldest", w.formats().age(Duration.between(since, now)));
    }

    static String n(Words w, int value) {
        return w.formats().number(value);
    }
}
