package id.anjungan.central;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/// Tells a database that is away (gone, stopping, full, held by somebody's long transaction) from a piece of work that
/// it does not take. The first is nobody's answer, however often it comes; the second is the work's own.
final class Away {
    private Away() {}

    /// PostgreSQL manual, appendix A: connection, resources, operator's intervention, system error.
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /// SQLite's primary result codes: busy, locked, no memory, read only, interrupted, i/o, corrupt, full, cannot open.
    private static final Set<Integer> SQLITE = Set.of(5, 6, 7, 8, 9, 10, 11, 13, 14);
    private static final int PRIMARY = 0xff;

    static boolean is(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLTransientConnectionException || t instanceof SQLRecoverableException) {
                return true;
            }
            if (t instanceof SQLException s && says(s)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(SQLException s) {
        String state = s.getSQLState();
        if (state == null) {
            return SQLITE.contains(s.getErrorCode() & PRIMARY);
        }
        return state.equals(LOCK_NOT_AVAILABLE) || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)));
    }
}
