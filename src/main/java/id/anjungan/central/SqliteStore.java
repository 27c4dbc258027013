package id.anjungan.central;

import id.anjungan.domain.Policy;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import id.anjungan.protocol.Settlement;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;

/// The central store in one SQLite file, for one node. WAL, synchronous FULL: what is answered is on the disk. One
/// connection writes under a lock; a few read, each query seeing one committed state.
final class SqliteStore implements CentralStore {
    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;
    /// A checkpoint syncs twice; every 64 MB of log is seldom enough for bulk.
    private static final int CHECKPOINT_PAGES = 16_000;
    private static final int CACHE_KIB = 64 * 1024;

    private final Db writer;
    private final BlockingQueue<Db> readers = new ArrayBlockingQueue<>(READERS);
    private final ReentrantLock writing = new ReentrantLock();
    private final UUID epoch;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long head;

    private SqliteStore(Path file) throws SQLException {
        writer = connect(file);
        Migrations.run(writer, SqliteSchema.STEPS);
        epoch = readEpoch();
        head = writer.first(Sql.HEAD, Sql::number).orElseThrow();
        for (int i = 0; i < READERS; i++) {
            readers.add(connect(file));
        }
    }

    /// Opens or creates the file and brings it to the present schema.
    static SqliteStore open(Path file) {
        try {
            return new SqliteStore(file);
        } catch (SQLException e) {
            throw new StoreException("the central database cannot be opened: " + file, e);
        }
    }

