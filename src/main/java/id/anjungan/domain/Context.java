package id.anjungan.domain;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// Everything besides the entities that a decision may depend on. `at` is when the actor did it (the desk's
/// estimate of server time), `receivedAt` when the server took it; deadlines are judged by `at`, claims and
/// order by `receivedAt`. On a console both are the desk's estimate, and `provisional` is true. Ids of what a
/// command makes follow from `commandId`. Both times are cut to whole milliseconds, the unit of the protocol and
/// of the stores, so that what was decided here equals what is read back there.
public record Context(
        Actor actor, Policy policy, Instant at, Instant receivedAt, UUID commandId, boolean provisional) {
    public Context {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(receivedAt)) {
            throw new IllegalArgumentException("an action is not received before it is done: " + at + " > " + receivedAt);
        }
    }

    /// Whether the action was recorded long before the server received it.
    public boolean recordedOffline() {
        return at.plus(policy.limits().offlineAfter()).isBefore(receivedAt);
    }
}
