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
            if (r.starts() == event && !has && r.appliesTo(c) && !fulfilled(r, c)) {
                started.add(Clock.start(r.code(), policy.version(), at, due(r, policy.calendar(), at)));
            }
        }
        return started;
    }

    /// Whether what would stop this rule's clock has happened already: such a clock would run with nothing left
    /// to stop it.
    private static boolean fulfilled(ClockRule rule, Case c) {
        return (rule.stops().contains(ClockRule.Event.ACKNOWLEDGED) && c.acknowledgedAt() != null)
                || (rule.stops().contains(ClockRule.Event.VERIFIED)
                        && (c.state() == CaseState.VERIFIED || c.state() == CaseState.IN_PROGRESS))
                || (rule.stops().contains(ClockRule.Event.DISPOSED)
                        && !c.dispositions().isEmpty());
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
        return clock.pause(at, reason, leftOf(clock, policy, at));
    }

    /// A paused clock runs again, due after what was left of it.
    public static Clock resume(Clock clock, Policy policy, Instant at) {
        Duration left = clock.remaining();
        if (!clock.paused() || left == null) {
            return clock;
        }
        Instant paused = clock.pausedAt();
        Instant from = paused != null && at.isBefore(paused) ? paused : at;
        return clock.resume(dueAfter(clock, policy, from, left));
    }

    /// A clock that closing stopped runs on when the case is taken up again. The time in between does not count,
    /// as in a pause, so closing and reopening neither wins nor loses time; a missed deadline stays missed.
    public static Clock reopen(Clock clock, Policy policy, Instant closedAt, Instant at) {
        Instant stopped = clock.stopped();
        if (stopped == null || stopped.isBefore(closedAt) || doneOnce(clock, policy)) {
            return clock;
        }
        if (clock.breachedAt() != null) {
            return clock.restart(clock.due());
        }
        Duration kept = clock.remaining();
        Duration left = kept != null ? kept : leftOf(clock, policy, stopped);
        return clock.restart(dueAfter(clock, policy, at.isBefore(stopped) ? stopped : at, left));
    }

    /// A clock that an answer stopped runs on towards the deadline it had, because the answer was taken back.
    public static Clock unanswered(Clock clock, Policy policy, Instant answeredAt, Instant at) {
        boolean stops = rule(clock, policy)
                .map(r -> r.stops().contains(ClockRule.Event.ANSWERED))
                .orElse(false);
        if (!stops || !answeredAt.equals(clock.stopped())) {
            return clock;
        }
        Duration kept = clock.remaining();
        return clock.restart(kept == null ? clock.due() : dueAfter(clock, policy, at, kept));
    }

    /// A reopened case has been seen and judged: clocks for that do not come back.
    private static boolean doneOnce(Clock clock, Policy policy) {
        return rule(clock, policy)
                .map(r -> r.stops().contains(ClockRule.Event.ACKNOWLEDGED)
                        || r.stops().contains(ClockRule.Event.VERIFIED))
                .orElse(false);
    }

    private static Duration leftOf(Clock clock, Policy policy, Instant at) {
        boolean working = rule(clock, policy).map(Clocks::working).orElse(false);
        Duration left = working
                ? policy.calendar().workingBetween(at, clock.due())
                : Duration.between(at, clock.due());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Instant dueAfter(Clock clock, Policy policy, Instant from, Duration left) {
        boolean working = rule(clock, policy).map(Clocks::working).orElse(false);
        return working ? policy.calendar().plusWorking(from, left) : from.plus(left);
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
