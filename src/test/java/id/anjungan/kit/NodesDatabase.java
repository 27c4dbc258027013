package id.anjungan.kit;

import id.anjungan.domain.Entry;
import id.anjungan.domain.Message;
import id.anjungan.protocol.Json;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// The nodes' PostgreSQL, looked at from outside and interfered with: slow commits, somebody's long transactions,
/// numbers taken early. One thread.
public final class NodesDatabase {
    private static final String SLEEP = "CREATE OR REPLACE FUNCTION kit_sleep() RETURNS trigger LANGUAGE plpgsql AS "
            + "$$ BEGIN PERFORM pg_sleep(TG_ARGV[0]::float * random()); RETURN NULL; END $$";

    private final String address;

    public NodesDatabase(String address) {
        this.address = address;
    }

    /// Who does what only one node does, and how many have before.
    public record Lease(UUID holder, long fencing) {}

    public Lease lease(String name) {
        return Rows.list(
                        address, "SELECT holder, fencing FROM lease WHERE name = ?",
                        r -> new Lease(Rows.id(r.getBytes(1)), r.getLong(2)), name)
                .getFirst();
    }

    /// The rules of the deadlines that were said to be missed, one for each time it was said; without those that were
    /// said again because a late act had withdrawn them or the case was opened again.
    public List<String> breaches(UUID caseId) {
        List<Entry> all = Rows.list(
                        address, "SELECT body FROM entity WHERE kind = 'entry' AND about = ?",
                        r -> Json.read(r.getString(1), Entry.class), caseId);
        List<String> rules = new ArrayList<>(rules(all, "breached"));
        rules(all, "breach-withdrawn").forEach(rules::remove);
        return all.stream().anyMatch(e -> e.code().equals("reopened")) ? rules.stream().distinct().toList() : rules;
    }

    private static List<String> rules(List<Entry> entries, String code) {
        return entries.stream()
                .filter(e -> e.code().equals(code))
                .map(e -> e.args().getOrDefault("rule", ""))
                .toList();
    }

    /// Answers of a channel that may go out and neither have reached it nor are known to be uncertain.
    public Set<String> released(String channel) {
        return new HashSet<>(Rows.list(
                address,
                "SELECT o.message FROM outbox o JOIN entity e ON e.id = o.message WHERE o.channel = ? AND o.n IS NOT NULL "
                        + "AND e.body::json->>'delivery' <> '" + Message.Delivery.UNCERTAIN + "'",
                r -> Rows.id(r.getBytes(1)).toString(), channel));
    }

    /// Answers that are said to have reached their channel.
    public Set<String> delivered(String channel) {
        return new HashSet<>(Rows.list(
                address,
                "SELECT id FROM entity WHERE kind = 'message' AND channel = ? AND body::json->>'delivery' = '"
                        + Message.Delivery.DELIVERED + "'",
                r -> Rows.id(r.getBytes(1)).toString(), channel));
    }

    public long internalRefusals() {
        return Rows.list(
                        address, "SELECT count(*) FROM audit WHERE outcome LIKE 'REFUSED INTERNAL%'", r -> r.getLong(1))
                .getFirst();
    }

    /// Every commit that wrote to the log is slow from now on, with its numbers taken and locked.
    public void slowCommits(boolean slow) {
        Rows.sabotage(
                address, SLEEP,
                slow
                        ? "CREATE CONSTRAINT TRIGGER kit_late AFTER INSERT ON change_log DEFERRABLE INITIALLY DEFERRED "
                                + "FOR EACH ROW WHEN (NEW.seq % 5 = 0) EXECUTE FUNCTION kit_sleep('0.05')"
                        : "DROP TRIGGER kit_late ON change_log");
    }

    /// A node is long in its transactions from now on, with the counter locked.
    public void slowGroups(boolean slow) {
        Rows.sabotage(
                address, SLEEP,
                slow
                        ? "CREATE TRIGGER kit_slow AFTER UPDATE ON counter FOR EACH ROW EXECUTE FUNCTION kit_sleep('0.4')"
                        : "DROP TRIGGER kit_slow ON counter");
    }

    /// Whether a node's session has been idle in a transaction for longer than one that is alive ever is.
    public boolean idleInTransaction() {
        return Rows.list(
                        address,
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = "
                                + "'anjungan' AND state = 'idle in transaction' AND now() - state_change > interval '300 ms'",
                        r -> r.getInt(1))
                .getFirst()
                > 0;
    }

    public UUID anyCase() {
        return Rows.list(
                        address, "SELECT id FROM entity WHERE kind = 'case' ORDER BY n LIMIT 1",
                        r -> Rows.id(r.getBytes(1)))
                .getFirst();
    }

    /// Takes the next number and lets go of the counter at once, as nobody may.
    public long takeNumber() {
        try (Connection c = DriverManager.getConnection(address);
                Statement s = c.createStatement();
                ResultSet r = s.executeQuery("UPDATE counter SET seq = seq + 1 RETURNING seq")) {
            r.next();
            return r.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Gives a record this number, and writes it into the log.
    public void put(long seq, UUID id) {
        try (Connection c = DriverManager.getConnection(address)) {
            c.setAutoCommit(false);
            run(c, "UPDATE entity SET seq = " + seq + " WHERE id = ?", id);
            run(c, "INSERT INTO change_log(seq, kind, id, command) SELECT " + seq + ", kind, id, id FROM entity WHERE id = ?", id);
            c.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(Connection c, String sql, UUID id) throws SQLException {
        try (PreparedStatement s = c.prepareStatement(sql)) {
            s.setBytes(1, Rows.bytes(id));
            s.executeUpdate();
        }
    }

    /// Somebody's open transaction; it ends when closed.
    public static final class Hold implements AutoCloseable {
        private final Connection connection;

        private Hold(String address, String sql) {
            try {
                connection = DriverManager.getConnection(address);
                connection.setAutoCommit(false);
                try (Statement s = connection.createStatement()) {
                    s.execute(sql);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        public boolean stands() {
            try {
                return connection.isValid(2);
            } catch (SQLException e) {
                return false;
            }
        }

        @Override
        public void close() {
            try {
                connection.rollback();
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// A write that has nothing to do with anybody's work, and is not committed.
    public Hold holdUnrelated() {
        return new Hold(
                address, "INSERT INTO aside(at, channel, source_id, reason, line) VALUES(0, 'kit', 'kit', 'kit', 'kit')");
    }

    /// The one row that every group needs.
    public Hold holdCounter() {
        return new Hold(address, "SELECT seq FROM counter FOR UPDATE");
    }
}
