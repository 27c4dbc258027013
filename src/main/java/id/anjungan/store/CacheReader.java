package id.anjungan.store;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Message;
import id.anjungan.domain.Outline;
import id.anjungan.domain.Priority;
import id.anjungan.protocol.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads the cache, beside its writer, for the projections and the search. Used by one thread at a time.
public final class CacheReader implements AutoCloseable {
    static final String ROW =
            "SELECT " + CaseFacts.COLUMNS + ", coalesce(i.cases,1) FROM case_row c LEFT JOIN incident_row i ON i.id=c.incident ";
    private static final String ORDER = " ORDER BY c.ord, c.due_at, c.rid";

    private static final String WORDED = "c.rid IN (SELECT rowid FROM fts WHERE fts MATCH ?)";

    private final Db db;

    CacheReader(Db db) {
        this.db = db;
    }

    /// Which open cases are wanted; null and empty mean all. `breachedAt`: due before that. Of each of the `marks` one must
    /// be on the case.
    public record Wanted(
            @Nullable String claimedBy,
            boolean unclaimed,
            @Nullable Instant breachedAt,
            Set<String> channels,
            Set<String> districts,
            Set<String> villages,
            Set<String> categories,
            Set<String> agencies,
            String text,
            @Nullable Outline area,
            List<Set<String>> marks) {
        public Wanted {
            marks = List.copyOf(marks);
        }

        public Wanted(
                @Nullable String claimedBy, boolean unclaimed, @Nullable Instant breachedAt, Set<String> channels,
                Set<String> districts, Set<String> villages, Set<String> categories, Set<String> agencies, String text) {
            this(
                    claimedBy, unclaimed, breachedAt, channels, districts, villages, categories, agencies, text, null,
                    List.of());
        }
    }

    private record Where(String sql, List<Object> args) {
        @Nullable Object[] with(Object... more) {
            List<@Nullable Object> all = new ArrayList<>(args);
            all.addAll(List.of(more));
            return all.toArray();
        }
    }

    private static Where where(Wanted w) {
        return where(w, WORDED);
    }

    private static Where where(Wanted w, String worded) {
        return where("WHERE c.open=1 AND c.folded=0", w, worded);
    }

    private static Where where(String first, Wanted w, String worded) {
        StringBuilder sql = new StringBuilder(first);
        List<Object> args = new ArrayList<>();
        if (w.claimedBy() != null) {
            sql.append(" AND c.claimed_by=?");
            args.add(w.claimedBy());
        }
        if (w.unclaimed()) {
            sql.append(" AND c.claimed_by IS NULL");
        }
        if (w.breachedAt() != null) {
            sql.append(" AND c.due_at<?");
            args.add(w.breachedAt());
        }
        in(sql, args, "c.channel", w.channels());
        areas(sql, args, w);
        in(sql, args, "c.category", w.categories());
        if (!w.agencies().isEmpty()) {
            sql.append(" AND (0").append(" OR instr(c.agencies,?)>0".repeat(w.agencies().size())).append(')');
            w.agencies().stream().sorted().forEach(a -> args.add(" " + a + " "));
        }
        if (w.area() != null) {
            sql.append(" AND ").append(InOutline.NAME).append("(?,c.lat,c.lon)");
            args.add(w.area().toString());
        }
        for (Set<String> any : w.marks()) {
            in(sql.append(" AND c.id IN (SELECT case_id FROM case_mark WHERE 1"), args, "word", any);
            sql.append(')');
        }
        if (!w.text().isBlank()) {
            Optional<String> query = Docs.query(w.text());
            sql.append(query.isPresent() ? " AND " + worded : " AND 0");
            query.ifPresent(args::add);
        }
        return new Where(sql.toString(), args);
    }

