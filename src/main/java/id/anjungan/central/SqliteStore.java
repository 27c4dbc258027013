package id.anjungan.central;

import id.anjungan.domain.Policy;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
final class SqliteStore extends JdbcStore {
    private static final int READERS = 4;
    private static final int BUSY_MILLIS = 5_000;
    /// A checkpoint syncs twice; every 64 MB of log is seldom enough for bulk.
    private static final int CHECKPOINT_PAGES = 16_000;
    private static final int CACHE_KIB = 64 * 1024;

    private final Db writer;
    private final BlockingQueue<Db> readers = new ArrayBlockingQueue<>(READERS);
    private final ReentrantLock writing = new ReentrantLock();
    private volatile UUID epoch;
    private final LocalLeases leases = new LocalLeases();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile long head;
    private volatile long floor;

    private SqliteStore(Path file) throws SQLException {
        writer = connect(file);
        Migrations.run(writer, SqliteSchema.STEPS);
        epoch = epoch(writer);
        head = writer.first(Sql.HEAD, Sql::number).orElseThrow();
        floor = writer.first(Sql.FLOOR, Sql::number).orElseThrow();
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
        Db db = new Db(config.createConnection("jdbc:sqlite:" + file), Dialect.SQLITE);
        db.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
        String mode = db.first("PRAGMA journal_mode", rs -> rs.getString(1)).orElse("");
        long sync = db.first("PRAGMA synchronous", Sql::number).orElse(-1L);
        if (!mode.equalsIgnoreCase("wal") || sync != 2) {
            db.close();
            throw new SQLException("the database keeps no promise: journal_mode " + mode + ", synchronous " + sync);
        }
        return db;
    }

    @Override
    public UUID epoch() {
        return epoch;
    }

    @Override
    public boolean shared() {
        return false;
    }

    @Override
    public Optional<Lease> lease(String name, UUID holder, Duration howLong) {
        return leases.take(name, holder, howLong);
    }

    @Override
    public void release(Lease lease) {
        leases.release(lease);
    }

    @Override
    boolean stands(Db db, Lease lease) {
        return leases.stands(lease);
    }

    @Override
    public UUID renewEpoch() {
        epoch = change(JdbcStore::renewEpoch);
        return epoch;
    }

    @Override
    <T> T change(Query<T> query) {
        writing.lock();
        try {
            return changed(writer, query);
        } catch (SQLException e) {
            throw new StoreException("the database was not changed", e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public int compact(Instant now, Instant before, int most) {
        int gone = super.compact(now, before, most);
        floor = read(db -> db.first(Sql.FLOOR, Sql::number).orElseThrow());
        return gone;
    }

    @Override
    public long floor() {
        return floor;
    }

    @Override
    public int migration() {
        return SqliteSchema.STEPS.size();
    }

    @Override
    public long head() {
        return head;
    }

    @Override
    public long write(Policy policy, Consumer<Tx> group) {
        writing.lock();
        try {
            GroupWrites.Numbers numbers = attempt(writer, policy, group);
            head = numbers.head();
            return numbers.base();
        } catch (SQLException e) {
            throw new StoreException("the group was not written", e);
        } finally {
            writing.unlock();
        }
    }

    @Override
    <T> T read(Query<T> query) {
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
