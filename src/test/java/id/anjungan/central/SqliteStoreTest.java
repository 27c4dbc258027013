package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;
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
    void aFileOfTheFirstVersionKeepsItsRows() throws SQLException {
        try (Db db = new Db(DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("first.db")), Dialect.SQLITE)) {
            Migrations.run(db, SqliteSchema.STEPS.subList(0, 1));
            for (int i = 1; i <= 3; i++) {
                db.run("INSERT INTO entity(kind, id, seq, grade, flags, body, fencing, since) VALUES(?,?,?,?,?,?,?,?)",
                        "incident", new UUID(9 - i, i), (long) i, 4, "", "{\"i\":" + i + "}", 0L, 0L);
            }
        }
        try (CentralStore store = SqliteStore.open(dir.resolve("first.db"))) {
            List<Row> rows = store.page(CentralStore.Position.START, Integer.MAX_VALUE, 10).rows();
            assertThat(rows).extracting(Row::seq).containsExactly(1L, 2L, 3L);
            assertThat(store.row(new UUID(8, 1))).get().extracting(Row::body).isEqualTo("{\"i\":1}");
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