    /// Districts and villages are of one kind: a case may lie in any of them.
    private static void areas(StringBuilder sql, List<Object> args, Wanted w) {
        if (w.districts().isEmpty() || w.villages().isEmpty()) {
            in(sql, args, "c.district", w.districts());
            in(sql, args, "c.village", w.villages());
            return;
        }
        sql.append(" AND (1");
        in(sql, args, "c.district", w.districts());
        sql.append(" OR 1");
        in(sql, args, "c.village", w.villages());
        sql.append(')');
    }

    private static void in(StringBuilder sql, List<Object> args, String column, Set<String> values) {
        if (!values.isEmpty()) {
            sql.append(" AND ").append(column).append(" IN (").append("?,".repeat(values.size()));
            sql.setCharAt(sql.length() - 1, ')');
            values.stream().sorted().forEach(args::add);
        }
    }

    /// A window of the queue in its order.
    public List<CaseFacts> queue(Wanted w, int first, int count) {
        Where at = where(w);
        return db.list(ROW + at.sql() + ORDER + " LIMIT ? OFFSET ?", CaseFacts::read, at.with(count, first));
    }

    /// The ids of the whole queue in its order.
    public List<UUID> queueIds(Wanted w) {
        Where at = where(w);
        return db.list("SELECT c.id FROM case_row c " + at.sql() + ORDER, r -> Db.id(r, "id"), at.with());
    }

    /// Those of these cases that are wanted. Asks row by row, so its cost is theirs however many cases have the words.
    public Set<UUID> among(Wanted w, Collection<UUID> ids) {
        Where at = where(w, "EXISTS (SELECT 1 FROM fts WHERE fts MATCH ? AND rowid=c.rid)");
        Set<UUID> found = new HashSet<>();
        for (UUID id : ids) {
            db.one("SELECT c.id FROM case_row c " + at.sql() + " AND c.id=?", r -> Db.id(r, "id"), at.with(id))
                    .ifPresent(found::add);
        }
        return found;
    }

    public int count(Wanted w) {
        Where at = where(w);
        return Math.toIntExact(db.number("SELECT count(*) FROM case_row c " + at.sql(), at.with()));
    }

    /// The rows of these cases, in their order, those that are gone left out.
    public List<CaseFacts> rows(Collection<UUID> ids) {
        List<CaseFacts> rows = new ArrayList<>();
        ids.forEach(id -> db.one(ROW + "WHERE c.id=?", CaseFacts::read, id).ifPresent(rows::add));
        return rows;
    }

    /// Every open case, in no order, without being held all at once.
    public void eachOpen(Consumer<CaseFacts> each) {
        db.list(ROW + "WHERE c.open=1", r -> {
            each.accept(CaseFacts.read(r));
            return null;
        });
    }

    /// Other cases of an incident, newest first.
    public List<CaseFacts> ofIncident(UUID incident, UUID except, int limit) {
        return db.list(ROW + "WHERE c.incident=? AND c.id<>? ORDER BY c.rid DESC LIMIT ?", CaseFacts::read,
                incident, except, limit);
    }

    /// What else is kept beside cases, over the same connection and for the same thread.
    public BesideReader beside() {
        return new BesideReader(db);
    }

    /// Cases in which every word begins a word, newest first, open or not.
    public List<CaseFacts> search(String text, int limit) {
        return Docs.query(text)
                .map(q -> db.list(
                        ROW + "JOIN (SELECT rowid AS hit FROM fts WHERE fts MATCH ? ORDER BY rowid DESC LIMIT ?) ON c.rid=hit ORDER BY c.rid DESC",
                        CaseFacts::read, q, limit))
                .orElse(List.of());
    }

    /// Cases that are looked for: those with words newest first, open ones without words in the order of the queue.
    public List<CaseFacts> search(CaseSearch wanted, int limit) {
        return wanted.sql()
                .map(q -> db.list(
                        "SELECT " + CaseFacts.COLUMNS + ", coalesce(i.cases,1) FROM " + q.from() + " ORDER BY " + q.order() + " LIMIT ?",
                        CaseFacts::read, with(q.args(), limit)))
                .orElse(List.of());
    }

