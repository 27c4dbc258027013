package id.anjungan.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What a server's file holds, read beside the server: all records, and the open cases among them.
record Counted(long records, int open) {
    /// The newest number that a record bears.
    static long head(Path central) throws SQLException {
        try (Connection k = DriverManager.getConnection("jdbc:sqlite:" + central);
                Statement s = k.createStatement();
                ResultSet r = s.executeQuery("SELECT max(seq) FROM entity")) {
            r.next();
            return r.getLong(1);
        }
    }

    static Counted of(Path central) throws SQLException {
        try (Connection k = DriverManager.getConnection("jdbc:sqlite:" + central);
                Statement s = k.createStatement();
                ResultSet r = s.executeQuery("SELECT count(*), sum(kind='case' AND grade=1) FROM entity")) {
            r.next();
            return new Counted(r.getLong(1), r.getInt(2));
        }
    }
}
