package id.anjungan.central;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hears of other nodes' numbers: a connection of its own that listens, and asks by itself each second and whenever
/// it has connected anew, so that nothing is missed when the listening was cut. One thread; what it knows can be
/// read from any.
final class PostgresBell implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresBell.class);
    /// Where nodes tell each other words.
    static final String WORDS = "anjungan_words";

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Database database;
    private final CopyOnWriteArrayList<CentralStore.Watcher> watchers = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile UUID epoch;
    private volatile long head;
    private volatile long floor;
    private volatile boolean closing;
    private volatile @Nullable Connection listening;

    PostgresBell(Database database, State now) {
        this.database = database;
        this.epoch = now.epoch;
        this.head = now.head;
        this.floor = now.floor;
        this.thread = Thread.ofPlatform().name("central-listener").daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    UUID epoch() {
        return epoch;
    }

    long head() {
        return head;
    }

    long floor() {
        return floor;
    }

    void watch(CentralStore.Watcher watcher) {
        watchers.add(watcher);
    }

    void renewed(UUID to) {
        epoch = to;
    }

    /// A number that has been committed; tells the watchers when it is news.
    void moved(long to) {
        boolean news;
        synchronized (this) {
            news = to > head;
            head = Math.max(head, to);
        }
        if (news) {
            watchers.forEach(w -> w.moved(to));
        }
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        while (!closing) {
            try (Connection c = PostgresConnections.listener(database)) {
                listening = c;
                pause = SHORTEST_PAUSE;
                listen(c);
            } catch (SQLException e) {
                if (!closing) {
                    LOG.warn("listening to the database was cut and begins anew: {}", e.getMessage());
                    LockSupport.parkNanos(pause.toNanos());
                    pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
                }
            }
        }
    }

    private void listen(Connection c) throws SQLException {
        try (Statement s = c.createStatement();
                Db db = new Db(c, Dialect.POSTGRES)) {
            s.execute("LISTEN " + Dialect.HEAD_CHANNEL);
            s.execute("LISTEN " + WORDS);
            ask(db);
            watchers.forEach(CentralStore.Watcher::missed);
            PGConnection pg = c.unwrap(PGConnection.class);
            while (!closing) {
                PGNotification[] news = pg.getNotifications((int) POLL.toMillis());
                if (news == null || news.length == 0) {
                    ask(db);
                } else {
                    hear(news);
                }
            }
        }
    }

    private void hear(PGNotification[] news) {
        long to = 0;
        for (PGNotification n : news) {
            if (n.getName().equals(WORDS)) {
                watchers.forEach(w -> w.told(n.getParameter()));
            } else {
                to = Math.max(to, Long.parseLong(n.getParameter()));
            }
        }
        moved(to);
    }

    /// A restored database has another epoch, and its numbers may be lower.
    private void ask(Db db) throws SQLException {
        State now = state(db);
        floor = now.floor;
        if (!now.epoch.equals(epoch)) {
            synchronized (this) {
                head = now.head;
                epoch = now.epoch;
            }
            watchers.forEach(CentralStore.Watcher::missed);
        }
        moved(now.head);
    }

    /// What every node must know.
    record State(long head, UUID epoch, long floor) {}

    static State state(Db db) throws SQLException {
        return db.first(Sql.STATE, rs -> new State(rs.getLong(1), UUID.fromString(rs.getString(2)), rs.getLong(3)))
                .orElseThrow();
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        Connection c = listening;
        try {
            if (c != null) {
                c.close();
            }
            thread.join();
        } catch (SQLException e) {
            LOG.debug("the listener did not close well", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
