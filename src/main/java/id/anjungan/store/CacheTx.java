package id.anjungan.store;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Case;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Incident;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.domain.View;
import id.anjungan.domain.WallPlan;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One transaction of the cache, while it runs. As a `View` it gives effective states. Only valid inside the function
/// it was given to, on the writer's thread.
public final class CacheTx implements View {
    private final Db db;
    private final ChangeSet changes;
    private final Set<UUID> dirtyDocs = new HashSet<>();
    private final Counters counters = new Counters();
    private long gen = -1;
    private @Nullable Boolean docsLater;

    CacheTx(Db db, ChangeSet changes) {
        this.db = db;
        this.changes = changes;
    }

    @Override
    public Optional<Entity> find(UUID id) {
        return db.one("SELECT kind, body FROM entity WHERE id=?", r -> parsed(r.getString(1), r.getString(2)), id);
    }

    static @Nullable Entity parsed(String kind, String body) {
        Kind k = Kind.ofWire(kind).orElse(null);
        return k == null || k.type().isEmpty() ? null : Json.readEntity(k, body);
    }

    private record Held(long seq, long gen, boolean overlaid) {}

    /// Applies what the server sent, when it is newer than what is held; false when not. A poison record is set aside.
    public boolean apply(Incoming in) {
        Frame.Change c = in.change();
        Entity e = in.entity();
        if (in.poison() == null && added(c, e)) {
            shown(c, e, true);
            return true;
        }
        Held held = db.one(
                        "SELECT seq, gen, EXISTS(SELECT 1 FROM base b WHERE b.id=e.id) FROM entity e WHERE id=?",
                        r -> new Held(r.getLong(1), r.getLong(2), r.getInt(3) == 1), c.id())
                .orElse(null);
        if (held != null && held.gen() == gen() && c.seq() <= held.seq()) {
            return false;
        }
        if (in.poison() != null) {
            setAside(c, in.poison());
            return false;
        }
        if (held != null && held.overlaid()) {
            db.update("UPDATE base SET body=? WHERE id=?", c.body(), c.id());
            db.update("UPDATE entity SET seq=?, gen=? WHERE id=?", c.seq(), gen(), c.id());
            return true;
        }
        store(STORE, c.id(), c.kind(), c.seq(), c.body(), e);
        shown(c, e, false);
        return true;
    }

    /// Keeps a record that cannot be held, to be looked at; the same one is counted once.
    public void setAside(Frame.Change c, String why) {
        int n = db.update(
                "INSERT INTO aside(seq,kind,id,body,why) SELECT ?,?,?,?,? WHERE NOT EXISTS(SELECT 1 FROM aside WHERE id=? AND seq=?)",
                c.seq(), c.kind(), c.id(), c.body(), why, c.id(), c.seq());
        if (n > 0) {
            changes.poison();
        }
    }

    /// Keeps a line of the stream that is no frame.
    public void setAsideLine(String line, String why) {
        db.update("INSERT INTO aside(seq,kind,id,body,why) VALUES(0,'line',?,?,?)", new UUID(0, 0), line, why);
        changes.poison();
    }

    private boolean added(Frame.Change c, @Nullable Entity e) {
        return store(ADD, c.id(), c.kind(), c.seq(), c.body(), e) > 0;
    }

    private void shown(Frame.Change c, @Nullable Entity e, boolean fresh) {
        if (e != null) {
            project(e, false, fresh);
        } else if (c.kind().equals(Kind.PROFILE.wire())) {
            put("profile", c.body());
            changes.profile(c.body());
        }
    }

    private static final String ADD =
            "INSERT INTO entity(id,kind,seq,gen,about,at,body) VALUES(?,?,?,?,?,?,?) ON CONFLICT(id) DO NOTHING";
    private static final String STORE =
            """
            INSERT INTO entity(id,kind,seq,gen,about,at,body) VALUES(?,?,?,?,?,?,?)
            ON CONFLICT(id) DO UPDATE SET kind=excluded.kind, seq=excluded.seq, gen=excluded.gen,
              about=excluded.about, at=excluded.at, body=excluded.body""";

    private int store(String sql, UUID id, String kind, long seq, String body, @Nullable Entity e) {
        return store(sql, id, kind, new Held(seq, gen(), false), body, e);
    }

    private int store(String sql, UUID id, String kind, Held as, String body, @Nullable Entity e) {
        UUID about = null;
        Instant at = null;
        switch (e) {
            case Message m -> {
                about = m.about();
                at = m.at();
            }
            case Entry x -> {
                about = x.about();
                at = x.at();
            }
            case null, default -> {}
        }
        return db.update(sql, id, kind, as.seq(), as.gen(), about, at, body);
    }

