package id.anjungan.bench;

import id.anjungan.domain.Command;
import id.anjungan.store.DeskDb;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.DoubleStream;

/// Key presses into `desk.db`, and the same row by plain SQLite with a sync for each commit. As a program of its own it
/// prints the milliseconds of each, so that a disk with slow syncs can be put under the whole process.
public final class Presses {
    private Presses() {}

    /// `DIRECTORY COUNT`: prints `floor MS` and `desk MS` lines.
    public static void main(String[] args) throws SQLException {
        Path dir = Path.of(args[0]);
        int n = Integer.parseInt(args[1]);
        say("floor", floor(dir.resolve("floor.db"), n));
        try (DeskDb desk = DeskDb.open(dir.resolve("desk.db"))) {
            desk(desk, n / 5);
            say("desk", desk(desk, n));
        }
    }

    private static void say(String what, double[] took) {
        DoubleStream.of(took).forEach(ms -> System.out.println(what + " " + ms));
    }

    static double[] desk(DeskDb desk, int n) {
        double[] took = new double[n];
        for (int i = 0; i < n; i++) {
            var c = new DeskDb.ToQueue(
                    UUID.randomUUID(), null, "ayu", Instant.now(), null, new Command.ClaimCase(UUID.randomUUID()));
            long from = System.nanoTime();
            desk.enqueue(List.of(c)).join();
            took[i] = Figure.seconds(from) * 1000;
        }
        return took;
    }

    static double[] floor(Path file, int n) throws SQLException {
        try (Connection k = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement s = k.createStatement()) {
            s.execute("PRAGMA journal_mode=WAL");
            s.execute("PRAGMA synchronous=FULL");
            s.execute("CREATE TABLE e(id BLOB PRIMARY KEY, command TEXT)");
            k.setAutoCommit(false);
            double[] took = new double[n];
            try (PreparedStatement p = k.prepareStatement("INSERT INTO e VALUES(randomblob(16),?)")) {
                for (int i = 0; i < n; i++) {
                    long from = System.nanoTime();
                    p.setString(1, "{\"type\":\"claim-case\",\"caseId\":\"" + UUID.randomUUID() + "\"}");
                    p.executeUpdate();
                    k.commit();
                    took[i] = Figure.seconds(from) * 1000;
                }
            }
            return took;
        }
    }
}
