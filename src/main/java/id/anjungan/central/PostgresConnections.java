package id.anjungan.central;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/// How this node connects to PostgreSQL. Every wait is bounded, so that a network that swallows packets is noticed.
final class PostgresConnections {
    private static final int MOST = 12;
    private static final int CONNECT_SECONDS = 3;
    /// A statement that takes longer has lost its server.
    private static final int SILENCE_SECONDS = 30;
    /// The listener asks each second, so its silence is noticed sooner.
    private static final int LISTENER_SILENCE_SECONDS = 5;

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
        config.setDataSourceProperties(properties(database, "anjungan", SILENCE_SECONDS));
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

    /// A connection of its own for the listener, outside the pool.
    static Connection listener(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.location(), properties(database, LISTENER, LISTENER_SILENCE_SECONDS));
    }
}
