package id.anjungan.central;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// What is a database's trouble and what is the work's own.
class AwayTest {
    private static StoreException because(Exception cause) {
        return new StoreException("the group was not written", cause);
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "53100", "53300", "57P01", "57P03", "58030", "55P03"})
    void aServerThatIsGoneFullStoppingOrHeldIsAway(String state) {
        assertThat(Away.is(because(new SQLException("x", state)))).isTrue();
        assertThat(Away.is(because(new BatchUpdateException("x", state, new int[0])))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "22P02", "23505", "23514", "P0001", "42P01", "40001", "40P01"})
    void aValueARuleOrAnotherNodeInTheWayIsNot(String state) {
        assertThat(Away.is(because(new SQLException("x", state)))).isFalse();
    }

    @Test
    void aPoolThatGivesNoConnectionIsAway() {
        assertThat(Away.is(because(new SQLTransientConnectionException("no connection")))).isTrue();
    }

    @Test
    void aFileThatIsFullOrLockedIsAwayAndAConstraintIsNot() {
        assertThat(Away.is(because(new SQLiteException("x", SQLiteErrorCode.SQLITE_FULL)))).isTrue();
        assertThat(Away.is(because(new SQLiteException("x", SQLiteErrorCode.SQLITE_BUSY_SNAPSHOT)))).isTrue();
        assertThat(Away.is(because(new SQLiteException("x", SQLiteErrorCode.SQLITE_IOERR_FSYNC)))).isTrue();
        assertThat(Away.is(because(new SQLiteException("x", SQLiteErrorCode.SQLITE_CONSTRAINT_CHECK)))).isFalse();
    }

    @Test
    void aMistakeOfTheProgramIsNot() {
        assertThat(Away.is(new IllegalStateException("x"))).isFalse();
    }
}
