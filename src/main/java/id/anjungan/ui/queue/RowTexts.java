package id.anjungan.ui.queue;

import id.anjungan.domain.Priority;
import id.anjungan.state.QueueRow;
import id.anjungan.state.Viewer;
import id.anjungan.ui.control.Countdown;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A row of the queue, written out as it stands now.
record RowTexts(
        String number, String title, List<Detail> details, String clock, Countdown.Urgency urgency, String holder,
        boolean unclaimed, boolean over, String spoken) {

    /// One thing told under the title; framed when it is a remark.
    record Detail(String text, boolean framed) {}

    private static final Duration SOON = Duration.ofMinutes(30);

    static RowTexts of(QueueRow r, List<Column> columns, List<Viewer> viewers, Words w, Instant now) {
        String title = r.title().isBlank() ? w.city().category(r.category()) : r.title();
        String clock = r.due() == null
                ? w.formats().none()
                : r.paused() ? w.get("queue.paused") : w.left(r.due(), now);
        boolean over = !r.state().open();
        boolean free = r.claimedBy() == null && !over;
        String holder = holder(r, w);
        return new RowTexts(
                r.number(),
                title,
                details(r, columns, viewers, w, now),
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

    /// What the operator wants told, then who else is at it, which everybody must see.
    private static List<Detail> details(
            QueueRow r, List<Column> columns, List<Viewer> viewers, Words w, Instant now) {
        List<Detail> all = new ArrayList<>();
        columns.forEach(c -> all.add(new Detail(detail(c, r, w, now), c.framed())));
        for (Viewer v : viewers) {
            all.add(new Detail(w.get(v.typing() ? "queue.typing" : "queue.viewing", w.initials(v.operator())), true));
        }
        all.removeIf(d -> d.text().isEmpty());
        return all;
    }

    private static String detail(Column c, QueueRow r, Words w, Instant now) {
        return switch (c) {
            case PLACE -> {
                String area = w.place(r.district(), r.village());
                yield area.isEmpty() ? w.city().channel(r.channel()) : area;
            }
            case REPORTS -> r.reports() > 1 ? w.text().count("queue.reports", r.reports()) : "";
            case LEVEL -> r.level() > 1 ? w.get("queue.level", r.level()) : "";
            case MERGED -> r.merged() > 0 ? w.text().count("queue.merged", r.merged() + 1L) : "";
            case TAGS -> String.join(" ", r.tags().stream().map(t -> "#" + t).toList());
            case CATEGORY -> w.city().category(r.category());
            case CHANNEL -> w.city().channelShort(r.channel());
            case AGENCY -> String.join(", ", r.agencies().stream().map(w.city()::agency).toList());
            case STATE -> w.text().of(r.state());
            case AGE -> w.get("queue.age", w.formats().age(Duration.between(r.receivedAt(), now)));
        };
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