    private void project(Entity e, boolean pending, boolean fresh) {
        changes.touch(Kind.of(e), e.id());
        switch (e) {
            case Case c -> {
                Families.Put put = CaseRows.put(db, counters, c, pending, fresh);
                changes.aCase(c.id(), put.now());
                dirtyDocs.add(c.id());
                fitAgain(Families.kin(db, put.was(), put.now()));
            }
            case Chat c -> CaseRows.putChat(db, counters, c);
            case Alarm a ->
                db.update("INSERT OR REPLACE INTO alarm_row(id,case_id,active) VALUES(?,?,?)",
                        a.id(), a.caseId(), a.active());
            case Incident i ->
                db.update("INSERT OR REPLACE INTO incident_row(id,cases) VALUES(?,?)", i.id(), i.cases());
            case WallPlan _ -> {}
            case Person p -> dirtyDocs.addAll(casesOf(p));
            case Message m -> projectMessage(m);
            case Entry x -> changes.touch(Kind.ENTRY, x.about());
        }
    }

    /// The rows of cases that are merged with one that has changed.
    private void fitAgain(Set<UUID> ids) {
        for (UUID id : ids) {
            CaseFacts row = CaseRows.find(db, id).orElse(null);
            if (row != null && find(id).orElse(null) instanceof Case c) {
                changes.aCase(id, CaseRows.put(db, counters, c, row.pending(), false).now());
            }
        }
    }

    private List<UUID> casesOf(Person p) {
        return docsLater()
                ? List.of()
                : db.list("SELECT id FROM case_row WHERE person=?", r -> Db.id(r.getBytes(1)), p.id());
    }

    private void projectMessage(Message m) {
        changes.touch(Kind.MESSAGE, m.about());
        dirtyDocs.add(m.about());
        if (m.kind() == Message.Kind.REPORT) {
            int shown = db.update("UPDATE case_row SET title=? WHERE id=? AND sensitive=0", CaseRows.folded(m.body()), m.about());
            if (shown > 0) {
                changes.touch(Kind.CASE, m.about());
            }
        }
    }

    /// The entity has left this desk's scope, or is gone.
    public void withdraw(UUID id) {
        String kind = db.one("SELECT kind FROM entity WHERE id=?", r -> r.getString(1), id).orElse("");
        db.update("DELETE FROM base WHERE id=?", id);
        switch (Kind.ofWire(kind).orElse(null)) {
            case CASE -> {
                CaseFacts was = CaseRows.remove(db, counters, id).orElse(null);
                changes.aCase(id, null);
                fitAgain(Families.kin(db, was, null));
            }
            case CHAT -> {
                CaseRows.removeChat(db, counters, id);
                changes.touch(Kind.CHAT, id);
            }
            case ALARM -> {
                db.update("DELETE FROM alarm_row WHERE id=?", id);
                changes.touch(Kind.ALARM, id);
            }
            case INCIDENT -> {
                db.update("DELETE FROM incident_row WHERE id=?", id);
                changes.touch(Kind.INCIDENT, id);
            }
            case MESSAGE, ENTRY, PERSON -> {
                Entity e = find(id).orElse(null);
                if (e instanceof Message m) {
                    dirtyDocs.add(m.about());
                    changes.touch(Kind.MESSAGE, m.about());
                } else if (e instanceof Entry x) {
                    changes.touch(Kind.ENTRY, x.about());
                } else if (e instanceof Person p) {
                    dirtyDocs.addAll(casesOf(p));
                }
            }
            case PROFILE, WALL -> {}
            case null -> {}
        }
        db.update("DELETE FROM entity WHERE id=?", id);
    }

    /// Shows the effect of an unsettled command: the entity's base is kept, its effective state becomes this.
    public void overlay(Entity e) {
        db.update(
                "INSERT OR IGNORE INTO base(id,body) VALUES(?, (SELECT body FROM entity WHERE id=?))", e.id(), e.id());
        store(STORE, e.id(), Kind.of(e).wire(), place(e.id()), Json.write(e), e);
        project(e, true, false);
    }

    /// Number and snapshot of what is held. They belong together: a number of a replaced history under the present
    /// snapshot would keep out what the server sends now.
    private Held place(UUID id) {
        return db.one("SELECT seq, gen FROM entity WHERE id=?", r -> new Held(r.getLong(1), r.getLong(2), true), id)
                .orElseGet(() -> new Held(0, gen(), true));
    }

    /// Takes effects away: the entities are again what the server sent, or gone when it never sent them.
    public void restore(Collection<UUID> ids) {
        for (UUID id : ids) {
            List<@Nullable String> base = db.list("SELECT body FROM base WHERE id=?", r -> r.getString(1), id);
            if (base.isEmpty()) {
                continue;
            }
            String body = base.getFirst();
            if (body == null) {
                withdraw(id);
                continue;
            }
            db.update("DELETE FROM base WHERE id=?", id);
            String kind = db.one("SELECT kind FROM entity WHERE id=?", r -> r.getString(1), id).orElse("");
            Entity e = parsed(kind, body);
            if (e != null) {
                store(STORE, id, kind, place(id), body, e);
                project(e, false, false);
            }
        }
    }

    /// Every entity that shows the effect of an unsettled command.
    public List<UUID> overlaid() {
        return db.list("SELECT id FROM base", r -> Db.id(r, "id"));
    }