    private static Db connect(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIB);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        // Otherwise the driver asks for the last row id after every statement.
        config.setGetGeneratedKeys(false);
        config.setPragma(SQLiteConfig.Pragma.JOURNAL_SIZE_LIMIT, Integer.toString(64 << 20));
        config.enforceForeignKeys(true);
        Db db = new Db(config.createConnection("jdbc:sqlite:" + file));
        db.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        String mode = db.first("PRAGMA journal_mode", rs -> rs.getString(1)).orElse("");
        long sync = db.first("PRAGMA synchronous", Sql::number).orElse(-1L);
        if (!mode.equalsIgnoreCase("wal") || sync != 2) {
            db.close();
            throw new SQLException("the database keeps no promise: journal_mode " + mode + ", synchronous " + sync);
        }
        return db;
    }

    private UUID readEpoch() throws SQLException {
        Optional<UUID> known = writer.first(Sql.META, rs -> UUID.fromString(rs.getString(1)), "epoch");
        if (known.isPresent()) {
            return known.get();
        }
        UUID fresh = UUID.randomUUID();
        writer.run(Sql.PUT_META, "epoch", fresh.toString());
        return fresh;
    }

    @Override
    public UUID epoch() {
        return epoch;
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public long write(Policy policy, Consumer<Tx> group) {
        writing.lock();
        try {
            writer.begin();
            try {
                StagedGroup staged = new StagedGroup(new GroupReads(), policy);
                group.accept(staged);
                long base = writer.first(Sql.HEAD, Sql::number).orElseThrow();
                long next = carryOut(staged.ops(), base);
                if (next > base) {
                    writer.run(Sql.SET_HEAD, next);
                }
                writer.commit();
                head = next;
                return base;
            } catch (SQLException | RuntimeException | Error e) {
                rollback(e);
                throw e;
            }
        } catch (SQLException e) {
            throw new StoreException("the group was not written", e);
        } finally {
            writing.unlock();
        }
    }

    private void rollback(Throwable cause) {
        try {
            writer.rollback();
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    /// Writes what was staged; of several states of a row only the last. The last number taken.
    private long carryOut(List<Op> ops, long base) throws SQLException {
        Map<UUID, Op.Put> last = new HashMap<>();
        Map<UUID, Long> seqs = new HashMap<>();
        long seq = base;
        for (Op op : ops) {
            if (op instanceof Op.Put p) {
                seq++;
                last.put(p.row().id(), p);
                seqs.put(p.row().id(), seq);
                Scope left = p.left();
                writer.run(
                        Sql.LOG, seq, p.row().kind().wire(), p.row().id(), p.command(),
                        left == null ? null : left.encode());
            }
        }
        for (Op.Put p : last.values()) {
            put(p.row(), seqs.getOrDefault(p.row().id(), seq));
        }
        Map<String, Long> numbers = new HashMap<>();
        for (Op op : ops) {
            if (op instanceof Op.CaseNumber n) {
                numbers.put(n.prefix(), n.last());
            } else {
                carryOut(op, base);
            }
        }
        for (Map.Entry<String, Long> n : numbers.entrySet()) {
            writer.run(Sql.SET_LAST_CASE, n.getKey(), n.getValue());
        }
        return seq;
    }

    private void put(Row r, long seq) throws SQLException {
        Row.Facts f = r.facts();
        writer.run(
                Sql.PUT, r.kind().wire(), r.id(), seq, r.grade(), r.about(), r.scope().channel(),
                r.scope().district(), r.scope().flags(), r.body(), f.holder(), f.fencing(), f.since(), f.due(),
                f.category(), f.received(), f.lat(), f.lon());
    }

    private void carryOut(Op op, long base) throws SQLException {
        switch (op) {
            case Op.Put _, Op.CaseNumber _ -> {}
            case Op.Settle s -> {
                Settlement a = Tx.numbered(s.answer(), base);
                writer.run(Sql.SETTLE, a.id(), s.console(), a.number(), Json.write(a));
                writer.run(Sql.SET_LAST_NUMBER, s.console(), a.number());
            }
            case Op.Audit(Tx.AuditLine a) ->
                writer.run(
                        Sql.AUDIT, a.command(), a.console(), a.actor(), a.at(), a.receivedAt(), a.type(),
                        String.join(" ", a.touches().stream().map(UUID::toString).toList()), a.outcome());
            case Op.SetAside(Tx.Aside a) ->
                writer.run(Sql.ASIDE, a.at(), a.channel(), a.sourceId(), a.reason(), a.line());
            case Op.OpenSession(Tx.SessionRow r) ->
                writer.run(Sql.OPEN_SESSION, r.tokenHash(), r.operator(), r.console(), r.createdAt());
            case Op.EndSession e -> writer.run(Sql.END_SESSION, e.at(), e.tokenHash());
            case Op.Shown s -> writer.run(Sql.SET_PROJECTION, s.console(), s.digest());
            case Op.Queue q ->
                writer.run(Sql.QUEUE, q.id(), q.channel(), q.sourceId(), q.message(), q.ends(), q.notBefore());
            case Op.Unqueue u -> writer.run(Sql.UNQUEUE, u.message());
            case Op.HandedOut h -> writer.run(Sql.HANDED, h.channel(), h.upTo());
            case Op.Postpone p -> writer.run(Sql.POSTPONE, p.until(), p.caseId());
        }
    }

    /// Reads inside the group's own transaction.
    private final class GroupReads implements StagedGroup.Reads {
        @Override
        public Optional<Row> row(UUID id) {
            return run(db -> db.first(Sql.ROW, Sql::row, id));
        }

        @Override
        public List<Row> about(UUID id) {
            return run(db -> db.list(Sql.ABOUT, Sql::row, id));
        }

        @Override
        public long lastOf(String prefix) {
            return run(db -> db.first(Sql.LAST_CASE, Sql::number, prefix)).orElse(0L);
        }

        @Override
        public Optional<Settlement> settled(UUID command) {
            return run(db -> db.first(Sql.SETTLED, Sql::settlement, command));
        }

        @Override
        public Optional<UUID> usedFor(UUID console, long number) {
            return run(db -> db.first(Sql.USED_FOR, Sql::id, console, number));
        }

        @Override
        public long lastNumber(UUID console) {
            return run(db -> db.first(Sql.LAST_NUMBER, Sql::number, console)).orElse(0L);
        }

        @Override
        public int releaseOutbound(Instant now) {
            return run(db -> {
                List<UUID> ready = db.list(Sql.RELEASABLE, Sql::id, now);
                long n = db.first(Sql.OUTBOX_N, Sql::number).orElse(0L);
                for (UUID id : ready) {
                    db.run(Sql.RELEASE, ++n, now, id);
                }
                db.run(Sql.SET_OUTBOX_N, n);
                return ready.size();
            });
        }

        @Override
        public List<UUID> reached(String channel, long upTo) {
            return run(db -> {
                db.run(Sql.FORGET_ENDS, channel, upTo);
                return db.list(Sql.REACHED, Sql::id, channel, upTo);
            });
        }

        private <T> T run(Query<T> query) {
            return ask(writer, query);
        }
    }

    private interface Query<T> {
        T on(Db db) throws SQLException;
    }

    private static <T> T ask(Db db, Query<T> query) {
        try {
            return query.on(db);
        } catch (SQLException e) {
            throw new StoreException("the database did not answer", e);
        }
    }

    private <T> T read(Query<T> query) {
        Db db;
        try {
            db = readers.poll(BUSY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException("interrupted while waiting for the database", e);
        }
        if (db == null) {
            throw new StoreException("no connection to read by became free", null);
        }
        try {
            return ask(db, query);
        } finally {
            readers.add(db);
        }
    }

    @Override
    public long floor() {
        return read(db -> db.first(Sql.FLOOR, Sql::number).orElse(0L));
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
    public long asideCount() {
        return read(db -> db.first(Sql.ASIDE_COUNT, Sql::number).orElse(0L));
    }

    /// Waits for readers and the writer, folds the log into the file, and lets go of it.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        try {
            for (int i = 0; i < READERS; i++) {
                readers.take().close();
            }
            writing.lock();
            try {
                writer.execute("PRAGMA wal_checkpoint(TRUNCATE)");
                writer.close();
            } finally {
                writing.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            throw new StoreException("the central database did not close well", e);
        }
    }
}
