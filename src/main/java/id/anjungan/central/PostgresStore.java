package id.anjungan.central;

import com.zaxxer.hikari.HikariDataSource;
import id.anjungan.domain.Policy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The central store on PostgreSQL, for any number of nodes. What a group's decisions rest on is locked in the
/// order of ids; a group that meets another one on its way (a deadlock, a row that another has just created) is
/// rolled back and run again. Other nodes' numbers arrive by `PostgresBell`. Any thread.
final class PostgresStore extends JdbcStore {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresStore.class);
    private static final int TRIES = 12;
    private static final long PAUSE_MICROS = 2_000;

    /// Serialization failure, deadlock, a row created meanwhile (PostgreSQL manual, appendix A).
    private static final Set<String> AGAIN = Set.of("40001", "40P01", "23505");

    private final HikariDataSource pool;
    private final PostgresBell bell;
    private final int level;

    private PostgresStore(Database database) {
        this.pool = PostgresConnections.pool(database);
        try {
            this.level = PostgresMigrations.run(PostgresConnections.migrating(database));
            connected(JdbcStore::epoch);
            this.bell = new PostgresBell(database, connected(PostgresBell::state));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /// Connects, brings the database to the present schema, and listens.
    static PostgresStore open(Database database) {
        PostgresStore store = new PostgresStore(database);
        LOG.info("{} is at migration {}", database, store.level);
        store.bell.start();
        return store;
    }

    @Override
    public int migration() {
        return level;
    }

    @Override
    public UUID renewEpoch() {
        UUID fresh = change(JdbcStore::renewEpoch);
        bell.renewed(fresh);
        return fresh;
    }

    @Override
    <T> T change(Query<T> query) {
        return connected(db -> changed(db, query));
    }

    @Override
    public long floor() {
        return bell.floor();
    }

    @Override
    public UUID epoch() {
        return bell.epoch();
    }

    @Override
    public long head() {
        return bell.head();
    }

    @Override
    public boolean shared() {
        return true;
    }

    @Override
    public void watch(Watcher watcher) {
        bell.watch(watcher);
    }

    @Override
    public void tell(String word) {
        connected(db -> db.first(Sql.TELL, rs -> 0, PostgresBell.WORDS, word));
    }

    @Override
    public Optional<Lease> lease(String name, UUID holder, Duration howLong) {
        return connected(db -> PostgresLeases.take(db, name, holder, howLong));
    }

    @Override
    public void release(Lease lease) {
        connected(db -> PostgresLeases.release(db, lease));
    }

    @Override
    boolean stands(Db db, Lease lease) {
        return ask(db, d -> d.first(
                        Dialect.POSTGRES.holding(PostgresLeases.STANDS), Sql::number, lease.name(), lease.holder(),
                        lease.fencing())
                .isPresent());
    }

    @Override
    public void heard(Map<String, Heard> here) {
        connected(db -> {
            for (Map.Entry<String, Heard> e : new TreeMap<>(here).entrySet()) {
                db.later(Sql.PUT_HEARD, e.getKey(), e.getValue().at(), e.getValue().leaving().code);
            }
            db.flush();
            return 0;
        });
    }

    @Override
    public Map<String, Heard> heard() {
        Map<String, Heard> all = new HashMap<>();
        read(db -> db.list(Sql.HEARD, rs -> Map.entry(
                        rs.getString(1), new Heard(Instant.ofEpochMilli(rs.getLong(2)), Leaving.of(rs.getInt(3))))))
                .forEach(e -> all.put(e.getKey(), e.getValue()));
        return all;
    }

    @Override
    public long write(Policy policy, Consumer<Tx> group) {
        for (int i = 1; ; i++) {
            try {
                GroupWrites.Numbers numbers = once(policy, group);
                bell.moved(numbers.head());
                return numbers.base();
            } catch (SQLException | StoreException e) {
                if (i == TRIES || !again(e)) {
                    throw e instanceof StoreException s ? s : new StoreException("the group was not written", e);
                }
                LOG.debug("a group met another one and is run again", e);
                LockSupport.parkNanos(1_000 * ThreadLocalRandom.current().nextLong(1, i * PAUSE_MICROS));
            }
        }
    }

    private GroupWrites.Numbers once(Policy policy, Consumer<Tx> group) throws SQLException {
        try (Db db = connect()) {
            return attempt(db, policy, group);
        }
    }

    /// Whether it failed only because another node was at the same place.
    private static boolean again(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof SQLException s && s.getSQLState() != null && AGAIN.contains(s.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private Db connect() throws SQLException {
        Connection c = pool.getConnection();
        return new Db(c, Dialect.POSTGRES);
    }

    private <T> T connected(Query<T> query) {
        try (Db db = connect()) {
            return query.on(db);
        } catch (SQLException e) {
            throw new StoreException("the database did not answer", e);
        }
    }

    @Override
    <T> T read(Query<T> query) {
        return connected(query);
    }

    @Override
    public void close() {
        bell.close();
        pool.close();
    }
}
