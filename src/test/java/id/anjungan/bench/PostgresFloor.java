package id.anjungan.bench;

import id.anjungan.central.Database;
import id.anjungan.central.TestPostgres;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// What one settled note costs PostgreSQL at best: its case locked, its id and number looked for, then message, entry,
/// two lines of log, the answer, the console's number and a line of audit, committed by itself. Log numbers come from
/// a sequence, so nobody waits for anybody.
final class PostgresFloor {
    private final Database database;
    private final int cases;

    private PostgresFloor(Database database, int cases) {
        this.database = database;
        this.cases = cases;
    }

    /// Over central's own schema, with so many rows to lock.
    static PostgresFloor on(Database database, int cases) throws SQLException {
        try (Connection c = TestPostgres.raw(database);
                Statement s = c.createStatement();
                PreparedStatement p = c.prepareStatement(ENTITY)) {
            s.execute("TRUNCATE entity, change_log");
            s.execute("CREATE SEQUENCE floor_seq");
            for (int i = 0; i < cases; i++) {
                row(p, "case", new UUID(1, i), null, 1, "x".repeat(900));
            }
            p.executeBatch();
        }
        return new PostgresFloor(database, cases);
    }

    private static final String ENTITY = "INSERT INTO entity(kind, id, seq, grade, about, channel, district, flags, body, "
            + "fencing, since) VALUES(?,?,1,?,?,'WARGAKU','35.78.01','',?,0,0)";

    private static void row(PreparedStatement p, String kind, UUID id, @Nullable UUID about, int grade, String body)
            throws SQLException {
        p.setString(1, kind);
        p.setBytes(2, bytes(id));
        p.setInt(3, grade);
        p.setBytes(4, about == null ? null : bytes(about));
        p.setString(5, body);
        p.addBatch();
    }

    /// Commits a second on so many connections.
    double perSecond(int connections, Duration time) throws Exception {
        List<Callable<Integer>> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Random dice = new Random(i);
            all.add(() -> commits(time, dice));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            long from = System.nanoTime();
            int n = 0;
            for (Future<Integer> f : threads.invokeAll(all)) {
                n += f.get();
            }
            return n / Figure.seconds(from);
        }
    }

    private int commits(Duration time, Random dice) throws SQLException {
        byte[] console = bytes(new UUID(ThreadLocalRandom.current().nextLong(), dice.nextLong()));
        long until = System.nanoTime() + time.toNanos();
        int n = 0;
        try (Connection c = TestPostgres.raw(database);
                PreparedStatement lock = c.prepareStatement("SELECT * FROM entity WHERE id = ? FOR UPDATE");
                PreparedStatement known = c.prepareStatement("SELECT answer FROM settled WHERE command = ?");
                PreparedStatement used =
                        c.prepareStatement("SELECT command FROM settled WHERE console = ? AND number = ?");
                PreparedStatement last = c.prepareStatement("SELECT last_number FROM console WHERE id = ?");
                PreparedStatement entity = c.prepareStatement(ENTITY);
                PreparedStatement log = c.prepareStatement(
                        "INSERT INTO change_log(seq, kind, id, command) VALUES(nextval('floor_seq'),?,?,?)");
                PreparedStatement settle = c.prepareStatement("INSERT INTO settled VALUES(?,?,?,?)");
                PreparedStatement number = c.prepareStatement("INSERT INTO console(id, last_number) VALUES(?,?) "
                        + "ON CONFLICT(id) DO UPDATE SET last_number = excluded.last_number");
                PreparedStatement audit = c.prepareStatement("INSERT INTO audit(command, console, actor, at, received_at, "
                        + "type, touches, outcome) VALUES(?,?,'lead',0,0,'add-note',?,'DONE')")) {
            c.setAutoCommit(false);
            while (System.nanoTime() < until) {
                UUID about = new UUID(1, dice.nextInt(cases));
                byte[] command = bytes(UUID.randomUUID());
                look(lock, bytes(about));
                look(known, command);
                used.setLong(2, ++n);
                look(used, console);
                look(last, console);
                for (String kind : List.of("message", "entry")) {
                    UUID id = UUID.randomUUID();
                    row(entity, kind, id, about, 201, Rig.text(dice) + "x".repeat(180));
                    log.setString(1, kind);
                    log.setBytes(2, bytes(id));
                    log.setBytes(3, command);
                    log.addBatch();
                }
                entity.executeBatch();
                log.executeBatch();
                run(settle, command, console, (long) n, "{\"id\":\"" + about + "\",\"status\":\"DONE\"}");
                run(number, console, (long) n);
                run(audit, command, console, about.toString());
                c.commit();
            }
        }
        return n;
    }

    private static void look(PreparedStatement p, byte[] id) throws SQLException {
        p.setBytes(1, id);
        try (var rs = p.executeQuery()) {
            rs.next();
        }
    }

    private static void run(PreparedStatement p, Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            p.setObject(i + 1, args[i]);
        }
        p.executeUpdate();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }
}
