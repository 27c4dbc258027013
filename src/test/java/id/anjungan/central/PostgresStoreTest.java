package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// The contract on a real PostgreSQL, and what only several nodes can be asked.
class PostgresStoreTest extends CentralStoreContract {
    private final Database database = TestPostgres.fresh();

    @Override
    CentralStore open() {
        return PostgresStore.open(database);
    }

    private static void run(Database database, String sql) throws SQLException {
        try (Connection c = TestPostgres.raw(database);
                var s = c.createStatement()) {
            s.execute(sql);
        }
    }

    @Test
    void theAuditTrailOnlyGrows() {
        try (CentralStore store = open()) {
            store.write(new TestCity().policy(), tx -> tx.audit(new Tx.AuditLine(
                    UUID.randomUUID(), null, "ani", Instant.EPOCH, Instant.EPOCH, "claim-case", List.of(), "DONE")));
        }
        assertThatThrownBy(() -> run(database, "UPDATE audit SET actor = 'x'")).hasMessageContaining("only grows");
        assertThatThrownBy(() -> run(database, "DELETE FROM audit")).hasMessageContaining("only grows");
        assertThatThrownBy(() -> run(database, "TRUNCATE audit")).hasMessageContaining("only grows");
    }

    @Test
    void aDatabaseOfALaterVersionIsLeftAlone() throws SQLException {
        open().close();
        run(database, "INSERT INTO anjungan_schema(installed_rank, version, description, type, script, checksum, "
                + "installed_by, execution_time, success) VALUES(99,'999','later','SQL','V999__later.sql',1,'x',1,true)");
        assertThatThrownBy(this::open).isInstanceOf(StoreException.class).hasMessageContaining("later version (999)");
    }

    @Test
    void anAddressWhereNobodyAnswersIsSaid() {
        assertThatThrownBy(() -> Stores.open(Database.of("jdbc:postgresql://127.0.0.1:1/none")))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("127.0.0.1:1")
                .hasMessageContaining("cannot be reached");
    }

    @Test
    void textThatPostgresDoesNotTakeIsMendedAndTheRestKept() throws SQLException {
        try (CentralStore store = open()) {
            store.write(new TestCity().policy(), tx -> tx.setAside(
                    new Tx.Aside(Instant.EPOCH, "sp4n", "s", "r", "a\0b\ud800c 🚒")));
        }
        try (Connection c = TestPostgres.raw(database);
                var rs = c.createStatement().executeQuery("SELECT line FROM aside")) {
            rs.next();
            assertThat(rs.getString(1)).isEqualTo("a\ufffdb\ufffdc 🚒");
        }
    }

    @Test
    void aNodeHearsOfAnothersNumbersAlsoWhenItsListenerIsCut() throws Exception {
        try (CentralStore other = open();
                CentralStore store = open()) {
            AtomicLong heard = new AtomicLong();
            store.watch(new CentralStore.Watcher() {
                @Override
                public void moved(long to) {
                    heard.set(to);
                }

                @Override
                public void told(String word) {}

                @Override
                public void missed() {}
            });
            long first = put(other, "1");
            Awaitility.await().pollInterval(Duration.ofMillis(5)).until(() -> heard.get() == first);
            for (int i = 0; i < 3; i++) {
                run(database, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() "
                        + "AND application_name = '" + PostgresConnections.LISTENER + "'");
                long next = put(other, "after" + i);
                Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> store.head() == next && heard.get() == next);
            }
        }
    }

    private static long put(CentralStore store, String document) {
        store.write(new TestCity().policy(), tx -> tx.putProfile(new UUID(1, 1), document, UUID.randomUUID()));
        return store.head();
    }
}
