package id.anjungan.store;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Link;
import id.anjungan.domain.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What lists, tiles and the map need of a case, flat: a row of `case_row`. `reports` is how many cases its incident
/// has (1 without one); only rows read back have it. `missed` says that a clock of it was ever missed.
public record CaseFacts(
        UUID id,
        String number,
        String channel,
        String category,
        Priority priority,
        CaseState state,
        String title,
        @Nullable String district,
        @Nullable String village,
        @Nullable Double lat,
        @Nullable Double lon,
        @Nullable String claimedBy,
        boolean claimProvisional,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant closedAt,
        boolean sensitive,
        int level,
        @Nullable Instant due,
        boolean paused,
        boolean missed,
        @Nullable UUID incident,
        int reports,
        UUID person,
        Instant receivedAt,
        boolean pending) {

    static CaseFacts of(Case c, String title, boolean pending) {
        Claim held = c.claim();
        boolean sensitive = c.privacy().sensitive();
        return new CaseFacts(
                c.id(), c.number(), c.channel(), c.category(), c.priority(), c.state(), sensitive ? "" : title,
                c.location().district(), c.location().village(), c.location().lat(), c.location().lon(),
                held == null ? null : held.operator(), held != null && held.provisional(), c.acknowledgedAt(),
                c.closedAt(), sensitive, c.level(), c.nextClock().map(Clock::due).orElse(null),
                c.open() && c.clocks().stream().anyMatch(Clock::paused),
                c.clocks().stream().anyMatch(k -> k.breachedAt() != null),
                c.link(Link.Kind.INCIDENT).map(Link::target).orElse(null), 1, c.person(), c.cameAt(), pending);
    }

    public boolean open() {
        return state.open();
    }

    public boolean acknowledged() {
        return acknowledgedAt != null;
    }

    /// Whether a person must see this now: an open emergency nobody has acknowledged.
    public boolean urgent() {
        return open() && priority == Priority.EMERGENCY && acknowledgedAt == null;
    }

    /// The first key of the queue's order: unacknowledged emergencies before everything.
    @SuppressWarnings("EnumOrdinal") // the order of priorities is the order of the queue
    int order() {
        return urgent() ? -1 : priority.ordinal();
    }

    @SuppressWarnings("EnumOrdinal") // the file holds ordinals
    static CaseFacts read(ResultSet r) throws SQLException {
        return new CaseFacts(
                Db.id(r, "id"), r.getString("number"), r.getString("channel"), r.getString("category"),
                Priority.values()[r.getInt("priority")], CaseState.values()[r.getInt("state")], r.getString("title"),
                r.getString("district"), r.getString("village"), real(r, "lat"), real(r, "lon"),
                r.getString("claimed_by"), r.getInt("claim_provisional") == 1, Db.instantOrNull(r, "acknowledged_at"),
                Db.instantOrNull(r, "closed_at"), r.getInt("sensitive") == 1, r.getInt("level"),
                r.getLong("due_at") == NO_DUE ? null : Db.instant(r.getLong("due_at")), r.getInt("paused") == 1,
                r.getInt("missed") == 1, Db.idOrNull(r, "incident"), Math.max(1, r.getInt("reports")),
                Db.id(r, "person"), Db.instant(r.getLong("received_at")), r.getInt("pending") == 1);
    }

    /// Sorts behind every due time.
    static final long NO_DUE = Long.MAX_VALUE;

    private static @Nullable Double real(ResultSet r, String column) throws SQLException {
        double v = r.getDouble(column);
        return r.wasNull() ? null : v;
    }
}