    private static @Nullable Object[] with(List<Object> args, Object last) {
        List<@Nullable Object> all = new ArrayList<>(args);
        all.add(last);
        return all.toArray();
    }

    /// How many of the newest cases with such a reporter or address are looked at for different ones.
    private static final int SAMPLE = 300;

    /// Somebody who reported, and how many cases of theirs are here.
    public record Reporter(UUID person, int cases) {}

    /// Who reported and has a name, an account or a phone number that begins so; who did last comes first.
    public List<Reporter> reporters(String typed, int limit) {
        return sampled(typed, CaseSearch.REPORTER, "c.person", r -> Db.id(r.getBytes(1)), limit).stream()
                .map(id -> new Reporter(
                        id, Math.toIntExact(db.number("SELECT count(*) FROM case_row WHERE person=?", id))))
                .toList();
    }

    /// Addresses with such words, each once; where something happened last comes first.
    public List<String> addresses(String typed, int limit) {
        return sampled(typed, CaseSearch.ADDRESS, "d.address", r -> r.getString(1), limit);
    }

    private <T> List<T> sampled(String typed, String columns, String what, Db.RowMapper<T> mapper, int limit) {
        return Docs.query(typed)
                .map(q -> db.list(
                                "SELECT " + what + " FROM fts CROSS JOIN case_row c ON c.rid=fts.rowid CROSS JOIN doc d ON d.rid=fts.rowid"
                                        + " WHERE fts MATCH ? ORDER BY fts.rowid DESC LIMIT ?",
                                mapper, columns + " : (" + q + ")", SAMPLE)
                        .stream()
                        .distinct()
                        .limit(limit)
                        .toList())
                .orElse(List.of());
    }

    /// Ends the question that is being answered, from another thread; it fails. Nothing happens when none is.
    public void interrupt() {
        db.interrupt();
    }

    public <T extends Entity> Optional<T> find(Class<T> type, UUID id) {
        return db.one("SELECT kind, body FROM entity WHERE id=?", r -> CacheTx.parsed(r.getString(1), r.getString(2)), id)
                .filter(type::isInstance)
                .map(type::cast);
    }

    public List<Entry> entries(UUID about) {
        return db.list("SELECT body FROM entity WHERE about=? AND kind='entry' ORDER BY at, rowid",
                r -> Json.read(r.getString(1), Entry.class), about);
    }

    public List<Message> messages(UUID about) {
        return db.list("SELECT body FROM entity WHERE about=? AND kind='message' ORDER BY at, rowid",
                r -> Json.read(r.getString(1), Message.class), about);
    }

    public Optional<Message> lastMessage(UUID about) {
        return db.one("SELECT body FROM entity WHERE about=? AND kind='message' ORDER BY at DESC, rowid DESC LIMIT 1",
                r -> Json.read(r.getString(1), Message.class), about);
    }

    public List<Chat> openChats() {
        return db.list("SELECT e.body FROM chat_row c JOIN entity e ON e.id=c.id WHERE c.state<2",
                r -> Json.read(r.getString(1), Chat.class));
    }

    public List<Alarm> activeAlarms() {
        return db.list("SELECT e.body FROM alarm_row a JOIN entity e ON e.id=a.id WHERE a.active=1",
                r -> Json.read(r.getString(1), Alarm.class));
    }

    public List<Alarm> activeAlarms(UUID caseId) {
        return db.list("SELECT e.body FROM alarm_row a JOIN entity e ON e.id=a.id WHERE a.active=1 AND a.case_id=?",
                r -> Json.read(r.getString(1), Alarm.class), caseId);
    }

    public boolean overlaid(UUID id) {
        return db.number("SELECT count(*) FROM base WHERE id=?", id) > 0;
    }

    /// A channel's counters: open cases, unacknowledged emergencies, when an item last came.
    public record Tile(String channel, int open, int urgent, @Nullable Instant lastItem) {}

