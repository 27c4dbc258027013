package id.anjungan.simulator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/// The endless row of what arrives, in order, from some moment on. Makes an hour at a time, so memory stays
/// small; hours before the beginning are made too, because what begins in them may arrive later. Confined to
/// one thread.
final class Timeline {
    private static final int LOOK_BACK_HOURS = 4;

    private final Function<Instant, List<Planned>> hours;
    private final Instant from;
    private final PriorityQueue<Planned> waiting = new PriorityQueue<>(Planned.ORDER);
    private Instant madeUntil;

    Timeline(Function<Instant, List<Planned>> hours, Instant from) {
        this.hours = hours;
        this.from = from;
        this.madeUntil = from.truncatedTo(ChronoUnit.HOURS).minus(LOOK_BACK_HOURS, ChronoUnit.HOURS);
    }

    /// The next arrival, left where it is.
    Planned peek() {
        while (true) {
            Planned next = waiting.peek();
            if (next != null && next.at().isBefore(from)) {
                waiting.remove();
            } else if (next != null && next.at().isBefore(madeUntil)) {
                return next;
            } else {
                waiting.addAll(hours.apply(madeUntil));
                madeUntil = madeUntil.plus(1, ChronoUnit.HOURS);
            }
        }
    }

    Planned next() {
        peek();
        return waiting.remove();
    }
}
