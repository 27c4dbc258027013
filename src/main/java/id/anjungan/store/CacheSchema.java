package id.anjungan.store;

import java.util.List;

/// The tables of `cache.db`. `entity.body` is what is shown (the effective state); `base` keeps what the server sent
/// for entities that unsettled commands have changed (null when the server does not have them yet). `case_row.rid` is
/// the time of receipt in microseconds, made unique, so the full text (rows by `rid`) reads newest first. The partial
/// index over open cases is the order of the queue. `tile` and `slot` (five minutes each) are counters kept in the
/// transaction that changes a case. `case_row.clock` is the rule of the running clock that is due first; `agencies` are the
/// codes of those who have the case, each between blanks. `main` is the case that a case repeats, `folded` says that it is
/// therefore not in the queue by itself, `merged` counts those that repeat it. `marks` are its tags (`#word`) and who watches
/// it (`@operator`), each between blanks; `case_mark` finds a case by them, and by whom it shall come back to
/// (`!operator`) at `at`.
final class CacheSchema {
    static final List<String> STEPS = List.of(
            """
            CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
            CREATE TABLE entity(
              id BLOB PRIMARY KEY, kind TEXT NOT NULL, seq INTEGER NOT NULL, gen INTEGER NOT NULL,
              about BLOB, at INTEGER, body TEXT NOT NULL);
            CREATE INDEX entity_about ON entity(about, at) WHERE about IS NOT NULL;
            CREATE TABLE base(id BLOB PRIMARY KEY, body TEXT) WITHOUT ROWID;
            CREATE TABLE case_row(
              rid INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, number TEXT NOT NULL, channel TEXT NOT NULL,
              category TEXT NOT NULL, priority INTEGER NOT NULL, state INTEGER NOT NULL, open INTEGER NOT NULL,
              ord INTEGER NOT NULL, due_at INTEGER NOT NULL, title TEXT NOT NULL, district TEXT, village TEXT,
              lat REAL, lon REAL, claimed_by TEXT, claim_provisional INTEGER NOT NULL, acknowledged_at INTEGER,
              closed_at INTEGER, sensitive INTEGER NOT NULL, level INTEGER NOT NULL, paused INTEGER NOT NULL,
              missed INTEGER NOT NULL, incident BLOB, person BLOB NOT NULL, received_at INTEGER NOT NULL,
              pending INTEGER NOT NULL);
            CREATE INDEX case_queue ON case_row(ord, due_at) WHERE open=1;
            CREATE INDEX case_closed ON case_row(closed_at) WHERE closed_at IS NOT NULL;
            CREATE INDEX case_acknowledged ON case_row(acknowledged_at) WHERE acknowledged_at IS NOT NULL;
            CREATE INDEX case_person ON case_row(person);
            CREATE INDEX case_incident ON case_row(incident) WHERE incident IS NOT NULL;
            CREATE TABLE incident_row(id BLOB PRIMARY KEY, cases INTEGER NOT NULL) WITHOUT ROWID;
            CREATE TABLE chat_row(
              id BLOB PRIMARY KEY, channel TEXT NOT NULL, state INTEGER NOT NULL, started_at INTEGER NOT NULL,
              last_at INTEGER NOT NULL) WITHOUT ROWID;
            CREATE INDEX chat_open ON chat_row(state) WHERE state<2;
            CREATE TABLE alarm_row(id BLOB PRIMARY KEY, case_id BLOB, active INTEGER NOT NULL) WITHOUT ROWID;
            CREATE INDEX alarm_active ON alarm_row(active) WHERE active=1;
            CREATE INDEX alarm_case ON alarm_row(case_id) WHERE active=1;
            CREATE TABLE tile(
              channel TEXT PRIMARY KEY, open INTEGER NOT NULL, urgent INTEGER NOT NULL, last_item INTEGER NOT NULL)
              WITHOUT ROWID;
            CREATE TABLE slot(
              slot INTEGER NOT NULL, channel TEXT NOT NULL, received INTEGER NOT NULL, PRIMARY KEY(slot, channel))
              WITHOUT ROWID;
            CREATE TABLE doc(rid INTEGER PRIMARY KEY, number TEXT, text TEXT, address TEXT, person TEXT, digits TEXT);
            CREATE VIRTUAL TABLE fts USING fts5(
              number, text, address, person, digits, content='doc', content_rowid='rid',
              tokenize='unicode61 remove_diacritics 2');
            CREATE TABLE aside(
              n INTEGER PRIMARY KEY, seq INTEGER NOT NULL, kind TEXT NOT NULL, id BLOB NOT NULL, body TEXT NOT NULL,
              why TEXT NOT NULL);
            """,
            """
            ALTER TABLE case_row ADD COLUMN clock TEXT;
            ALTER TABLE case_row ADD COLUMN agencies TEXT NOT NULL DEFAULT '';
            UPDATE case_row SET
              clock=(SELECT k.value->>'$.rule' FROM entity e, json_each(e.body,'$.clocks') k
                WHERE e.id=case_row.id AND k.value->>'$.due'=(SELECT min(r.value->>'$.due')
                  FROM json_each(e.body,'$.clocks') r WHERE r.value->>'$.stopped' IS NULL AND r.value->>'$.pausedAt' IS NULL)
                LIMIT 1),
              agencies=coalesce((SELECT ' '||group_concat(DISTINCT d.value->>'$.agency')||' '
                FROM entity e, json_each(e.body,'$.dispositions') d
                WHERE e.id=case_row.id AND d.value->>'$.status'<>'RETURNED'),'');
            UPDATE case_row SET agencies=replace(agencies,',',' ');
            """,
            """
            ALTER TABLE case_row ADD COLUMN main BLOB;
            ALTER TABLE case_row ADD COLUMN folded INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE case_row ADD COLUMN merged INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE case_row ADD COLUMN marks TEXT NOT NULL DEFAULT '';
            CREATE INDEX case_main ON case_row(main) WHERE main IS NOT NULL;
            CREATE TABLE case_mark(
              word TEXT NOT NULL, case_id BLOB NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(word, case_id)) WITHOUT ROWID;
            CREATE INDEX case_mark_of ON case_mark(case_id);
            """);

    private CacheSchema() {}
}