    public List<Tile> tiles() {
        return db.list("SELECT * FROM tile", r -> new Tile(
                r.getString("channel"), r.getInt("open"), r.getInt("urgent"),
                r.getLong("last_item") == 0 ? null : Db.instant(r.getLong("last_item"))));
    }

    /// Items received per channel in each slot of five minutes, the last of which holds `now`; oldest first.
    public Map<String, int[]> slots(Instant now, int slots) {
        long last = Math.floorDiv(Db.micros(now), CaseRows.SLOT_MICROS);
        Map<String, int[]> byChannel = new HashMap<>();
        db.list("SELECT slot, channel, received FROM slot WHERE slot>? AND slot<=?", r -> {
            int[] counts = byChannel.computeIfAbsent(r.getString("channel"), c -> new int[slots]);
            counts[Math.toIntExact(r.getLong("slot") - last) + slots - 1] = r.getInt("received");
            return null;
        }, last - slots, last);
        return byChannel;
    }

    /// How many cases were closed from (included) to (excluded), and how many of those missed no clock.
    public record Closed(int count, int withinTarget) {}

    public Closed closed(Instant from, Instant to) {
        return db.one(
                        "SELECT count(*), coalesce(sum(missed=0),0) FROM case_row WHERE closed_at>=? AND closed_at<?",
                        r -> new Closed(r.getInt(1), r.getInt(2)), from, to)
                .orElse(new Closed(0, 0));
    }

    /// From receipt to first act, over cases first acted on since `from`: nine in ten were faster. Empty when none.
    public Optional<Duration> firstResponseP90(Instant from) {
        long n = db.number("SELECT count(*) FROM case_row WHERE acknowledged_at>=?", from);
        return n == 0 ? Optional.empty() : db.one(
                "SELECT acknowledged_at-received_at AS t FROM case_row WHERE acknowledged_at>=? ORDER BY t LIMIT 1 OFFSET ?",
                r -> Duration.of(Math.max(0, r.getLong(1)), java.time.temporal.ChronoUnit.MICROS), from, (n * 9 - 1) / 10);
    }

    /// A case that has a position: when it came, when a person first saw it, when it was closed.
    public record Placed(
            UUID id, double lat, double lon, Priority priority, Instant received, @Nullable Instant acknowledged,
            @Nullable Instant closed, @Nullable UUID incident) {}

    /// Every case with a position that was open after `from`, of those wanted but for what changes while a case is open:
    /// whose it is and whether it is late.
    @SuppressWarnings("EnumOrdinal") // the file holds ordinals
    public List<Placed> placedSince(Wanted w, Instant from) {
        Wanted lasting = new Wanted(
                null, false, null, w.channels(), w.districts(), w.villages(), w.categories(), w.agencies(), w.text(), w.area(),
                w.marks());
        Where at = where("WHERE c.lat IS NOT NULL AND (c.open=1 OR c.closed_at>=?)", lasting, WORDED);
        List<@Nullable Object> args = new ArrayList<>(List.of(from));
        args.addAll(at.args());
        return db.list(
                "SELECT c.id, c.lat, c.lon, c.priority, c.received_at, c.acknowledged_at, c.closed_at, c.incident FROM case_row c "
                        + at.sql(),
                r -> new Placed(
                        Db.id(r, "id"), r.getDouble(2), r.getDouble(3), Priority.values()[r.getInt(4)],
                        Db.instant(r.getLong(5)), instant(r, 6), instant(r, 7), id(r, 8)),
                args.toArray());
    }

    /// What was done to a case that changed how it stands on a map: closed, taken up again, or of another priority.
    public record Turn(UUID about, Instant at, String code, @Nullable Priority before) {}

