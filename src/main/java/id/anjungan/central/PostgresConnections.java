package id.anjungan.central;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/// How this node connects to PostgreSQL. Every wait is bounded, so that a network that swallows packets is noticed.
final class PostgresConnections {
    private static final int MOST = 12;
    private static final int CONNECT_SECONDS = 3;
    /// A statement that takes longer has lost its server.
    private static final int SILENCE_SECONDS = 30;
    /// The listener asks each second, so its silence is noticed sooner.
    private static final int LISTENER_SILENCE_SECONDS = 5;
    /// A migration may take its time.
    private static final int NO_LIMIT = 0;
    /// A node that is frozen inside a group holds the counter, and with it every other node: the database ends such a
    /// session. A node that waits for somebody else's long transaction gives its desks a fault, and they come again.
    private static final String SESSION = "-c idle_in_transaction_session_timeout=5000 -c lock_timeout=10000";

    private PostgresConnections() {}

    static final String LISTENER = "anjungan-listener";

    private static Properties properties(Database database, String name, int silenceSeconds) {
        Properties p = new Properties();
        if (database.user() != null) {
            p.setProperty("user", database.user());
        }
        if (database.password() != null) {
            p.setProperty("password", database.password());
        }
        p.setProperty("ApplicationName", name);
        p.setProperty("connectTimeout", Integer.toString(CONNECT_SECONDS));
        p.setProperty("loginTimeout", Integer.toString(CONNECT_SECONDS));
        p.setProperty("socketTimeout", Integer.toString(silenceSeconds));
        p.setProperty("tcpKeepAlive", "true");
        p.setProperty("reWriteBatchedInserts", "true");
        return p;
    }

    /// The pool; throws at once when nobody answers.
    static HikariDataSource pool(Database database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("central");
        config.setJdbcUrl(database.location());
        Properties properties = properties(database, "anjungan", SILENCE_SECONDS);
        properties.setProperty("options", SESSION);
        config.setDataSourceProperties(properties);
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(2);
        config.setConnectionTimeout(CONNECT_SECONDS * 1_000L);
        config.setInitializationFailTimeout(CONNECT_SECONDS * 1_000L);
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException | IllegalArgumentException e) {
            Throwable why = e.getCause() == null ? e : e.getCause();
            throw new StoreException("PostgreSQL at " + database + " cannot be reached: " + why.getMessage(), e);
        }
    }

    /// Connections for migrations, outside the pool and without its bounds.
    static DataSource migrating(Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.location());
        properties(database, "anjungan-migration", NO_LIMIT).forEach((k, v) -> set(source, k.toString(), v.toString()));
        return source;
    }

    private static void set(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name, value);
        } catch (SQLException e) {
            throw new StoreException("PostgreSQL's driver does not take " + name, e);
        }
    }

    /// A connection of its own for the listener, outside the pool.
    static Connection listener(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.location(), properties(database, LISTENER, LISTENER_SILENCE_SECONDS));
    }
}
