package id.anjungan.ui.queue;

import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import id.anjungan.state.QueueRow;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why a case stands where it stands, in words: by which rule, which clock, until when, and what puts the one above it
/// above it.
final class Why {
    private final Words w;
    private final Instant now;

    private Why(Words w, Instant now) {
        this.w = w;
        this.now = now;
    }

    /// Where a row stands: its place from 0, of how many, the row above (null at the top or when it is not known), and
    /// how many new ones the held order does not have yet, and
    /// whether this operator has pinned it.
    record Place(int index, int total, @Nullable QueueRow above, int arrived, boolean pinned) {}

    static List<String> of(QueueRow r, Place at, Words w, Instant now) {
        Why why = new Why(w, now);
        List<String> lines = new ArrayList<>();
        lines.add(w.get("queue.why.place", w.formats().number(at.index() + 1L), w.formats().number(at.total())));
        if (!r.state().open()) {
            lines.add(w.get("queue.why.over", w.text().of(r.state())));
        } else {
            lines.add(at.pinned() && !urgent(r) ? w.get("queue.why.pinned") : why.rule(r));
            lines.add(why.priority(r));
            lines.add(why.clock(r));
            Optional.ofNullable(at.above()).flatMap(above -> why.above(r, above)).ifPresent(lines::add);
        }
        if (at.arrived() > 0) {
            lines.add(w.text().count("queue.why.arrived", at.arrived()));
        }
        return lines;
    }

    private static boolean urgent(QueueRow r) {
        return r.priority() == Priority.EMERGENCY && !r.acknowledged() && r.state().open();
    }

    private String rule(QueueRow r) {
        return w.get(urgent(r) ? "queue.why.urgent" : "queue.why.rule");
    }

    /// The priority, and where it came from when a person changed it.
    private String priority(QueueRow r) {
        String is = w.text().of(r.priority());
        String category = w.city().category(r.category());
        Priority usual = w.city().policy().category(r.category()).map(Policy.Category::priority).orElse(r.priority());
        return usual == r.priority()
                ? w.get("queue.why.priority", is, category)
                : w.get("queue.why.priority.changed", is, category, w.text().of(usual));
    }

    private String clock(QueueRow r) {
        Instant due = r.due();
        if (due == null) {
            return w.get(r.paused() ? "queue.why.paused" : "queue.why.noClock");
        }
        String name = r.clock() == null ? w.get("queue.why.aClock") : named(r.clock());
        Duration left = Duration.between(now, due);
        String when = w.formats().when(due, now);
        return left.isNegative()
                ? w.get("queue.why.late", name, when, w.formats().age(left.negated()))
                : w.get("queue.why.due", name, when, w.left(due, now));
    }

    private String named(String code) {
        return w.city().policy().clocks().stream()
                .filter(rule -> rule.code().equals(code))
                .findFirst()
                .map(rule -> w.city().clock(code) + " (" + w.amount(rule) + ")")
                .orElse(w.city().clock(code));
    }

    /// The first thing in which the row above comes first; nothing when the order is older than what is so now.
    private Optional<String> above(QueueRow r, QueueRow above) {
        String key = null;
        if (urgent(above) != urgent(r)) {
            key = urgent(above) ? "queue.why.above.urgent" : null;
        } else if (above.priority() != r.priority()) {
            key = above.priority().compareTo(r.priority()) < 0 ? "queue.why.above.priority" : null;
        } else if (!due(above).equals(due(r))) {
            key = due(above).isBefore(due(r)) ? "queue.why.above.due" : null;
        } else {
            key = above.receivedAt().isAfter(r.receivedAt()) ? null : "queue.why.above.received";
        }
        return Optional.ofNullable(key).map(k -> w.get(k, above.number()));
    }

    private static Instant due(QueueRow r) {
        return r.due() == null ? Instant.MAX : r.due();
    }
}
