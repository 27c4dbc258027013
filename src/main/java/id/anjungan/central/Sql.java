package id.anjungan.central;

import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import id.anjungan.protocol.Settlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/// Every statement of the store, in the part of SQL that SQLite and PostgreSQL share, and how rows are read. What
/// differs between them (schema, transactions, pragmas) stays in the store of each.
final class Sql {
    private Sql() {}

    private static final String ROW_COLUMNS =
            "e.kind, e.id, e.seq, e.grade, e.about, e.channel, e.district, e.flags, e.body, e.holder, e.fencing, "
                    + "e.since, e.due, e.category, e.received, e.lat, e.lon";

    /// What a stream sends of a row; not what the server looks it up by.
    private static final String SENT_COLUMNS =
            "e.kind, e.id, e.seq, e.grade, e.about, e.channel, e.district, e.flags, e.body";

    static final String ROW = "SELECT " + ROW_COLUMNS + " FROM entity e WHERE e.id = ?";
    static final String ABOUT = "SELECT " + ROW_COLUMNS + " FROM entity e WHERE e.about = ?";
    static final String PAGE = "SELECT " + SENT_COLUMNS
            + ", e.n FROM entity e WHERE (e.grade, e.n) > (?, ?) AND e.grade < ? ORDER BY e.grade, e.n LIMIT ?";
    static final String COUNT = "SELECT count(*) FROM entity WHERE grade < ?";
    static final String COUNTS = "SELECT kind, count(*) FROM entity GROUP BY kind";
    static final String CHANGES = "SELECT " + SENT_COLUMNS + ", l.seq, l.left_scope FROM change_log l "
            + "JOIN entity e ON e.id = l.id WHERE l.seq > ? AND l.seq <= ? "
            + "AND (e.seq = l.seq OR l.left_scope IS NOT NULL) ORDER BY l.seq";
    static final String FLOOR = "SELECT seq FROM log_floor WHERE one = 1";
    static final String DUE = "SELECT id FROM entity WHERE due IS NOT NULL AND due <= ? ORDER BY due LIMIT ?";
    static final String HELD = "SELECT id, holder, fencing, since FROM entity WHERE holder IS NOT NULL";
    static final String RECENT = "SELECT " + ROW_COLUMNS + " FROM entity e WHERE e.category = ? AND e.received >= ? "
            + "AND e.grade = 1 AND e.lat IS NOT NULL ORDER BY e.received LIMIT ?";

    private static final String ENTITY = "kind text, id bytea, seq bigint, grade bigint, about bytea, channel text, "
            + "district text, flags text, body text, holder text, fencing bigint, since bigint, due bigint, "
            + "category text, received bigint, lat float8, lon float8";
    static final Many CREATE = Many.into("entity", ENTITY, "");
    static final Many PUT = Many.into("entity", ENTITY, " ON CONFLICT(id) DO UPDATE SET seq = excluded.seq, "
            + "grade = excluded.grade, about = excluded.about, "
            + "channel = excluded.channel, district = excluded.district, flags = excluded.flags, "
            + "body = excluded.body, holder = excluded.holder, fencing = excluded.fencing, since = excluded.since, "
            + "due = excluded.due, category = excluded.category, received = excluded.received, lat = excluded.lat, "
            + "lon = excluded.lon");
    static final Many LOG =
            Many.into("change_log", "seq bigint, kind text, id bytea, command bytea, left_scope text", "");
    static final String HEAD = "SELECT seq FROM counter WHERE one = 1";
    static final String IN_EFFECT = "UPDATE counter SET policy = ? WHERE one = 1";
    static final String STATE = "SELECT c.seq, m.value, f.seq FROM counter c, meta m, log_floor f "
            + "WHERE c.one = 1 AND f.one = 1 AND m.key = 'epoch'";
    static final String POSTPONE = "UPDATE entity SET due = ? WHERE id = ? AND due IS NOT NULL";

    /// What a group will read, at once and in the order of ids, so that two groups never wait for each other.
    static final String EXPECTED = "SELECT " + ROW_COLUMNS + " FROM entity e WHERE e.id = ANY(?) ORDER BY e.id";
    static final String EXPECTED_SETTLED = "SELECT answer FROM settled WHERE command = ANY(?)";
    static final String EXPECTED_NUMBERS = "SELECT s.command, s.console, s.number FROM settled s "
            + "JOIN unnest(?, ?) AS w(console, number) ON s.console = w.console AND s.number = w.number";
    static final String EXPECTED_PREFIXES = "SELECT prefix, last FROM case_number WHERE prefix = ANY(?) ORDER BY prefix";
    static final String EXPECTED_LAST = "SELECT id, last_number FROM console WHERE id = ANY(?)";