    /// The turns since `from` of cases with a position that were open after it, in order.
    public List<Turn> turnsSince(Instant from) {
        return db.list(
                "SELECT e.about, e.at, json_extract(e.body,'$.code') AS code, json_extract(e.body,'$.args.fromPriority')"
                        + " FROM case_row c JOIN entity e ON e.about=c.id WHERE c.lat IS NOT NULL AND (c.open=1 OR c.closed_at>=?)"
                        + " AND e.at>=? AND e.kind='entry' AND code IN ('closed','not-ours','archived','closed-with','reopened',"
                        + "'reopened-with','recategorised') ORDER BY e.at, e.rowid",
                r -> new Turn(
                        Db.id(r, "about"), Db.instant(r.getLong(2)), r.getString(3),
                        r.getString(4) == null ? null : Priority.valueOf(r.getString(4))),
                from, from);
    }

    private static @Nullable Instant instant(java.sql.ResultSet r, int column) throws java.sql.SQLException {
        long v = r.getLong(column);
        return r.wasNull() ? null : Db.instant(v);
    }

    private static @Nullable UUID id(java.sql.ResultSet r, int column) throws java.sql.SQLException {
        byte[] b = r.getBytes(column);
        return b == null ? null : Db.id(b);
    }

    /// How many cases of a village are open, and breached at a moment.
    public record Village(String village, int open, int breached) {}

    /// Each village that has open cases.
    public List<Village> villages(Instant now) {
        return db.list(
                "SELECT village, count(*), sum(due_at<?) FROM case_row WHERE open=1 AND village IS NOT NULL GROUP BY village",
                r -> new Village(r.getString(1), r.getInt(2), r.getInt(3)), now);
    }

    /// Cases of a district received in the hour before `now` of a week so many weeks ago; 0 is this week.
    public record Hour(String district, int weeksAgo, int received) {}

    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final long WEEK_MICROS = 168 * HOUR_MICROS;

    /// The same hour of this week and of so many before it, by district; weeks in which nothing came are left out.
    public List<Hour> sameHours(Instant now, int weeks) {
        long end = Db.micros(now);
        return db.list(
                "SELECT district, (?-received_at)/" + WEEK_MICROS + " AS ago, count(*) AS n FROM case_row"
                        + " WHERE district IS NOT NULL AND received_at>? AND received_at<=? AND (?-received_at)%" + WEEK_MICROS
                        + "<" + HOUR_MICROS + " GROUP BY district, ago",
                r -> new Hour(r.getString("district"), r.getInt("ago"), r.getInt("n")),
                end, end - weeks * WEEK_MICROS - HOUR_MICROS, end, end);
    }

    /// When the oldest case here was received; empty when there is none.
    public Optional<Instant> oldest() {
        return db.one("SELECT min(received_at) FROM case_row", r -> r.getLong(1) == 0 ? null : Db.instant(r.getLong(1)));
    }

    /// Open cases without a position, in the order of the queue.
    public List<UUID> unplaced(int limit) {
        return db.list(
                "SELECT c.id FROM case_row c WHERE c.open=1 AND c.lat IS NULL" + ORDER + " LIMIT ?", r -> Db.id(r, "id"), limit);
    }

    /// Gives one state of the cache that does not change while it is looked at.
    public <T> T still(Function<HeldRows, T> look) {
        db.run("BEGIN DEFERRED");
        try {
            return look.apply(new HeldRows(db));
        } finally {
            db.run("COMMIT");
        }
    }

    public Optional<String> profile() {
        return db.one("SELECT value FROM meta WHERE key='profile'", r -> r.getString(1));
    }

    /// Cases closed before, oldest first.
    public List<UUID> closedBefore(Instant at, int limit) {
        return db.list("SELECT id FROM case_row WHERE closed_at<? AND open=0 AND pending=0 ORDER BY closed_at LIMIT ?",
                r -> Db.id(r, "id"), at, limit);
    }

    /// What only the pages of a wall ask; used by the same thread.
    public WallReads wall() {
        return new WallReads(db);
    }

    public int setAside() {
        return Math.toIntExact(db.number("SELECT count(*) FROM aside"));
    }

    public boolean empty() {
        return db.number("SELECT count(*) FROM (SELECT 1 FROM entity LIMIT 1)") == 0;
    }

    @Override
    public void close() {
        db.close();
    }
}
