package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.anjungan.domain.Ids;
import id.anjungan.intake.IntakeResult;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.StreamQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A backup is restored and the epoch renewed, as the restore manual says: desks begin again, and no number that
/// somebody may know is given to something else.
@Timeout(60)
class RestoreTest {
    @TempDir
    Path dir;

    private final MovableClock clock = new MovableClock();

    @Test
    void onSqliteByCopyingTheFile() throws Exception {
        restored(Database.file(dir.resolve("central.db")), from -> {
            Path copy = dir.resolve("backup.db");
            try {
                Files.copy(Path.of(from.location()), copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Database.file(copy);
        });
    }

    @Test
    void onPostgresByACopyOfTheDatabase() throws Exception {
        restored(TestPostgres.fresh(), TestPostgres::copyOf);
    }

    private CentralServer start(Database database) {
        return CentralServer.start(CentralConfig.of(new TestCity(), database, clock));
    }

    private void restored(Database database, UnaryOperator<Database> backup) throws Exception {
        try (CentralServer server = start(database);
                Desk ani = Desk.of(server, TestCity.ANI)) {
            ani.deliver(List.of(Items.report("r1", "road")));
        }
        Database copy = backup.apply(database);
        UUID epoch;
        long cursor;
        try (CentralServer server = start(database);
                Desk ani = Desk.of(server, TestCity.ANI)) {
            assertThat(ani.deliver(List.of(Items.report("r2", "road")))).extracting(IntakeResult::number)
                    .containsExactly("SP4N-0002");
            epoch = ani.session.epoch();
            cursor = server.store().head();
        }

        RestoreEpoch.Renewed renewed = RestoreEpoch.renew(copy);

        assertThat(renewed.before()).isEqualTo(epoch);
        try (CentralServer server = start(copy);
                Desk ani = Desk.of(server, TestCity.ANI)) {
            for (long after : new long[] {cursor, 1}) {
                try (Desk.Stream s = ani.stream(new StreamQuery(epoch, after, null, 0))) {
                    assertThat(s.until(f -> f instanceof Frame.Resync))
                            .containsExactly(new Frame.Resync(renewed.now(), "epoch"));
                }
            }
            assertThat(ani.caseNow(Ids.ofItem("sp4n", "r1")).number()).isEqualTo("SP4N-0001");
            assertThat(ani.deliver(List.of(Items.report("r3", "road")))).extracting(IntakeResult::number)
                    .containsExactly("SP4N-1002");
        }
    }

    @Test
    void aPathWhereNothingLiesIsNotMadeANewDatabase() {
        Path nothing = dir.resolve("mistyped.db");
        assertThatThrownBy(() -> RestoreEpoch.renew(Database.file(nothing))).hasMessageContaining("mistyped.db");
        assertThat(nothing).doesNotExist();
    }

    @Test
    void anOpenStreamOfARunningNodeIsToldToo() throws Exception {
        Database database = TestPostgres.fresh();
        try (CentralServer server = start(database);
                Desk ani = Desk.of(server, TestCity.ANI);
                Desk.Stream stream = ani.stream(StreamQuery.FRESH)) {
            stream.until(f -> f instanceof Frame.Through);
            UUID now = RestoreEpoch.renew(database).now();
            assertThat(stream.until(f -> false).getLast()).isEqualTo(new Frame.Resync(now, "epoch"));
        }
    }
}