    static final String BLOB =
            "SELECT sha256, media_type, bytes, received, complete, restricted FROM blob WHERE sha256 = ?";
    static final String BEGIN_BLOB = "INSERT INTO blob(sha256, media_type, bytes, received, complete, named, restricted, at) "
            + "VALUES(?,?,?,0,0,0,0,?) ON CONFLICT(sha256) DO NOTHING";
    static final String GROW_BLOB = "UPDATE blob SET received = received + ?, at = ? "
            + "WHERE sha256 = ? AND received = ? AND complete = 0 AND received + ? <= bytes";
    static final String PIECE = "INSERT INTO blob_piece(sha256, begins, data) VALUES(?,?,?)";
    static final String PIECE_AT =
            "SELECT begins, data FROM blob_piece WHERE sha256 = ? AND begins <= ? ORDER BY begins DESC LIMIT 1";
    static final String COMPLETE_BLOB = "UPDATE blob SET complete = 1 WHERE sha256 = ?";
    static final String WHOLE_BLOB = "UPDATE blob SET received = ?, complete = 1 WHERE sha256 = ?";
    static final String EMPTY_BLOB = "UPDATE blob SET received = 0 WHERE sha256 = ? AND complete = 0";
    static final String FORGET_PIECES = "DELETE FROM blob_piece WHERE sha256 = ?";
    static final String NAME_BLOB = "UPDATE blob SET named = 1 WHERE sha256 = ? AND named = 0";
    static final String RESTRICT_BLOB = "UPDATE blob SET restricted = 1 WHERE sha256 = ? AND restricted = 0";
    static final String FORGET_OLD_PIECES =
            "DELETE FROM blob_piece WHERE sha256 IN (SELECT sha256 FROM blob WHERE named = 0 AND at < ?)";
    static final String FORGET_OLD_BLOBS = "DELETE FROM blob WHERE named = 0 AND at < ?";

    static Blobs.Blob blob(ResultSet rs) throws SQLException {
        return new Blobs.Blob(
                rs.getString(1), rs.getString(2), rs.getLong(3), rs.getLong(4), rs.getInt(5) == 1, rs.getInt(6) == 1);
    }

    static final String SETTINGS = "SELECT key, value, at FROM operator_setting WHERE operator = ?";
    static final String PUT_SETTING = "INSERT INTO operator_setting(operator, key, value, at) VALUES(?,?,?,?) "
            + "ON CONFLICT(operator, key) DO UPDATE SET value = excluded.value, at = excluded.at "
            + "WHERE excluded.at > operator_setting.at";

    static final String FIRST_META = "INSERT INTO meta(key, value) VALUES(?,?) ON CONFLICT(key) DO NOTHING";
    static final String META = "SELECT value FROM meta WHERE key = ?";
    static final String PUT_META = "INSERT INTO meta(key, value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value = excluded.value";

    static final String SETTLED = "SELECT answer FROM settled WHERE command = ?";
    static final String USED_FOR = "SELECT command FROM settled WHERE console = ? AND number = ?";
    static final Many SETTLE = Many.into("settled", "command bytea, console bytea, number bigint, answer text", "");
    static final String LAST_NUMBER = "SELECT last_number FROM console WHERE id = ?";
    static final Many SET_LAST_NUMBER = Many.into("console", "id bytea, last_number bigint", " ON CONFLICT(id) DO UPDATE SET last_number = CASE WHEN excluded.last_number > console.last_number "
            + "THEN excluded.last_number ELSE console.last_number END");
    static final String PROJECTION = "SELECT projection FROM console WHERE id = ? AND projection IS NOT NULL";
    static final String SET_PROJECTION = "INSERT INTO console(id, projection) VALUES(?,?) "
            + "ON CONFLICT(id) DO UPDATE SET projection = excluded.projection";

    static final Many AUDIT = Many.into("audit", "command bytea, console bytea, actor text, at bigint, received_at bigint, "
            + "type text, touches text, outcome text", "");
    static final String ASIDE = "INSERT INTO aside(at, channel, source_id, reason, line) VALUES(?,?,?,?,?)";
    static final String ASIDE_COUNT = "SELECT count(*) FROM aside";
    static final String LAST_CASE = "SELECT last FROM case_number WHERE prefix = ?";
    static final String FIRST_CASE = "INSERT INTO case_number(prefix, last) VALUES(?,0) ON CONFLICT(prefix) DO NOTHING";
    static final String SET_LAST_CASE = "INSERT INTO case_number(prefix, last) VALUES(?,?) "
            + "ON CONFLICT(prefix) DO UPDATE SET last = excluded.last";

    static final String SESSION =
            "SELECT token_hash, operator, console, created_at FROM session WHERE token_hash = ? AND ended_at IS NULL";
    static final String OPEN_SESSION =
            "INSERT INTO session(token_hash, operator, console, created_at) VALUES(?,?,?,?)";
    static final String END_SESSION = "UPDATE session SET ended_at = ? WHERE token_hash = ?";

