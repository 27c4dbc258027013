package id.anjungan.ui.queue;

import id.anjungan.domain.Priority;
import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.Countdown;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;

/// A row of the queue, written out as it stands now.
record RowTexts(
        String number, String title, String place, String chip, String clock, Countdown.Urgency urgency, String holder,
        boolean unclaimed, boolean over, String spoken) {

    private static final Duration SOON = Duration.ofMinutes(30);

    static RowTexts of(QueueRow r, Words w, Instant now) {
        String title = r.title().isBlank() ? w.city().category(r.category()) : r.title();
        String area = w.place(r.district(), r.village());
        String place = area.isEmpty() ? w.city().channel(r.channel()) : area;
        String clock = r.due() == null
                ? w.formats().none()
                : r.paused() ? w.get("queue.paused") : w.left(r.due(), now);
        boolean over = !r.state().open();
        boolean free = r.claimedBy() == null && !over;
        String holder = holder(r, w);
        return new RowTexts(
                r.number(),
                title,
                place,
                chip(r, w),
                clock,
                urgency(r, now),
                r.pending() ? w.get("queue.sending") : r.claimProvisional() ? holder + " ?" : holder,
                free,
                over,
                w.get("queue.spoken", w.get("domain.priority." + r.priority().name()), r.number(), title, clock, holder));
    }

    /// Who has it, or how it ended when it only stands here because the order is held.
    private static String holder(QueueRow r, Words w) {
        if (!r.state().open()) {
            return w.text().of(r.state());
        }
        return r.claimedBy() == null ? w.get("queue.unclaimed") : w.initials(r.claimedBy());
    }

    private static String chip(QueueRow r, Words w) {
        if (r.reports() > 1) {
            return w.text().count("queue.reports", r.reports());
        }
        return r.level() > 1 ? w.get("queue.level", r.level()) : "";
    }

    private static Countdown.Urgency urgency(QueueRow r, Instant now) {
        if (r.paused() || r.due() == null) {
            return Countdown.Urgency.PAUSED;
        }
        Duration left = Duration.between(now, r.due());
        if (left.isNegative()) {
            return Countdown.Urgency.LATE;
        }
        boolean urgent = r.priority() == Priority.EMERGENCY || left.compareTo(SOON) < 0;
        return urgent ? Countdown.Urgency.SOON : Countdown.Urgency.CALM;
    }
}
