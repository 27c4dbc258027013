package id.anjungan.kit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What a server's database holds, read from outside: the audit trail in its order, stored answers, which command
/// wrote which rows, items set aside, and how many numbers below the last are in no row of the log (`missing`).
record ServerFacts(
        List<Line> audit, Map<UUID, String> settled, Map<UUID, Integer> entries, Map<String, Integer> aside,
        List<UUID> backwards, String integrity, long missing) {

    /// A line of the audit trail.
    record Line(long n, UUID command, boolean byDesk, String actor, long at, String type, List<UUID> touches, String outcome) {
        boolean done() {
            return outcome.equals("DONE");
        }

        boolean refused() {
            return outcome.startsWith("REFUSED");
        }
    }

    /// The last number given.
    static long head(String database) {
        return Rows.list(database, "SELECT seq FROM counter", r -> r.getLong(1)).getFirst();
    }

    static ServerFacts read(String database) {
        List<Line> audit = Rows.list(
                database, "SELECT n, command, console, actor, at, type, touches, outcome FROM audit ORDER BY n",
                r -> new Line(
                        r.getLong(1), Rows.id(r.getBytes(2)), r.getBytes(3) != null, r.getString(4), r.getLong(5),
                        r.getString(6), ids(r.getString(7)), r.getString(8)));
        Map<UUID, String> settled = new HashMap<>();
        Rows.list(database, "SELECT command, answer FROM settled", r -> settled.put(Rows.id(r.getBytes(1)), r.getString(2)));
        Map<UUID, Integer> entries = new HashMap<>();
        Rows.list(
                database, "SELECT command, count(DISTINCT id) FROM change_log WHERE kind='entry' GROUP BY command",
                r -> entries.put(Rows.id(r.getBytes(1)), r.getInt(2)));
        Map<String, Integer> aside = new HashMap<>();
        Rows.list(
                database, "SELECT source_id, count(*) FROM aside GROUP BY source_id",
                r -> aside.put(r.getString(1), r.getInt(2)));
        String integrity = database.startsWith("jdbc:sqlite:")
                ? Rows.list(database, "PRAGMA integrity_check(1)", r -> r.getString(1)).getFirst()
                : "ok";
        long missing = Rows.list(
                        database,
                        "SELECT (SELECT seq FROM counter) - coalesce(min(seq), (SELECT seq FROM counter) + 1) + 1 - count(*) "
                                + "FROM change_log",
                        r -> r.getLong(1))
                .getFirst();
        List<UUID> backwards = Rows.list(
                database,
                "SELECT id FROM console c WHERE last_number < (SELECT max(number) FROM settled s WHERE s.console=c.id)",
                r -> Rows.id(r.getBytes(1)));
        return new ServerFacts(audit, settled, entries, aside, backwards, integrity, missing);
    }

    private static List<UUID> ids(String joined) {
        return Arrays.stream(joined.split(" ")).filter(s -> !s.isEmpty()).map(UUID::fromString).toList();
    }
}
