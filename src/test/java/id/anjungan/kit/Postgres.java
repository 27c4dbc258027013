package id.anjungan.kit;

import id.anjungan.central.Database;
import id.anjungan.central.TestPostgres;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A PostgreSQL of the rig's own that keeps what it promised, can be stopped at once and be started again at the same
/// address on the same files. One thread.
public final class Postgres implements AutoCloseable {
    private static final long PATIENCE_MS = 30_000;

    private final EmbeddedPostgres first = TestPostgres.start(true);
    private final Database database = TestPostgres.fresh(first);
    private final Path data = Path.of(Rows.list(database.location(), "SHOW data_directory", r -> r.getString(1)).getFirst());
    private final List<String> line = line();
    private Process running = first.getProcess();

    public Postgres() {
        System.out.println("[kit] postgres is process " + running.pid());
    }

    /// PostgreSQL writes down how it was started, for whoever starts it again.
    private List<String> line() {
        List<String> all = new ArrayList<>();
        if (LinuxUtils.isUnshareAvailable()) {
            // It refuses to run as root.
            all.addAll(List.of("unshare", "-U"));
        }
        try {
            String kept = Files.readString(data.resolve("postmaster.opts")).strip();
            all.addAll(Arrays.stream(kept.split(" \"|\"")).filter(s -> !s.isBlank()).map(String::strip).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    public String address() {
        return database.location();
    }

    /// For the tests' own look behind the nodes' backs.
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(address());
    }

    /// What `pg_ctl stop -m immediate` does: no goodbye to anybody, nothing written, recovery at the next start.
    public void stopAtOnce() {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(running.pid())).start().waitFor();
            if (!running.waitFor(PATIENCE_MS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("postgres " + running.pid() + " does not stop");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Starts it again and waits until it answers.
    public void start() {
        try {
            running = new ProcessBuilder(line)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.to(new File("/dev/null")))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.println("[kit] postgres is process " + running.pid());
        if (!Pause.until(PATIENCE_MS, this::answers)) {
            throw new IllegalStateException("postgres " + running.pid() + " does not answer");
        }
    }

    private boolean answers() {
        try (Connection c = connect()) {
            return c.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            running.destroy();
            first.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
