package id.anjungan.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How clocks run: when one is due, what starts and stops it, and what a pause keeps. Pure arithmetic over a
/// policy; instants in, instants out.
public final class Clocks {
    private Clocks() {}

    /// When a rule that starts at `from` is due.
    public static Instant due(ClockRule rule, WorkCalendar calendar, Instant from) {
        return switch (rule.basis()) {
            case MINUTES -> from.plus(Duration.ofMinutes(rule.amount()));
            case CALENDAR_HOURS -> from.plus(Duration.ofHours(rule.amount()));
            case WORKING_HOURS -> calendar.plusWorking(from, Duration.ofHours(rule.amount()));
            case WORKING_DAYS -> calendar.endOfWorkingDay(from, Math.toIntExact(rule.amount()));
        };
    }

    /// The clocks of a policy that `event` starts on this case and that it does not have yet.
    public static List<Clock> startedBy(ClockRule.Event event, Case c, Policy policy, Instant at) {
        List<Clock> started = new ArrayList<>();
        for (ClockRule r : policy.clocks()) {
            boolean has = c.clocks().stream().anyMatch(k -> k.rule().equals(r.code()));
            if (r.starts() == event && !has && r.appliesTo(c)) {
                started.add(Clock.start(r.code(), policy.version(), at, due(r, policy.calendar(), at)));
            }
        }
        return started;
    }

    /// The clock after `event`: stopped when its rule says so.
    public static Clock after(ClockRule.Event event, Clock clock, Policy policy, Instant at) {
        boolean stops = rule(clock, policy).map(r -> r.stops().contains(event)).orElse(event == ClockRule.Event.CLOSED);
        return stops && clock.stopped() == null ? clock.stop(at) : clock;
    }

    /// A running, pausable clock that has not been missed stands still, keeping what was left of it; working
    /// clocks keep working time, the others real time.
    public static Clock pause(Clock clock, Policy policy, Instant at, String reason) {
        Optional<ClockRule> rule = rule(clock, policy);
        if (!clock.running() || clock.breached(at) || rule.isEmpty() || !rule.get().pausable()) {
            return clock;
        }
        Duration left = working(rule.get())
                ? policy.calendar().workingBetween(at, clock.due())
                : Duration.between(at, clock.due());
        return clock.pause(at, reason, left);
    }

    /// A paused clock runs again, due after what was left of it.
    public static Clock resume(Clock clock, Policy policy, Instant at) {
        Duration left = clock.remaining();
        if (!clock.paused() || left == null) {
            return clock;
        }
        boolean working = rule(clock, policy).map(Clocks::working).orElse(false);
        return clock.resume(working ? policy.calendar().plusWorking(at, left) : at.plus(left));
    }

    /// What is left until a running clock breaches; negative when late. Real time, not working time.
    public static Duration left(Clock clock, Instant at) {
        return Duration.between(at, clock.due());
    }

    public static Optional<ClockRule> rule(Clock clock, Policy policy) {
        return policy.clocks().stream().filter(r -> r.code().equals(clock.rule())).findFirst();
    }

    private static boolean working(ClockRule rule) {
        return rule.basis() == ClockRule.Basis.WORKING_HOURS || rule.basis() == ClockRule.Basis.WORKING_DAYS;
    }
}
