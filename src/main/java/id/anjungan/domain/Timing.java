package id.anjungan.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// What acts do to a case's clocks: the one place where an act starts, stops or restarts them, so that every
/// deadline missed, and every one found to have been kept after all, is on the timeline.
final class Timing {
    private Timing() {}

    /// The case with the clocks that an event stops, then those it starts.
    static Case event(Deciding d, ClockRule.Event event, Case c) {
        List<Clock> clocks = new ArrayList<>();
        c.clocks().forEach(k -> clocks.add(Clocks.after(event, k, d.policy(), d.at())));
        clocks.addAll(Clocks.startedBy(event, c, d.policy(), d.at()));
        return with(d, c, clocks);
    }

    /// The case with the clocks that an event starts which happened at `from`.
    static Case start(Deciding d, ClockRule.Event event, Case c, java.time.Instant from) {
        List<Clock> clocks = new ArrayList<>(c.clocks());
        clocks.addAll(Clocks.startedBy(event, c, d.policy(), from));
        return with(d, c, clocks);
    }

    /// Acting on a case is seeing it: noted once, with the clocks that this stops and starts, and the alarm that
    /// announced it.
    static Case seen(Deciding d, Case c) {
        AlarmRules.acknowledgeOf(d, c.id());
        if (c.acknowledgedAt() != null) {
            return c;
        }
        return event(
                d,
                ClockRule.Event.ACKNOWLEDGED,
                c.edit(d.at(), d.receivedAt()).acknowledged().build());
    }

    /// The case past verification.
    static Case verified(Deciding d, Case c) {
        Case next = c.edit(d.at(), d.receivedAt()).state(CaseState.VERIFIED).build();
        return event(d, ClockRule.Event.VERIFIED, next);
    }

    /// The case with each clock changed.
    static Case each(Deciding d, Case c, UnaryOperator<Clock> change) {
        return with(d, c, c.clocks().stream().map(change).toList());
    }

    /// While a case is on hold, a clock that starts or runs again stands still too.
    private static Case with(Deciding d, Case c, List<Clock> clocks) {
        List<Clock> next = c.state() == CaseState.ON_HOLD ? held(d, c, clocks) : clocks;
        if (next.equals(c.clocks())) {
            return c;
        }
        note(d, c, next);
        return c.edit(d.at(), d.receivedAt()).clocks(next).build();
    }

    private static List<Clock> held(Deciding d, Case c, List<Clock> clocks) {
        String reason = c.clocks().stream()
                .map(Clock::pauseReason)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("hold");
        return clocks.stream()
                .map(k -> c.clocks().contains(k) ? k : Clocks.pause(k, d.policy(), d.at(), reason))
                .toList();
    }

    /// Says on the timeline which deadlines turn out missed, or kept after all.
    static void note(Deciding d, Case before, List<Clock> after) {
        for (int i = 0; i < before.clocks().size(); i++) {
            boolean was = before.clocks().get(i).breachedAt() != null;
            boolean is = after.get(i).breachedAt() != null;
            String rule = after.get(i).rule();
            if (!was && is) {
                d.entry(before.id(), "breached", Map.of("rule", rule));
            } else if (was && !is) {
                d.entry(before.id(), "breach-withdrawn", Map.of("rule", rule));
                AlarmRules.clear(d, before.id(), "breach:" + rule, 1);
            }
        }
    }
}
