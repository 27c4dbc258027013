package id.anjungan.central;

import java.sql.SQLException;
import java.util.List;

/// Brings a SQLite file to the present schema, each step atomic: a crash leaves the step before or the step after.
final class Migrations {
    private Migrations() {}

    static void run(Db db, List<List<String>> steps) throws SQLException {
        int from = db.first("PRAGMA user_version", rs -> rs.getInt(1)).orElse(0);
        if (from > steps.size()) {
            throw new SQLException("the database is of a later version (" + from + ") than this program (" + steps.size() + ")");
        }
        for (int v = from; v < steps.size(); v++) {
            db.execute("BEGIN IMMEDIATE");
            try {
                for (String sql : steps.get(v)) {
                    db.execute(sql);
                }
                db.execute("PRAGMA user_version = " + (v + 1));
                db.execute("COMMIT");
            } catch (SQLException e) {
                db.execute("ROLLBACK");
                throw e;
            }
        }
    }
}
