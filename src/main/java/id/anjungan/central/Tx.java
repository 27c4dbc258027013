package id.anjungan.central;

import id.anjungan.domain.Change;
import id.anjungan.domain.View;
import id.anjungan.protocol.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One group of work inside one transaction. Reads see what the group has staged so far. Numbers are taken when
/// the group commits, so staged work knows only its position; `base + position` is its number. Used by the one
/// writer only.
interface Tx extends View {
    /// Names what the group will read, first of all. What it reads besides costs a journey each.
    void expect(List<Touch> touches);

    /// How many numbers the group will take so far.
    int position();

    /// A point to return to when a piece of work fails.
    int mark();

    void rollback(int mark);

    /// Stages what a decision changes.
    void apply(UUID command, List<Change> changes);

    /// Stages the profile document under its id when it differs from the stored one, unless that is of a later
    /// version: a node that has not been updated yet does not take the others back.
    void putProfile(UUID id, String document, UUID command);

    /// The next case number of a channel's prefix.
    String nextNumber(String prefix);

    Optional<Settlement> settled(UUID command);

    /// Which command a console used a number for.
    Optional<UUID> usedFor(UUID console, long number);

    /// The highest number of a console that is settled; 0 for a new one.
    long lastNumber(UUID console);

    /// Stages an answer to be kept; its `seq` is filled in at commit when it had an effect.
    void settle(UUID console, Settlement answer, boolean effect);

    /// An answer read from a group with its number: until the commit a position is kept as a negative number.
    static Settlement numbered(Settlement s, long base) {
        return s.seq() >= 0
                ? s
                : new Settlement(s.id(), s.number(), s.status(), base - s.seq(), s.code(), s.args());
    }

    void audit(AuditLine line);

    void setAside(Aside aside);

    void session(SessionRow row);

    void endSession(String tokenHash, Instant at);

    /// Remembers what a console was last shown, so that changed rights are noticed.
    void projection(UUID console, String digest);

    /// Gives numbers to answers whose hold has passed, so that connectors can fetch them; how many.
    int releaseOutbound(Instant now);

    /// Notes that answers up to a number were handed to a channel.
    void handedOut(String channel, long upTo);

    /// The channel has everything up to a number: ends of conversations are forgotten; the messages among them.
    List<UUID> reached(String channel, long upTo);

    /// Looks again at a case only then: its tick changed nothing.
    void postpone(UUID caseId, Instant until);

    /// Whether a lease still has its holder; if so it keeps him until this group is written.
    boolean stands(CentralStore.Lease lease);

    /// One line of the audit trail. Ids and codes only.
    record AuditLine(
            UUID command, @Nullable UUID console, String actor, Instant at, Instant receivedAt, String type,
            List<UUID> touches, String outcome) {}

    /// A delivered item that could not be used, whole, with the reason.
    record Aside(Instant at, String channel, String sourceId, String reason, String line) {}

    record SessionRow(String tokenHash, String operator, UUID console, Instant createdAt) {}
}
