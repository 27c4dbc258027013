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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What lists, tiles and the map need of a case, flat: a row of `case_row`. `reports` is how many cases its incident
/// has (1 without one); only rows read back have it. `missed` says that a clock of it was ever missed.
/// `clock` is the rule of the clock that `due` belongs to; `agencies` are those who have the case. `main` is the case this
/// one repeats; while that is here and open this one is `folded`: not in the queue by itself. `merged` counts those
/// that repeat it, whose nearest deadline is its own too. `marks` are tags and watchers.
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
        List<String> agencies,
        @Nullable UUID main,
        boolean folded,
        int merged,
        List<String> marks) {

    public CaseFacts {
        agencies = List.copyOf(agencies);
        marks = List.copyOf(marks);
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
                        .toList(),
                c.main().orElse(null), false, c.duplicates().size(),
                marksOf(c));
    }

    private static List<String> marksOf(Case c) {
        List<String> all = new ArrayList<>();
        c.tags().forEach(t -> all.add(tag(t)));
        c.watchers().forEach(w -> all.add(watcher(w)));
        c.reminders().forEach(r -> all.add(reminder(r.operator())));
        return all;
    }

    /// How an operator's reminder stands among the marks.
    public static String reminder(String operator) {
        return "!" + operator;
    }

    /// How a tag stands among the marks.
    public static String tag(String tag) {
        return "#" + tag;
    }

    /// How somebody who watches stands among the marks.
    public static String watcher(String operator) {
        return "@" + operator;
    }

    public List<String> tags() {
        return marks.stream().filter(m -> m.startsWith("#")).map(m -> m.substring(1)).toList();
    }

    /// As it stands among those it is merged with.
    CaseFacts among(boolean nowFolded, @Nullable Instant nextDue, @Nullable String nextClock) {
        return new CaseFacts(
                id, number, channel, category, priority, state, title, district, village, lat, lon, claimedBy,
                claimProvisional, acknowledgedAt, closedAt, sensitive, level, nextDue, paused, missed, incident, reports,
                person, receivedAt, pending, nextClock, agencies, main, nowFolded, merged, marks);
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
                    + "c.level, c.due_at, c.paused, c.missed, c.incident, c.person, c.received_at, c.pending, c.clock, c.agencies, "
                    + "c.main, c.folded, c.merged, c.marks";

    static final int REPORTS = 31;

    @SuppressWarnings("EnumOrdinal") // the file holds ordinals
    static CaseFacts read(ResultSet r) throws SQLException {
        return new CaseFacts(
                Db.id(r.getBytes(1)), r.getString(2), r.getString(3), r.getString(4),
                Priority.values()[r.getInt(5)], CaseState.values()[r.getInt(6)], r.getString(7), r.getString(8),
                r.getString(9), real(r, 10), real(r, 11), r.getString(12), r.getInt(13) == 1, instant(r, 14),
                instant(r, 15), r.getInt(16) == 1, r.getInt(17),
                r.getLong(18) == NO_DUE ? null : Db.instant(r.getLong(18)), r.getInt(19) == 1, r.getInt(20) == 1,
                id(r, 21), Math.max(1, r.getInt(REPORTS)), Db.id(r.getBytes(22)), Db.instant(r.getLong(23)),
                r.getInt(24) == 1, r.getString(25), codes(r.getString(26)), id(r, 27),
                r.getInt(28) == 1, r.getInt(29), codes(r.getString(30)));
    }

    private static List<String> codes(@Nullable String all) {
        return all == null || all.isBlank() ? List.of() : List.of(all.strip().split(" "));
    }

    /// Each between blanks, so that one of them can be looked for.
    String agencyWords() {
        return agencies.isEmpty() ? "" : " " + String.join(" ", agencies) + " ";
    }

    String markWords() {
        return marks.isEmpty() ? "" : " " + String.join(" ", marks) + " ";
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
