package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract on SQLite, and what only SQLite can be asked.
class SqliteStoreTest extends CentralStoreContract {
    @TempDir
    Path dir;

    @Override
    CentralStore open() {
        return SqliteStore.open(dir.resolve("central.db"));
    }

    private Connection raw() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("central.db"));
    }

    @Test
    void theAuditTrailOnlyGrows() throws SQLException {
        try (CentralStore store = open()) {
            store.write(new TestCity().policy(), tx -> tx.audit(new Tx.AuditLine(
                    UUID.randomUUID(), null, "ani", Instant.EPOCH, Instant.EPOCH, "claim-case", List.of(), "DONE")));
        }
        try (Connection c = raw();
                var s = c.createStatement()) {
            assertThatThrownBy(() -> s.executeUpdate("UPDATE audit SET actor = 'x'"))
                    .hasMessageContaining("only grows");
            assertThatThrownBy(() -> s.executeUpdate("DELETE FROM audit")).hasMessageContaining("only grows");
        }
    }

    @Test
    void aFileOfALaterVersionIsLeftAlone() throws SQLException {
        open().close();
        try (Connection c = raw();
                var s = c.createStatement()) {
            s.execute("PRAGMA user_version = 999");
        }
        assertThatThrownBy(this::open).hasRootCauseInstanceOf(SQLException.class).rootCause().hasMessageContaining("later version");
    }
}
