package id.anjungan.store;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Clock;
import id.anjungan.domain.Disposition;
import id.anjungan.domain.Link;
import id.anjungan.domain.Priority;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What lists, tiles and the map need of a case, flat: a row of `case_row`. `reports` is how many cases its incident
/// has (1 without one); only rows read back have it. `missed` says that a clock of it was ever missed.
/// `clock` is the rule of the clock that `due` belongs to; `agencies` are those who have the case.
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
        boolean pending,
        @Nullable String clock,
        List<String> agencies) {

    public CaseFacts {
        agencies = List.copyOf(agencies);
    }

    /// Of a case that is in no file, titled by the beginning of what the citizen wrote.
    public static CaseFacts of(Case c, String words) {
        return of(c, CaseRows.folded(words), false);
    }

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
                c.link(Link.Kind.INCIDENT).map(Link::target).orElse(null), 1, c.person(), c.cameAt(), pending,
                c.nextClock().map(Clock::rule).orElse(null),
                c.dispositions().stream()
                        .filter(d -> d.status() != Disposition.Status.RETURNED)
                        .map(Disposition::agency)
                        .distinct()
                        .toList());
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

    /// The columns `read` takes by their place; after them comes how many cases the incident has.
    static final String COLUMNS =
            "c.id, c.number, c.channel, c.category, c.priority, c.state, c.title, c.district, c.village, "
                    + "c.lat, c.lon, c.claimed_by, c.claim_provisional, c.acknowledged_at, c.closed_at, c.sensitive, "
                    + "c.level, c.due_at, c.paused, c.missed, c.incident, c.person, c.received_at, c.pending, c.clock, c.agencies";

    private static final int REPORTS = 27;

    @SuppressWarnings("EnumOrdinal") // the file holds ordinals
    static CaseFacts read(ResultSet r) throws SQLException {
        return new CaseFacts(
                Db.id(r.getBytes(1)), r.getString(2), r.getString(3), r.getString(4),
                Priority.values()[r.getInt(5)], CaseState.values()[r.getInt(6)], r.getString(7), r.getString(8),
                r.getString(9), real(r, 10), real(r, 11), r.getString(12), r.getInt(13) == 1, instant(r, 14),
                instant(r, 15), r.getInt(16) == 1, r.getInt(17),
                r.getLong(18) == NO_DUE ? null : Db.instant(r.getLong(18)), r.getInt(19) == 1, r.getInt(20) == 1,
                id(r, 21), Math.max(1, r.getInt(REPORTS)), Db.id(r.getBytes(22)), Db.instant(r.getLong(23)),
                r.getInt(24) == 1, r.getString(25), codes(r.getString(26)));
    }

    private static List<String> codes(@Nullable String all) {
        return all == null || all.isBlank() ? List.of() : List.of(all.strip().split(" "));
    }

    /// Each between blanks, so that one of them can be looked for.
    String agencyWords() {
        return agencies.isEmpty() ? "" : " " + String.join(" ", agencies) + " ";
    }

    private static @Nullable UUID id(ResultSet r, int column) throws SQLException {
        byte[] b = r.getBytes(column);
        return b == null ? null : Db.id(b);
    }

    private static @Nullable Instant instant(ResultSet r, int column) throws SQLException {
        long v = r.getLong(column);
        return r.wasNull() ? null : Db.instant(v);
    }

    /// Sorts behind every due time.
    static final long NO_DUE = Long.MAX_VALUE;

    private static @Nullable Double real(ResultSet r, int column) throws SQLException {
        double v = r.getDouble(column);
        return r.wasNull() ? null : v;
    }
}
