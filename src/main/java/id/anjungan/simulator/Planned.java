package id.anjungan.simulator;

import id.anjungan.domain.Outcome;
import id.anjungan.intake.IntakeItem;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An item and when it arrives, in simulated time. `endsAt` with `ending` is how the case would go without this
/// desk: used for history only, because what is live is for the operators to end.
record Planned(Instant at, IntakeItem item, @Nullable Instant endsAt, @Nullable Outcome ending) {
    static final Comparator<Planned> ORDER = Comparator.comparing(Planned::at)
            .thenComparing(p -> p.item().sourceId())
            .thenComparing(p -> String.valueOf(p.item().lineId()));

    Planned(Instant at, IntakeItem item) {
        this(at, item, null, null);
    }

    Planned arriving(Instant when) {
        return new Planned(when, item, endsAt, ending);
    }

    /// The item as it is known at `now`: ended, when its end has come.
    IntakeItem asOf(Instant now) {
        Instant end = endsAt;
        return end == null || end.isAfter(now) ? item : Items.ended(item, ending, end);
    }

    boolean isBetween(Instant from, Instant until) {
        return !at.isBefore(from) && at.isBefore(until);
    }

    Planned later(Duration by) {
        return arriving(at.plus(by));
    }
}
