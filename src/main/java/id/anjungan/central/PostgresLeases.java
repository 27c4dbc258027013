package id.anjungan.central;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/// Leases as rows that every node sees. They end by the database's clock, so nodes need not agree on the time, and
/// each new holder has a higher fencing number, so what an old one still writes is noticed.
final class PostgresLeases {
    private PostgresLeases() {}

    private static final String NOW = "(extract(epoch FROM clock_timestamp()) * 1000)::bigint";

    /// Looked at first, because asking for a lease that another holds would write.
    private static final String FREE =
            "SELECT count(*) FROM lease WHERE name = ? AND holder <> ? AND until > " + NOW;

    private static final String TAKE = "INSERT INTO lease AS l(name, holder, fencing, until) VALUES(?, ?, 1, " + NOW
            + " + ?) ON CONFLICT(name) DO UPDATE SET holder = excluded.holder, until = excluded.until, "
            + "fencing = l.fencing + CASE WHEN l.holder = excluded.holder THEN 0 ELSE 1 END "
            + "WHERE l.holder = excluded.holder OR l.until <= " + NOW + " RETURNING fencing";

    /// The row stays, so that fencing goes on growing.
    private static final String RELEASE = "UPDATE lease SET until = 0 WHERE name = ? AND holder = ? AND fencing = ?";

    static final String STANDS = "SELECT fencing FROM lease WHERE name = ? AND holder = ? AND fencing = ?";

    static Optional<CentralStore.Lease> take(Db db, String name, UUID holder, Duration howLong) throws SQLException {
        if (db.first(FREE, Sql::number, name, holder).orElse(0L) > 0) {
            return Optional.empty();
        }
        return db.first(TAKE, Sql::number, name, holder, howLong.toMillis())
                .map(fencing -> new CentralStore.Lease(name, holder, fencing));
    }

    static int release(Db db, CentralStore.Lease lease) throws SQLException {
        return db.run(RELEASE, lease.name(), lease.holder(), lease.fencing());
    }
}
