package id.anjungan.central;

import java.util.List;

/// The central database as SQLite has it: each step takes the schema from one `user_version` to the next, inside
/// one transaction. Steps are never changed once released, only added.
final class SqliteSchema {
    private SqliteSchema() {}

    static final List<List<String>> STEPS = List.of(List.of(
            "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
            "CREATE TABLE counter(one INTEGER PRIMARY KEY CHECK(one = 1), seq INTEGER NOT NULL)",
            "INSERT INTO counter VALUES(1, 0)",
            """
            CREATE TABLE entity(
              kind TEXT NOT NULL, id BLOB NOT NULL UNIQUE, seq INTEGER NOT NULL, grade INTEGER NOT NULL, about BLOB,
              channel TEXT, district TEXT, flags TEXT NOT NULL, body TEXT NOT NULL,
              holder TEXT, fencing INTEGER NOT NULL, since INTEGER NOT NULL, due INTEGER,
              category TEXT, received INTEGER, lat REAL, lon REAL)""",
            "CREATE INDEX entity_page ON entity(grade, id)",
            "CREATE INDEX entity_about ON entity(about) WHERE about IS NOT NULL",
            "CREATE INDEX entity_due ON entity(due) WHERE due IS NOT NULL",
            "CREATE INDEX entity_holder ON entity(holder) WHERE holder IS NOT NULL",
            "CREATE INDEX entity_recent ON entity(category, received) WHERE grade = 1 AND lat IS NOT NULL",
            """
            CREATE TABLE change_log(
              seq INTEGER PRIMARY KEY, kind TEXT NOT NULL, id BLOB NOT NULL, command BLOB NOT NULL, left_scope TEXT)""",
            """
            CREATE TABLE audit(
              n INTEGER PRIMARY KEY, command BLOB NOT NULL, console BLOB, actor TEXT NOT NULL, at INTEGER NOT NULL,
              received_at INTEGER NOT NULL, type TEXT NOT NULL, touches TEXT NOT NULL, outcome TEXT NOT NULL)""",
            """
            CREATE TRIGGER audit_never_changes BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END""",
            """
            CREATE TRIGGER audit_never_shrinks BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'the audit trail only grows'); END""",
            """
            CREATE TABLE console(
              id BLOB PRIMARY KEY, last_number INTEGER NOT NULL DEFAULT 0, projection TEXT) WITHOUT ROWID""",
            """
            CREATE TABLE settled(
              command BLOB PRIMARY KEY, console BLOB NOT NULL, number INTEGER NOT NULL, answer TEXT NOT NULL,
              UNIQUE(console, number)) WITHOUT ROWID""",
            """
            CREATE TABLE session(
              token_hash TEXT PRIMARY KEY, operator TEXT NOT NULL, console BLOB NOT NULL,
              created_at INTEGER NOT NULL, ended_at INTEGER) WITHOUT ROWID""",
            "CREATE TABLE case_number(prefix TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID",
            """
            CREATE TABLE aside(
              n INTEGER PRIMARY KEY, at INTEGER NOT NULL, channel TEXT NOT NULL, source_id TEXT NOT NULL,
              reason TEXT NOT NULL, line TEXT NOT NULL)""",
            """
            CREATE TABLE outbox(
              id BLOB PRIMARY KEY, channel TEXT NOT NULL, source_id TEXT NOT NULL, message BLOB,
              ends INTEGER NOT NULL, not_before INTEGER NOT NULL, n INTEGER, released_at INTEGER,
              handed INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID""",
            "CREATE INDEX outbox_ready ON outbox(channel, n) WHERE n IS NOT NULL",
            "CREATE INDEX outbox_waiting ON outbox(not_before) WHERE n IS NULL",
            "CREATE TABLE outbox_counter(one INTEGER PRIMARY KEY CHECK(one = 1), n INTEGER NOT NULL)",
            "INSERT INTO outbox_counter VALUES(1, 0)"),
            // A snapshot pages in the order of first writing, so its index grows at the end instead of everywhere.
            List.of(
                    "ALTER TABLE entity RENAME TO entity_1",
                    """
                    CREATE TABLE entity(
                      n INTEGER PRIMARY KEY, kind TEXT NOT NULL, id BLOB NOT NULL UNIQUE, seq INTEGER NOT NULL,
                      grade INTEGER NOT NULL, about BLOB, channel TEXT, district TEXT, flags TEXT NOT NULL,
                      body TEXT NOT NULL, holder TEXT, fencing INTEGER NOT NULL, since INTEGER NOT NULL, due INTEGER,
                      category TEXT, received INTEGER, lat REAL, lon REAL)""",
                    """
                    INSERT INTO entity(kind, id, seq, grade, about, channel, district, flags, body, holder, fencing,
                      since, due, category, received, lat, lon)
                    SELECT kind, id, seq, grade, about, channel, district, flags, body, holder, fencing,
                      since, due, category, received, lat, lon FROM entity_1 ORDER BY rowid""",
                    "DROP TABLE entity_1",
                    "CREATE INDEX entity_page ON entity(grade, n)",
                    "CREATE INDEX entity_about ON entity(about) WHERE about IS NOT NULL",
                    "CREATE INDEX entity_due ON entity(due) WHERE due IS NOT NULL",
                    "CREATE INDEX entity_holder ON entity(holder) WHERE holder IS NOT NULL",
                    """
                    CREATE INDEX entity_recent ON entity(category, received)
                    WHERE grade = 1 AND lat IS NOT NULL"""),
            // How far the log has been compacted, and where its head was when.
            List.of(
                    "CREATE TABLE log_floor(one INTEGER PRIMARY KEY CHECK(one = 1), seq INTEGER NOT NULL)",
                    "INSERT INTO log_floor VALUES(1, 0)",
                    "CREATE TABLE log_mark(at INTEGER PRIMARY KEY, seq INTEGER NOT NULL)"),
            // Files, in pieces; and what operators have set.
            List.of(
                    """
                    CREATE TABLE operator_setting(
                      operator TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, at INTEGER NOT NULL,
                      PRIMARY KEY(operator, key)) WITHOUT ROWID""",
                    """
                    CREATE TABLE blob(
                      sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, bytes INTEGER NOT NULL,
                      received INTEGER NOT NULL, complete INTEGER NOT NULL, named INTEGER NOT NULL,
                      restricted INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID""",
                    "CREATE INDEX blob_unnamed ON blob(at) WHERE named = 0",
                    """
                    CREATE TABLE blob_piece(
                      n INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, begins INTEGER NOT NULL, data BLOB NOT NULL,
                      UNIQUE(sha256, begins))"""));
}
