package id.anjungan.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One running deadline of a case. A case may have several at once. The rule's code and the policy version
/// it was computed with are kept, so a later policy never moves it silently. Exactly one of these holds:
/// *stopped* (`stopped` set), *paused* (`pausedAt`, `pauseReason` and `remaining` set) or *running*.
/// `due` is when it breaches while running, and when it would have breached while paused or stopped. A clock
/// stopped while paused keeps `remaining`, for the case that it must run on.
public record Clock(
        String rule,
        String policyVersion,
        Instant started,
        Instant due,
        @Nullable Instant pausedAt,
        @Nullable String pauseReason,
        @Nullable Duration remaining,
        @Nullable Instant stopped,
        @Nullable Instant breachedAt) {

    public static Clock start(String rule, String policyVersion, Instant started, Instant due) {
        return new Clock(rule, policyVersion, started, due, null, null, null, null, null);
    }

    public boolean running() {
        return stopped == null && pausedAt == null;
    }

    public boolean paused() {
        return stopped == null && pausedAt != null;
    }

    /// Whether the deadline has been missed, judged at `at`; a stopped clock answers for when it stopped.
    public boolean breached(Instant at) {
        return breachedAt != null || (running() && at.isAfter(due));
    }

    public Clock pause(Instant at, String reason, Duration left) {
        return new Clock(rule, policyVersion, started, due, at, reason, left, stopped, breachedAt);
    }

    public Clock resume(Instant newDue) {
        return new Clock(rule, policyVersion, started, newDue, null, null, null, stopped, breachedAt);
    }

    /// Judged by when the actor did it: what was done in time and reached the server late was in time, even when
    /// the ticker had already called it missed.
    public Clock stop(Instant when) {
        Instant at = when.isBefore(started) ? started : when;
        Instant missed = pausedAt == null && at.isAfter(due) ? due : null;
        return new Clock(rule, policyVersion, started, due, null, null, remaining, at, missed);
    }

    /// A stopped clock runs on as if it had not been stopped, towards this deadline.
    public Clock restart(Instant newDue) {
        return new Clock(rule, policyVersion, started, newDue, null, null, null, null, breachedAt);
    }

    public Clock breach() {
        return new Clock(rule, policyVersion, started, due, pausedAt, pauseReason, remaining, stopped, due);
    }
}