    /// A new snapshot begins: what is held stays on the screen until the new state has come.
    public void beginSnapshot(UUID epoch, long s0) {
        boolean empty = db.number("SELECT count(*) FROM (SELECT 1 FROM entity LIMIT 1)") == 0;
        if (empty) {
            put("docs", "missing");
        }
        gen = gen() + 1;
        put("gen", Long.toString(gen));
        put("epoch", epoch.toString());
        put("loading", "1");
        docsLater = null;
        put("s0", Long.toString(s0));
        db.update("DELETE FROM meta WHERE key IN ('position','cursor')");
        // The snapshot brings again what still cannot be held.
        if (db.update("DELETE FROM aside") > 0) {
            changes.poison();
        }
    }

    /// Everything before this mark of the snapshot has been applied.
    public void snapshotAt(@Nullable String position) {
        if (position != null) {
            put("position", position);
        }
    }

    /// The snapshot is complete: the cursor is where it was taken. Gives what it did not mention, which is gone.
    public List<UUID> endSnapshot(long s0) {
        put("cursor", Long.toString(s0));
        db.update("DELETE FROM meta WHERE key IN ('loading','position')");
        docsLater = null;
        return db.list(
                "SELECT id FROM entity WHERE gen<? AND id NOT IN (SELECT id FROM base WHERE body IS NULL)",
                r -> Db.id(r, "id"), gen());
    }

    /// Removes an entity that a complete snapshot did not mention, unless it has come back since.
    public void sweep(UUID id) {
        if (db.number("SELECT count(*) FROM entity WHERE id=? AND gen<?", id, gen()) > 0) {
            withdraw(id);
        }
    }

    /// Lets a case go that was closed long ago, with all that is about it; the server still has it. One that shows
    /// the effect of an unsettled command stays.
    public void expire(UUID caseId, Instant closedBefore) {
        CaseFacts c = CaseRows.find(db, caseId).orElse(null);
        Instant closed = c == null ? null : c.closedAt();
        if (c == null || c.open() || closed == null || !closed.isBefore(closedBefore) || held(caseId)) {
            return;
        }
        List<UUID> about = db.list("SELECT id FROM entity WHERE about=?", r -> Db.id(r, "id"), caseId);
        List<UUID> alarms = db.list("SELECT id FROM alarm_row WHERE case_id=?", r -> Db.id(r, "id"), caseId);
        withdraw(caseId);
        about.forEach(this::withdraw);
        alarms.forEach(this::withdraw);
        if (db.number("SELECT count(*) FROM case_row WHERE person=?", c.person()) == 0
                && db.number(CHATS_OF, c.person().toString()) == 0) {
            withdraw(c.person());
        }
    }

    private static final String CHATS_OF =
            "SELECT count(*) FROM chat_row r JOIN entity e ON e.id=r.id WHERE e.body->>'$.person'=?";

    private boolean held(UUID caseId) {
        return db.number(
                "SELECT count(*) FROM base WHERE id=? OR id IN (SELECT id FROM entity WHERE about=?)", caseId, caseId) > 0;
    }

    /// Complete up to here.
    public void through(long seq) {
        put("cursor", Long.toString(seq));
    }

    /// The server has another history, or a snapshot is wanted for another reason: start again, keep showing.
    public void forgetPosition() {
        db.update("DELETE FROM meta WHERE key IN ('loading','position','cursor','epoch','s0')");
        docsLater = null;
    }

    /// Cases whose full text is not written yet, oldest first; empty when none is owed.
    public List<UUID> missingDocs() {
        return meta("docs").isEmpty()
                ? List.of()
                : db.list("SELECT id FROM case_row WHERE rid NOT IN (SELECT rid FROM doc) ORDER BY rid", r -> Db.id(r, "id"));
    }

    public void writeDoc(UUID caseId) {
        dirtyDocs.add(caseId);
        flushDocs();
    }

    public void docsWritten() {
        db.update("DELETE FROM meta WHERE key='docs'");
        docsLater = null;
    }

    /// Writes what was gathered, before the commit.
    void finish() {
        counters.write(db);
        if (docsLater()) {
            dirtyDocs.clear();
        } else {
            flushDocs();
        }
    }

    /// While the first snapshot fills an empty cache, the full text waits until the end.
    private boolean docsLater() {
        Boolean known = docsLater;
        if (known == null) {
            known = meta("docs").isPresent() && meta("loading").isPresent();
            docsLater = known;
        }
        return known;
    }

    private void flushDocs() {
        dirtyDocs.forEach(id -> Docs.put(db, id));
        dirtyDocs.clear();
    }

    public Optional<String> meta(String key) {
        return db.one("SELECT value FROM meta WHERE key=?", r -> r.getString(1), key);
    }

    public void put(String key, String value) {
        db.update("INSERT OR REPLACE INTO meta(key,value) VALUES(?,?)", key, value);
    }

    private long gen() {
        if (gen < 0) {
            gen = meta("gen").map(Long::parseLong).orElse(0L);
        }
        return gen;
    }
}
