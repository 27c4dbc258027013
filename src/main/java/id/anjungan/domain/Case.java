package id.anjungan.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One complaint, report, information request or emergency, from any channel. It holds codes, ids and times:
/// the citizen's words are messages, the citizen is a person. `version` grows by one with every change.
/// `fencing` is the number of the latest claim ever made on it. `acknowledgedAt` is when a person first
/// confirmed having seen it (for an emergency: the alarm). `duplicates` are the cases that repeat this one, as their
/// links say. `tags` are words of the desk's own and `watchers` the operators who want to hear of changes, both in
/// order; `confirmed` is set while somebody has found the work to be really done.
public record Case(
        UUID id,
        String number,
        String channel,
        String sourceId,
        UUID person,
        String category,
        Priority priority,
        CaseState state,
        @Nullable Outcome outcome,
        Privacy privacy,
        Location location,
        Instant reportedAt,
        Instant receivedAt,
        @Nullable Claim claim,
        long fencing,
        int level,
        List<Clock> clocks,
        List<Disposition> dispositions,
        List<Link> links,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant closedAt,
        Instant updatedAt,
        long version,
        List<UUID> duplicates,
        List<String> tags,
        List<String> watchers,
        List<Reminder> reminders,
        @Nullable Confirmation confirmed)
        implements Entity {

    public Case {
        clocks = List.copyOf(clocks);
        dispositions = List.copyOf(dispositions);
        links = List.copyOf(links);
        duplicates = orNone(duplicates);
        tags = orNone(tags);
        watchers = orNone(watchers);
        reminders = orNone(reminders);
    }

    /// A case nobody has put anything beside.
    public Case(
            UUID id,
            String number,
            String channel,
            String sourceId,
            UUID person,
            String category,
            Priority priority,
            CaseState state,
            @Nullable Outcome outcome,
            Privacy privacy,
            Location location,
            Instant reportedAt,
            Instant receivedAt,
            @Nullable Claim claim,
            long fencing,
            int level,
            List<Clock> clocks,
            List<Disposition> dispositions,
            List<Link> links,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant closedAt,
            Instant updatedAt,
            long version) {
        this(
                id, number, channel, sourceId, person, category, priority, state, outcome, privacy, location, reportedAt,
                receivedAt, claim, fencing, level, clocks, dispositions, links, acknowledgedAt, closedAt, updatedAt,
                version, List.of(), List.of(), List.of(), List.of(), null);
    }

    /// What an earlier version wrote has none of it.
    private static <T> List<T> orNone(@Nullable List<T> all) {
        return all == null ? List.of() : List.copyOf(all);
    }

    public boolean open() {
        return state.open();
    }

    /// When the citizen reported it, never later than when the city received it: what its age is counted from.
    public Instant cameAt() {
        return reportedAt.isBefore(receivedAt) ? reportedAt : receivedAt;
    }

    /// The running clock that breaches first, which is what the queue is ordered by.
    public Optional<Clock> nextClock() {
        return clocks.stream().filter(Clock::running).min(java.util.Comparator.comparing(Clock::due));
    }

    /// The first link of a kind.
    public Optional<Link> link(Link.Kind kind) {
        return links.stream().filter(l -> l.kind() == kind).findFirst();
    }

    /// The case this one repeats.
    public Optional<UUID> main() {
        return link(Link.Kind.DUPLICATE_OF).map(Link::target);
    }

    /// An operator's reminder of this case.
    public Optional<Reminder> reminder(String operator) {
        return reminders.stream().filter(r -> r.operator().equals(operator)).findFirst();
    }

    /// The same case under another version number.
    Case withVersion(long n) {
        return n == version
                ? this
                : new Case(
                        id, number, channel, sourceId, person, category, priority, state, outcome, privacy, location,
                        reportedAt, receivedAt, claim, fencing, level, clocks, dispositions, links, acknowledgedAt,
                        closedAt, updatedAt, n, duplicates, tags, watchers, reminders, confirmed);
    }

    /// Starts a copy with some fields changed. `at` is when it was done (closing, acknowledging, clocks);
    /// `receivedAt` becomes `updatedAt`; the version grows by one.
    public CaseEdit edit(Instant at, Instant receivedAt) {
        return new CaseEdit(this, at, receivedAt);
    }
}
