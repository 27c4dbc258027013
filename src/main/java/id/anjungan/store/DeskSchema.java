package id.anjungan.store;

import java.util.List;

/// The tables of `desk.db`. `outbox.state` is 0 while the server has not settled a command, then 1 until the stream has
/// brought its effect; `sent` counts how often a command left the desk, from just before it does, and is counted
/// down again when it certainly did not arrive: above 0 its outcome may be unknown. `sum` is a checksum over what the operator did, since SQLite itself would not notice a changed letter.
/// `aside` keeps rows that can no longer be read; `note` what the operator must be told about the desk's own files.
final class DeskSchema {
    static final List<String> STEPS = List.of(
            """
            CREATE TABLE outbox(
              id BLOB PRIMARY KEY, console BLOB NOT NULL, number INTEGER NOT NULL, grp BLOB, actor TEXT NOT NULL,
              at INTEGER NOT NULL, heard_at INTEGER, command TEXT NOT NULL, state INTEGER NOT NULL, seq INTEGER NOT NULL);
            CREATE INDEX outbox_order ON outbox(state, number);
            CREATE TABLE settled(
              id BLOB PRIMARY KEY, console BLOB NOT NULL, number INTEGER NOT NULL, grp BLOB, actor TEXT NOT NULL,
              at INTEGER NOT NULL, heard_at INTEGER, command TEXT NOT NULL, settled_at INTEGER NOT NULL,
              epoch BLOB NOT NULL);
            CREATE INDEX settled_age ON settled(settled_at);
            CREATE TABLE refused(
              id BLOB PRIMARY KEY, command TEXT NOT NULL, at INTEGER NOT NULL, code TEXT NOT NULL, args TEXT NOT NULL);
            CREATE TABLE draft(about BLOB PRIMARY KEY, text TEXT NOT NULL);
            CREATE TABLE audit(n INTEGER PRIMARY KEY, at INTEGER NOT NULL, actor TEXT NOT NULL, what TEXT NOT NULL, command BLOB);
            CREATE TABLE setting(key TEXT PRIMARY KEY, value TEXT NOT NULL);
            """,
            """
            ALTER TABLE outbox ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE outbox ADD COLUMN tried_at INTEGER;
            ALTER TABLE outbox ADD COLUMN sent INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE outbox ADD COLUMN sum INTEGER;
            ALTER TABLE settled ADD COLUMN sum INTEGER;
            CREATE TABLE aside(n INTEGER PRIMARY KEY, id BLOB, what TEXT NOT NULL, why TEXT NOT NULL);
            CREATE TABLE note(n INTEGER PRIMARY KEY, at INTEGER NOT NULL, code TEXT NOT NULL, args TEXT NOT NULL);
            """);

    /// The setting that repeats the schema's version, so that a flipped bit in the file's header is not taken for a
    /// newer version.
    static final String VERSION = "schema";

    private DeskSchema() {}
}