    static final String QUEUE = "INSERT INTO outbox(id, channel, source_id, message, ends, not_before) "
            + "VALUES(?,?,?,?,?,?) ON CONFLICT(id) DO NOTHING";
    static final String UNQUEUE = "DELETE FROM outbox WHERE id = ?";
    static final String RELEASABLE = "SELECT id FROM outbox WHERE n IS NULL AND not_before <= ? ORDER BY not_before, id";
    static final String OUTBOX_N = "SELECT n FROM outbox_counter WHERE one = 1";
    static final String SET_OUTBOX_N = "UPDATE outbox_counter SET n = ? WHERE one = 1";
    static final String RELEASE = "UPDATE outbox SET n = ?, released_at = ? WHERE id = ?";
    static final String NEXT_RELEASE = "SELECT not_before FROM outbox WHERE n IS NULL ORDER BY not_before LIMIT 1";
    static final String OUTBOUND = "SELECT n, id, channel, source_id, message, ends, handed, released_at FROM outbox "
            + "WHERE channel = ? AND n IS NOT NULL AND n > ? ORDER BY n LIMIT ?";
    static final String HANDED = "UPDATE outbox SET handed = 1 WHERE channel = ? AND n IS NOT NULL AND n <= ?";
    static final String REACHED =
            "SELECT message FROM outbox WHERE channel = ? AND n IS NOT NULL AND n <= ? AND message IS NOT NULL ORDER BY n";
    static final String FORGET_ENDS =
            "DELETE FROM outbox WHERE channel = ? AND n IS NOT NULL AND n <= ? AND message IS NULL";

    static final String TELL = "SELECT pg_notify(?, ?)";
    static final String PUT_HEARD = "INSERT INTO heard AS h(operator, at, losing) VALUES(?,?,?) ON CONFLICT(operator) "
            + "DO UPDATE SET at = excluded.at, losing = excluded.losing WHERE h.at < excluded.at";
    static final String HEARD = "SELECT operator, at, losing FROM heard";

    static final String LOG_BEGIN = "SELECT seq FROM change_log ORDER BY seq LIMIT 1";
    static final String FORGET_LOG = "DELETE FROM change_log WHERE seq <= ?";
    static final String MARK = "INSERT INTO log_mark(at, seq) VALUES(?,?) ON CONFLICT(at) DO UPDATE SET seq = excluded.seq";
    static final String MARKED = "SELECT seq FROM log_mark WHERE at <= ? ORDER BY at DESC LIMIT 1";
    static final String FORGET_MARKS = "DELETE FROM log_mark WHERE at <= ?";
    static final String SET_FLOOR = "UPDATE log_floor SET seq = ? WHERE one = 1 AND seq < ?";

    static final String ALL = "SELECT " + SENT_COLUMNS + " FROM entity e WHERE e.seq <= ?";
    static final String ENDED_CASES = "SELECT " + SENT_COLUMNS + " FROM entity e WHERE e.kind = 'case' AND e.grade >= 100";
    static final String ENDED_LIKE = "SELECT " + SENT_COLUMNS + " FROM entity e WHERE e.kind = 'case' AND e.grade >= 100 "
            + "AND (lower(e.body) LIKE ? OR EXISTS(SELECT 1 FROM entity m WHERE m.about = e.id "
            + "AND m.kind IN ('message', 'person') AND (lower(m.body) LIKE ? OR "
            + "(m.kind = 'person' AND replace(replace(replace(m.body, '-', ''), ' ', ''), '.', '') LIKE ?)))) ORDER BY e.received DESC, e.n DESC LIMIT ? OFFSET ?";
    static final String CHANGED = "SELECT DISTINCT id FROM change_log WHERE seq > ? AND seq <= ?";

    static final String SKIP_CASES = "UPDATE case_number SET last = last + ?";
    /// More answers than a city sends between a backup and its loss.
    static final String SKIP_OUTBOX = "UPDATE outbox_counter SET n = n + 1000000000";
    static final String ALL_HANDED = "UPDATE outbox SET handed = 1";

    static Row row(ResultSet rs) throws SQLException {
        return row(rs, new Row.Facts(
                rs.getString(10), rs.getLong(11), rs.getLong(12), Db.longOrNull(rs, 13), rs.getString(14),
                Db.longOrNull(rs, 15), Db.doubleOrNull(rs, 16), Db.doubleOrNull(rs, 17)));
    }

    /// A row as far as a stream needs it.
    static Row sent(ResultSet rs) throws SQLException {
        return row(rs, Row.Facts.NONE);
    }

    private static Row row(ResultSet rs, Row.Facts facts) throws SQLException {
        String kind = rs.getString(1);
        return new Row(
                Kind.ofWire(kind).orElseThrow(() -> new SQLException("unknown kind in the database: " + kind)),
                Db.uuid(rs.getBytes(2)),
                rs.getLong(3),
                rs.getInt(4),
                Db.uuidOrNull(rs.getBytes(5)),
                Scope.of(rs.getString(6), rs.getString(7), rs.getString(8)),
                rs.getString(9),
                facts);
    }

    static CentralStore.LogRow logRow(ResultSet rs) throws SQLException {
        Row row = sent(rs);
        long seq = rs.getLong(10);
        String left = rs.getString(11);
        return new CentralStore.LogRow(seq, left == null ? null : Scope.decode(left), row.seq() == seq, row);
    }

    static UUID id(ResultSet rs) throws SQLException {
        return Db.uuid(rs.getBytes(1));
    }

    static long number(ResultSet rs) throws SQLException {
        return rs.getLong(1);
    }

    static Settlement settlement(ResultSet rs) throws SQLException {
        return Json.read(rs.getString(1), Settlement.class);
    }
}
