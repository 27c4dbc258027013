package id.anjungan.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A live conversation. It waits until an operator takes it, is active while held, and ends; it may become a
/// case (`caseId`). `waitingSince` is when the citizen's oldest unanswered line came, so that a taken chat that
/// is kept waiting is seen too.
public record Chat(
        UUID id,
        String number,
        String channel,
        String sourceId,
        UUID person,
        State state,
        @Nullable Claim claim,
        long fencing,
        Instant startedAt,
        @Nullable Instant waitingSince,
        Instant lastAt,
        Location location,
        @Nullable UUID caseId,
        @Nullable Instant endedAt)
        implements Entity {
    public enum State {
        WAITING,
        ACTIVE,
        ENDED
    }

    public Chat with(State nextState, @Nullable Claim nextClaim, long nextFencing) {
        return new Chat(
                id, number, channel, sourceId, person, nextState, nextClaim, nextFencing, startedAt, waitingSince,
                lastAt, location, caseId, endedAt);
    }

    public Chat touched(Instant at, @Nullable Instant nextWaitingSince) {
        return new Chat(
                id, number, channel, sourceId, person, state, claim, fencing, startedAt, nextWaitingSince, at,
                location, caseId, endedAt);
    }

    public Chat joined(UUID toCase) {
        return new Chat(
                id, number, channel, sourceId, person, state, claim, fencing, startedAt, waitingSince, lastAt,
                location, toCase, endedAt);
    }

    /// The citizen writes again: it waits once more.
    public Chat reopened() {
        return new Chat(
                id, number, channel, sourceId, person, State.WAITING, null, fencing, startedAt, waitingSince, lastAt,
                location, caseId, null);
    }

    public Chat ended(Instant at) {
        return new Chat(
                id, number, channel, sourceId, person, State.ENDED, null, fencing, startedAt, null, at, location,
                caseId, at);
    }
}
