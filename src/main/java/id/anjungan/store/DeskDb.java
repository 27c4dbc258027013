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
import java.nio.file.Files;
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
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// `desk.db`: what this desk has promised and may not forget. Its commit is the acknowledgement of a key press, so it
/// is synchronous FULL. Outbox, settled commands (kept so that a restored server can be offered them again), refusals,
/// drafts, audit, settings. Any thread; writing is a future that completes after the commit.
public final class DeskDb implements AutoCloseable {
    private static final List<String> SCHEMA = List.of(
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
            """);
    private static final String CONSOLE = "console";
    private static final String ACTOR = "actor";
    private static final String NEXT = "next-number";
    private static final TypeReference<Map<String, String>> ARGS = new TypeReference<>() {};

    private final Writer writer;
    private final Db reader;
    private final Object reading = new Object();
    private final Map<String, String> settings = new ConcurrentHashMap<>();
    private volatile UUID console;

    private DeskDb(Db db, Path file) {
        db.migrate(SCHEMA);
        this.reader = Db.reader(file);
        reader.list("SELECT key, value FROM setting", r -> settings.put(r.getString(1), r.getString(2)));
        String known = settings.get(CONSOLE);
        this.console = known == null ? UUID.randomUUID() : UUID.fromString(known);
        this.writer = new Writer("desk.db", db, () -> {}, () -> {}, () -> {});
        if (known == null) {
            writer.live(d -> set(d, CONSOLE, console.toString())).join();
        }
    }

    /// Opens or makes the file. A damaged one is a `StoreException`: what it holds was promised, so nobody may
    /// throw it away unasked.
    public static DeskDb open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new StoreException("cannot make the data directory: " + e.getMessage(), e);
        }
        return new DeskDb(Db.writer(file, SynchronousMode.FULL), file);
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
                audit(db, e.at(), e.actor(), "queued", e.id());
                queued.add(new QueuedCommand(e, false, 0));
            }
            set(db, NEXT, Long.toString(next));
            return queued;
        });
    }

    private static void insertOutbox(Db db, CommandEnvelope e) {
        db.update(
                "INSERT INTO outbox(id,console,number,grp,actor,at,heard_at,command,state,seq) VALUES(?,?,?,?,?,?,?,?,0,0)",
                e.id(), e.console(), e.number(), e.group(), e.actor(), e.at(), e.heardAt(), Json.write(e.command()));
    }

    private static void audit(Db db, Instant at, String actor, String what, @Nullable UUID command) {
        db.update("INSERT INTO audit(at,actor,what,command) VALUES(?,?,?,?)", at, actor, what, command);
    }

    /// The next commands to send, in order.
    public List<CommandEnvelope> unsent(int limit) {
        synchronized (reading) {
            return reader.list("SELECT * FROM outbox WHERE state=0 ORDER BY number LIMIT ?", DeskDb::envelope, limit);
        }
    }

    /// All that is in the outbox, in order.
    public List<QueuedCommand> outbox() {
        synchronized (reading) {
            return reader.list(
                    "SELECT * FROM outbox ORDER BY number",
                    r -> new QueuedCommand(envelope(r), r.getInt("state") == 1, r.getLong("seq")));
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
        return new CommandEnvelope(
                Db.id(r, "id"), Db.id(r, "console"), r.getLong("number"), Db.idOrNull(r, "grp"), r.getString("actor"),
                Db.instant(r.getLong("at")), Db.instantOrNull(r, "heard_at"),
                Json.read(r.getString("command"), Command.class));
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
        if (s.status() == Settlement.Status.REFUSED) {
            db.update(
                    "INSERT OR REPLACE INTO refused(id,command,at,code,args) SELECT id,command,at,?,? FROM outbox WHERE id=?",
                    String.valueOf(s.code()), Json.write(s.args()), s.id());
        }
        db.update(
                """
                INSERT OR REPLACE INTO settled(id,console,number,grp,actor,at,heard_at,command,settled_at,epoch)
                SELECT id,console,number,grp,actor,at,heard_at,command,?,? FROM outbox WHERE id=?""",
                now, epoch, s.id());
        if (s.status() == Settlement.Status.REFUSED || s.seq() == 0) {
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
            db.update("UPDATE outbox SET state=0, seq=0 WHERE state=1");
            int n = db.update(
                    """
                    INSERT OR IGNORE INTO outbox(id,console,number,grp,actor,at,heard_at,command,state,seq)
                    SELECT id,console,number,grp,actor,at,heard_at,command,0,0 FROM settled
                    WHERE epoch<>? AND id NOT IN (SELECT id FROM refused)""",
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
                            Db.instant(r.getLong("at")), Refusal.valueOf(r.getString("code")),
                            args(r.getString("args"))));
        }
    }

    private static Map<String, String> args(String json) {
        try {
            return Json.mapper().readValue(json, ARGS);
        } catch (IOException e) {
            return Map.of();
        }
    }

    public CompletableFuture<Void> dismiss(UUID command) {
        return writer.live(db -> {
            db.update("DELETE FROM refused WHERE id=?", command);
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

    /// Reads a draft after all writes before it.
    public CompletableFuture<Optional<String>> draft(UUID about) {
        return writer.live(db -> db.one("SELECT text FROM draft WHERE about=?", r -> r.getString(1), about));
    }

    /// From memory, without IO.
    public Optional<String> setting(String key) {
        return Optional.ofNullable(settings.get(key));
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
        writer.close();
        synchronized (reading) {
            reader.close();
        }
    }
}
