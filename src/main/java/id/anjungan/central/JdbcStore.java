package id.anjungan.central;

import id.anjungan.domain.Policy;
import id.anjungan.protocol.Kind;
import id.anjungan.protocol.OperatorSettings;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// What the stores on SQLite and on PostgreSQL have in common, which is nearly everything: how a group is written
/// and how rows are read. A store adds its connections. Reads come from any thread.
abstract class JdbcStore implements CentralStore {
    interface Query<T> {
        T on(Db db) throws SQLException;
    }

    /// Asks on a connection for reading, outside any transaction.
    abstract <T> T read(Query<T> query);

    static <T> T ask(Db db, Query<T> query) {
        try {
            return query.on(db);
        } catch (SQLException e) {
            throw new StoreException("the database did not answer", e);
        }
    }

    /// Whether a lease still stands, asked inside a group's transaction.
    abstract boolean stands(Db db, Lease lease);

    /// Runs a group once, in one transaction of its own.
    final GroupWrites.Numbers attempt(Db db, Policy policy, Consumer<Tx> group) throws SQLException {
        db.begin();
        try {
            StagedGroup staged = new StagedGroup(new GroupReads(db, this::stands), policy);
            group.accept(staged);
            GroupWrites.Numbers numbers = new GroupWrites(db, policy.version()).carryOut(staged.ops());
            db.commit();
            return numbers;
        } catch (SQLException | RuntimeException | Error e) {
            rollback(db, e);
            throw e;
        }
    }

