package id.anjungan.central;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/// A real PostgreSQL for tests: one server a test run, started from its Maven binaries when first asked for, and a
/// fresh database for whoever asks. The server ends with the JVM.
public final class TestPostgres {
    private static final AtomicInteger MADE = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start(false);
    }

    /// A server of one's own; `durable` with fsync, as in production.
    public static EmbeddedPostgres start(boolean durable) {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "300")
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("full_page_writes", durable ? "on" : "off")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A fresh empty database on the run's server.
    public static Database fresh() {
        return fresh(Server.RUNNING);
    }

    public static Database fresh(EmbeddedPostgres server) {
        String name = "t" + MADE.incrementAndGet();
        execute(server, "CREATE DATABASE " + name);
        return new Database(server.getJdbcUrl("postgres", name), null, null);
    }

    /// A copy of a database nobody is connected to: what a backup restored beside it holds.
    public static Database copyOf(Database database) {
        String name = "t" + MADE.incrementAndGet();
        String from = name(database);
        execute(Server.RUNNING, "CREATE DATABASE " + name + " TEMPLATE " + from);
        return new Database(Server.RUNNING.getJdbcUrl("postgres", name), null, null);
    }

    /// Connects past the store.
    public static Connection raw(Database database) throws SQLException {
        return DriverManager.getConnection(database.location());
    }

    private static String name(Database database) {
        String url = database.toString();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        try (Connection c = DriverManager.getConnection(server.getJdbcUrl("postgres", "postgres"));
                Statement s = c.createStatement()) {
            s.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
