package id.anjungan.store;

import com.fasterxml.jackson.core.type.TypeReference;
import id.anjungan.domain.Actor;
import id.anjungan.domain.Command;
import id.anjungan.domain.Refusal;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.ProtocolException;
import id.anjungan.protocol.Settlement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// `desk.db`: what this desk has promised and may not forget. Its commit is the acknowledgement of a key press, so it
/// is synchronous FULL. Outbox, settled commands (kept so that a restored server can be offered them again), refusals,
/// drafts, audit, settings. Any thread; writing is a future that completes after the commit.
public final class DeskDb implements AutoCloseable {
    static final String QUEUED = "queued";
    static final String DONE = "done";
    static final String REFUSED = "refused";
    static final String CANCELLED = "cancelled";
    static final String DISMISSED = "dismissed";
    private static final String EDITED = "edited";

    /// Notes: the file was damaged and rescued; its journal was taken away; actions that cannot be read any more.
    public static final String NOTE_RESCUED = "desk-rescued";
    public static final String NOTE_JOURNAL = "desk-journal-gone";
    public static final String NOTE_UNREADABLE = "actions-unreadable";

    static final String CONSOLE = "console";
    private static final String ACTOR = "actor";
    static final String NEXT = "next-number";
    private static final TypeReference<Map<String, String>> ARGS = new TypeReference<>() {};

    private final Writer writer;
    private final Db reader;
    private final Object reading = new Object();
    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private volatile UUID console;

    private DeskDb(DeskFile.Opened opened, Path file) {
        Db db = opened.db();
        this.reader = Db.reader(file);
        reader.list("SELECT key, value FROM setting", r -> settings.put(r.getString(1), r.getString(2)));
        UUID known = known(settings.get(CONSOLE));
        this.console = known == null ? UUID.randomUUID() : known;
        this.writer = new Writer("desk.db", db, () -> {}, () -> {}, () -> {});
        writer.live(d -> {
            boolean rescued = NOTE_RESCUED.equals(opened.code());
            if (rescued) {
                renumber(d, "at, number");
            } else if (known == null) {
                set(d, CONSOLE, console.toString());
            }
            sift(d);
            if (opened.code() != null) {
                insertNote(d, Instant.ofEpochMilli(0), opened.code(), opened.args());
            }
            return null;
        }).join();
    }