    private static void rollback(Db db, Throwable cause) {
        try {
            db.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /// The history's name, given once when the database is new.
    static UUID epoch(Db db) throws SQLException {
        db.run(Sql.FIRST_META, "epoch", UUID.randomUUID().toString());
        return db.first(Sql.META, rs -> UUID.fromString(rs.getString(1)), "epoch").orElseThrow();
    }

    /// Writes in a transaction of its own, beside the groups.
    abstract <T> T change(Query<T> query);

    static <T> T changed(Db db, Query<T> query) throws SQLException {
        db.begin();
        try {
            T done = query.on(db);
            db.commit();
            return done;
        } catch (SQLException | RuntimeException e) {
            rollback(db, e);
            throw e;
        }
    }

    static UUID renewEpoch(Db db) throws SQLException {
        UUID fresh = UUID.randomUUID();
        db.run(Sql.PUT_META, "epoch", fresh.toString());
        db.run(Sql.SKIP_CASES, RestoreEpoch.SKIPPED_CASE_NUMBERS);
        db.run(Sql.SKIP_OUTBOX);
        db.run(Sql.ALL_HANDED);
        return fresh;
    }

    @Override
    public int compact(Instant now, Instant before, int most) {
        return change(db -> {
            long floor = db.first(Sql.FLOOR, Sql::number).orElseThrow();
            long begin = db.first(Sql.LOG_BEGIN, Sql::number).orElse(floor + 1);
            int gone = begin > floor ? 0 : db.run(Sql.FORGET_LOG, Math.min(floor, begin - 1 + most));
            db.run(Sql.MARK, now, db.first(Sql.HEAD, Sql::number).orElseThrow());
            Optional<Long> rises = db.first(Sql.MARKED, Sql::number, before);
            if (rises.isPresent()) {
                db.run(Sql.SET_FLOOR, rises.get(), rises.get());
                db.run(Sql.FORGET_MARKS, before);
            }
            return gone;
        });
    }

    @Override
    public long scan(long after, Scan scan) {
        return read(db -> {
            db.beginLooking();
            try {
                long head = db.first(Sql.HEAD, Sql::number).orElseThrow();
                db.each(Sql.ENDED_CASES, rs -> scan.endedCase(Sql.sent(rs)));
                db.each(Sql.CHANGED, rs -> scan.changed(Sql.id(rs)), after, head);
                db.each(Sql.ALL, rs -> scan.row(Sql.sent(rs)), after);
                return head;
            } finally {
                db.endLooking();
            }
        });
    }

    @Override
    public long headNow() {
        return read(db -> db.first(Sql.HEAD, Sql::number).orElseThrow());
    }

    @Override
    public Page page(Position after, int belowGrade, int limit) {
        return read(db -> {
            long[] last = {after.n()};
            List<Row> rows = db.list(
                    Sql.PAGE,
                    rs -> {
                        last[0] = rs.getLong(10);
                        return Sql.sent(rs);
                    },
                    after.grade(), after.n(), belowGrade, limit);
            return new Page(rows, rows.isEmpty() ? after : new Position(rows.getLast().grade(), last[0]));
        });
    }

    @Override
    public long count(int belowGrade) {
        return read(db -> db.first(Sql.COUNT, Sql::number, belowGrade).orElse(0L));
    }

    @Override
    public Map<Kind, Long> counts() {
        Map<Kind, Long> counts = new EnumMap<>(Kind.class);
        read(db -> db.list(Sql.COUNTS, rs -> Map.entry(rs.getString(1), rs.getLong(2))))
                .forEach(e -> Kind.ofWire(e.getKey()).ifPresent(k -> counts.put(k, e.getValue())));
        return counts;
    }

    @Override
    public List<LogRow> changes(long after, long upTo) {
        return read(db -> db.list(Sql.CHANGES, Sql::logRow, after, upTo));
    }

    @Override
    public Optional<Row> row(UUID id) {
        return read(db -> db.first(Sql.ROW, Sql::row, id));
    }

    @Override
    public List<Row> about(UUID id) {
        return read(db -> db.list(Sql.ABOUT, Sql::row, id));
    }

    @Override
    public List<Row> ended(String like, String phoneLike, int skip, int limit) {
        return read(db -> db.list(Sql.ENDED_LIKE, Sql::sent, like, like, phoneLike, limit, skip));
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return read(db -> db.list(Sql.DUE, Sql::id, now, limit));
    }

    @Override
    public List<Held> held() {
        return read(db -> db.list(
                Sql.HELD,
                rs -> new Held(Sql.id(rs), rs.getString(2), rs.getLong(3), Instant.ofEpochMilli(rs.getLong(4)))));
    }

    @Override
    public List<Row> recent(String category, Instant since, int limit) {
        return read(db -> db.list(Sql.RECENT, Sql::row, category, since, limit));
    }

    @Override
    public List<Outbound> outbound(String channel, long after, int limit) {
        return read(db -> db.list(
                Sql.OUTBOUND,
                rs -> new Outbound(
                        rs.getLong(1), Db.uuid(rs.getBytes(2)), rs.getString(3), rs.getString(4),
                        Db.uuidOrNull(rs.getBytes(5)), rs.getInt(6) == 1, rs.getInt(7) == 1,
                        Instant.ofEpochMilli(rs.getLong(8))),
                channel, after, limit));
    }

    @Override
    public Optional<Instant> nextRelease() {
        return read(db -> db.first(Sql.NEXT_RELEASE, Sql::number)).map(Instant::ofEpochMilli);
    }

    @Override
    public Optional<Tx.SessionRow> session(String tokenHash) {
        return read(db -> db.first(
                Sql.SESSION,
                rs -> new Tx.SessionRow(
                        rs.getString(1), rs.getString(2), Db.uuid(rs.getBytes(3)),
                        Instant.ofEpochMilli(rs.getLong(4))),
                tokenHash));
    }

    @Override
    public Optional<String> projection(UUID console) {
        return read(db -> db.first(Sql.PROJECTION, rs -> rs.getString(1), console));
    }

    @Override
    public Map<String, OperatorSettings.Value> settings(String operator) {
        Map<String, OperatorSettings.Value> all = new HashMap<>();
        read(db -> db.list(
                        Sql.SETTINGS,
                        rs -> Map.entry(
                                rs.getString(1),
                                new OperatorSettings.Value(rs.getString(2), Instant.ofEpochMilli(rs.getLong(3)))),
                        operator))
                .forEach(e -> all.put(e.getKey(), e.getValue()));
        return all;
    }

    @Override
    public boolean putSettings(String operator, Map<String, OperatorSettings.Value> given) {
        return !given.isEmpty() && change(db -> {
            int later = 0;
            for (Map.Entry<String, OperatorSettings.Value> e : new TreeMap<>(given).entrySet()) {
                later += db.run(Sql.PUT_SETTING, operator, e.getKey(), e.getValue().value(), e.getValue().at());
            }
            return later > 0;
        });
    }

    private final Blobs blobs = new Blobs(this);

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Override
    public long asideCount() {
        return read(db -> db.first(Sql.ASIDE_COUNT, Sql::number).orElse(0L));
    }
}