    private static @Nullable UUID known(@Nullable String id) {
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Opens or makes the file. A damaged one is kept aside, what can be read of it is rescued, and a note says so; one
    /// in use by another program or made by a newer version is a `StoreException` and stays as it is.
    public static DeskDb open(Path file) {
        return new DeskDb(DeskFile.open(file), file);
    }

    /// Sets aside what no longer can be read, so that it blocks nothing, and says how much that is.
    private static void sift(Db db) {
        Map<Long, String> bad = new java.util.LinkedHashMap<>();
        db.list("SELECT rowid AS r, * FROM outbox", r -> {
            try {
                envelope(r);
            } catch (RuntimeException e) {
                bad.put(r.getLong("r"), String.valueOf(e.getMessage()));
            }
            return null;
        });
        bad.forEach((rowid, why) -> {
            db.update("INSERT INTO aside(id,what,why) SELECT id,command,? FROM outbox WHERE rowid=?", why, rowid);
            db.update("DELETE FROM outbox WHERE rowid=?", rowid);
        });
        if (!bad.isEmpty()) {
            insertNote(db, Instant.ofEpochMilli(0), NOTE_UNREADABLE, Map.of("n", Integer.toString(bad.size())));
        }
    }

    /// This console's identity towards the server.
    public UUID console() {
        return console;
    }

    /// What a command becomes when it is queued: the console and its number are given here.
    public record ToQueue(UUID id, @Nullable UUID group, String actor, Instant at, @Nullable Instant heardAt, Command command) {}

    /// Queues commands, in order, in one commit.
    public CompletableFuture<List<QueuedCommand>> enqueue(List<ToQueue> commands) {
        return writer.live(db -> {
            long next = db.one("SELECT value FROM setting WHERE key=?", r -> r.getLong(1), NEXT).orElse(1L);
            List<QueuedCommand> queued = new ArrayList<>();
            for (ToQueue c : commands) {
                var e = new CommandEnvelope(
                        c.id(), console, next++, c.group(), c.actor(), c.at(), c.heardAt(), c.command());
                insertOutbox(db, e);
                audit(db, e.at(), e.actor(), QUEUED, e.id());
                queued.add(new QueuedCommand(e, false, 0, 0, null, false));
            }
            set(db, NEXT, Long.toString(next));
            return queued;
        });
    }

    private static void insertOutbox(Db db, CommandEnvelope e) {
        String command = Json.write(e.command());
        db.update(
                "INSERT INTO outbox(id,console,number,grp,actor,at,heard_at,command,state,seq,sum) VALUES(?,?,?,?,?,?,?,?,0,0,?)",
                e.id(), e.console(), e.number(), e.group(), e.actor(), e.at(), e.heardAt(), command,
                sum(Db.bytes(e.id()), e.actor(), Db.micros(e.at()), command));
    }

    /// A checksum over what the operator did; numbers and states, which change, are not in it.
    static long sum(byte[] id, String actor, long at, String command) {
        CRC32C sum = new CRC32C();
        sum.update(id);
        sum.update((actor + '\n' + at + '\n' + command).getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private static void audit(Db db, Instant at, String actor, String what, @Nullable UUID command) {
        db.update("INSERT INTO audit(at,actor,what,command) VALUES(?,?,?,?)", at, actor, what, command);
    }

    /// The next commands to send, in order. They count as sent from now on, because from now on nobody knows what
    /// became of them until the server answers.
    public CompletableFuture<List<CommandEnvelope>> take(int limit, Instant now) {
        return writer.live(db -> {
            List<CommandEnvelope> next =
                    db.list("SELECT * FROM outbox WHERE state=0 ORDER BY number LIMIT ?", DeskDb::envelope, limit);
            next.forEach(e -> db.update("UPDATE outbox SET sent=sent+1, tries=tries+1, tried_at=? WHERE id=?", now, e.id()));
            return next;
        });
    }

    /// These certainly did not reach the server: there was no connection, or it said that it took nothing.
    public CompletableFuture<Void> notSent(List<CommandEnvelope> commands) {
        return writer.live(db -> {
            commands.forEach(e -> db.update("UPDATE outbox SET sent=sent-1 WHERE id=? AND sent>0", e.id()));
            return null;
        });
    }

    /// Takes a command back that has not been sent; false when it has, or is settled.
    public CompletableFuture<Boolean> cancel(UUID id, Instant now) {
        return writer.live(db -> {
            String actor = db.one("SELECT actor FROM outbox WHERE id=?", r -> r.getString(1), id).orElse("");
            boolean gone = db.update("DELETE FROM outbox WHERE id=? AND state=0 AND sent=0", id) > 0;
            if (gone) {
                audit(db, now, actor, CANCELLED, id);
            }
            return gone;
        });
    }

    /// Changes what a command says that has not been sent; false when it has, or is settled.
    public CompletableFuture<Boolean> edit(UUID id, Command command, Instant now) {
        return writer.live(db -> {
            String json = Json.write(command);
            return db.one("SELECT actor, at FROM outbox WHERE id=? AND state=0 AND sent=0",
                            r -> new Given(String.valueOf(r.getString(1)), r.getLong(2)), id)
                    .map(g -> {
                        db.update("UPDATE outbox SET command=?, sum=? WHERE id=?", json,
                                sum(Db.bytes(id), g.actor(), g.at(), json), id);
                        audit(db, now, g.actor(), EDITED, id);
                        return true;
                    })
                    .orElse(false);
        });
    }

    private record Given(String actor, long at) {}

    /// All that is in the outbox, in order.
    public List<QueuedCommand> outbox() {
        synchronized (reading) {
            return reader.list("SELECT * FROM outbox ORDER BY number", DeskDb::queued);
        }
    }

    private static QueuedCommand queued(ResultSet r) throws SQLException {
        return new QueuedCommand(
                envelope(r), r.getInt("state") == 1, r.getLong("seq"), r.getInt("tries"),
                Db.instantOrNull(r, "tried_at"), r.getInt("sent") > 0);
    }

    /// The first of those that the server has not settled, in order.
    public List<QueuedCommand> outbox(int limit) {
        synchronized (reading) {
            return reader.list("SELECT * FROM outbox WHERE state=0 ORDER BY number LIMIT ?", DeskDb::queued, limit);
        }
    }

    /// How many commands the server has not settled.
    public int waiting() {
        synchronized (reading) {
            return Math.toIntExact(reader.number("SELECT count(*) FROM outbox WHERE state=0"));
        }
    }

    /// How many refusals are not dismissed.
    public int refused() {
        synchronized (reading) {
            return Math.toIntExact(reader.number("SELECT count(*) FROM refused"));
        }
    }

    private static CommandEnvelope envelope(ResultSet r) throws SQLException {
        String command = r.getString("command");
        long sum = r.getLong("sum");
        if (!r.wasNull() && sum != sum(r.getBytes("id"), r.getString("actor"), r.getLong("at"), command)) {
            throw new ProtocolException("the stored action is damaged", null);
        }
        return new CommandEnvelope(
                Db.id(r, "id"), Db.id(r, "console"), r.getLong("number"), Db.idOrNull(r, "grp"), r.getString("actor"),
                Db.instant(r.getLong("at")), Db.instantOrNull(r, "heard_at"),
                Json.read(command, Command.class));
    }

    /// Stores the server's answers: a refusal is kept with its text, a done one moves to the settled commands and
    /// stays in the outbox, marked, until `forget`.
    public CompletableFuture<Void> settle(List<Settlement> answers, UUID epoch, Instant now) {
        return writer.live(db -> {
            for (Settlement s : answers) {
                settle(db, s, epoch, now);
            }
            return null;
        });
    }

    private static void settle(Db db, Settlement s, UUID epoch, Instant now) {
        boolean refused = s.status() == Settlement.Status.REFUSED;
        String actor = db.one("SELECT actor FROM outbox WHERE id=? AND state=0", r -> r.getString(1), s.id()).orElse(null);
        if (actor == null) {
            return;
        }
        audit(db, now, actor, refused ? REFUSED : DONE, s.id());
        if (refused) {
            Refusal code = s.code() == null ? Refusal.INTERNAL : s.code();
            db.update(
                    "INSERT OR REPLACE INTO refused(id,command,at,code,args) SELECT id,command,at,?,? FROM outbox WHERE id=?",
                    code.name(), Json.write(s.args()), s.id());
            // What was refused is told and never offered to another history: it was not done, and stays so.
            db.update("DELETE FROM outbox WHERE id=?", s.id());
            return;
        }
        db.update(
                """
                INSERT OR REPLACE INTO settled(id,console,number,grp,actor,at,heard_at,command,settled_at,epoch,sum)
                SELECT id,console,number,grp,actor,at,heard_at,command,?,?,sum FROM outbox WHERE id=?""",
                now, epoch, s.id());
        if (s.seq() == 0) {
            db.update("DELETE FROM outbox WHERE id=?", s.id());
        } else {
            db.update("UPDATE outbox SET state=1, seq=? WHERE id=?", s.seq(), s.id());
        }
    }

    /// Takes settled commands out of the outbox, once the stream has brought their effect.
    public CompletableFuture<Void> forget(List<UUID> ids) {
        return writer.live(db -> {
            ids.forEach(id -> db.update("DELETE FROM outbox WHERE id=? AND state=1", id));
            return null;
        });
    }

    /// The server's history was replaced: what another epoch had settled is offered again, before what waits. All of
    /// it gets new numbers under a new console identity, because the new history may know some of the old ones; each
    /// command's own id still keeps it from taking effect twice. Gives how many.
    public CompletableFuture<Integer> offerAgain(UUID epoch) {
        return writer.live(db -> {
            db.update("UPDATE outbox SET state=0, seq=0, sent=1 WHERE state=1");
            int n = db.update(
                    """
                    INSERT OR IGNORE INTO outbox(id,console,number,grp,actor,at,heard_at,command,state,seq,sent,sum)
                    SELECT id,console,number,grp,actor,at,heard_at,command,0,0,1,sum FROM settled WHERE epoch<>?""",
                    epoch);
            db.update("DELETE FROM settled WHERE epoch<>?", epoch);
            renumber(db, "at, number");
            return n;
        });
    }

    /// This console was cloned: a new identity, and new numbers for all that waits.
    public CompletableFuture<UUID> renew() {
        return writer.live(db -> renumber(db, "number"));
    }

    private UUID renumber(Db db, String order) {
        UUID fresh = UUID.randomUUID();
        set(db, CONSOLE, fresh.toString());
        long number = 1;
        for (UUID id : db.list("SELECT id FROM outbox WHERE state=0 ORDER BY " + order, r -> Db.id(r, "id"))) {
            db.update("UPDATE outbox SET console=?, number=? WHERE id=?", fresh, number++, id);
        }
        set(db, NEXT, Long.toString(number));
        console = fresh;
        return fresh;
    }

    /// Forgets settled commands older than `keep`.
    public CompletableFuture<Integer> prune(Instant now, Duration keep) {
        return writer.live(db -> db.update("DELETE FROM settled WHERE settled_at<?", now.minus(keep)));
    }

    /// Refusals not dismissed, newest first.
    public List<StoredRefusal> refusals() {
        synchronized (reading) {
            return reader.list(
                    "SELECT * FROM refused ORDER BY at DESC",
                    r -> new StoredRefusal(
                            Db.id(r, "id"), Json.read(r.getString("command"), Command.class),
                            Db.instant(r.getLong("at")), code(r.getString("code")), args(r.getString("args"))));
        }
    }

    /// A code that this version does not know is still a refusal.
    private static Refusal code(String name) {
        try {
            return Refusal.valueOf(name);
        } catch (IllegalArgumentException e) {
            return Refusal.INTERNAL;
        }
    }

    private static Map<String, String> args(String json) {
        try {
            return Json.mapper().readValue(json, ARGS);
        } catch (IOException e) {
            return Map.of();
        }
    }

    public CompletableFuture<Void> dismiss(UUID command, Instant now) {
        return writer.live(db -> {
            if (db.update("DELETE FROM refused WHERE id=?", command) > 0) {
                audit(db, now, "", DISMISSED, command);
            }
            return null;
        });
    }

    /// What the operator must be told about the desk's own files, oldest first.
    public List<DeskNote> notes() {
        synchronized (reading) {
            return reader.list("SELECT * FROM note ORDER BY n", r -> new DeskNote(
                    r.getLong("n"), Db.instant(r.getLong("at")), r.getString("code"), args(r.getString("args"))));
        }
    }

    public CompletableFuture<Void> note(Instant at, String code, Map<String, String> args) {
        return writer.live(db -> {
            insertNote(db, at, code, args);
            return null;
        });
    }

    private static void insertNote(Db db, Instant at, String code, Map<String, String> args) {
        db.update("INSERT INTO note(at,code,args) VALUES(?,?,?)", at, code, Json.write(args));
    }

    public CompletableFuture<Void> dismissNote(long n) {
        return writer.live(db -> {
            db.update("DELETE FROM note WHERE n=?", n);
            return null;
        });
    }

    /// Keeps what is being written; blank removes it.
    public CompletableFuture<Void> saveDraft(UUID about, String text) {
        return writer.live(db -> {
            if (text.isBlank()) {
                db.update("DELETE FROM draft WHERE about=?", about);
            } else {
                db.update("INSERT OR REPLACE INTO draft(about,text) VALUES(?,?)", about, text);
            }
            return null;
        });
    }

    /// Keeps words that were taken back, unless something newer is being written there.
    public CompletableFuture<Void> keepDraft(UUID about, String text) {
        return writer.live(db -> {
            db.update("INSERT OR IGNORE INTO draft(about,text) VALUES(?,?)", about, text);
            return null;
        });
    }

    /// Reads a draft after all writes before it.
    public CompletableFuture<Optional<String>> draft(UUID about) {
        return writer.live(db -> db.one("SELECT text FROM draft WHERE about=?", r -> r.getString(1), about));
    }

    /// From memory, without IO.
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /// All settings whose names begin so, by the rest of their names.
    public Map<String, String> settings(String prefix) {
        Map<String, String> all = new java.util.TreeMap<>();
        settings.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                all.put(key.substring(prefix.length()), value);
            }
        });
        return all;
    }

    /// Who last signed in here, with rights as the server gave them; needed to decide while it is away.
    public Optional<Actor> actor() {
        try {
            return setting(ACTOR).map(json -> Json.read(json, Actor.class));
        } catch (ProtocolException e) {
            return Optional.empty();
        }
    }

    public CompletableFuture<Void> putActor(Actor actor) {
        return putSetting(ACTOR, Json.write(actor));
    }

    public CompletableFuture<Void> putSetting(String key, String value) {
        settings.put(key, value);
        return writer.live(db -> set(db, key, value));
    }

    private @Nullable Void set(Db db, String key, String value) {
        db.update("INSERT OR REPLACE INTO setting(key,value) VALUES(?,?)", key, value);
        settings.put(key, value);
        return null;
    }

    /// How many lines the desk's own audit has; it only grows.
    public long auditLines() {
        synchronized (reading) {
            return reader.number("SELECT count(*) FROM audit");
        }
    }

    @Override
    public void close() {
        var _ = writer.live(db -> {
            DeskFile.closing(db);
            return null;
        });
        writer.close();
        synchronized (reading) {
            reader.close();
        }
    }
}
