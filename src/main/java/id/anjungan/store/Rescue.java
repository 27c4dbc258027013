package id.anjungan.store;

import id.anjungan.domain.Command;
import id.anjungan.protocol.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// What was rescued of a damaged `desk.db`: where the old file is kept, how many waiting actions, settled commands,
/// refusals and drafts went into the new one, and of how many actions, at least, the desk knows that they were given but
/// no more what they were. The order of steps leaves, at every moment, either the damaged file in place or a complete new one.
public record Rescue(Path kept, int waiting, int settled, int refused, int drafts, int lost) {
    private static final Logger LOG = LoggerFactory.getLogger(Rescue.class);
    private static final Duration REMEMBERED = Duration.ofDays(14);

    /// Copies the damaged file aside, makes a new one of what can be read, and puts it in its place.
    static Rescue of(Path file) {
        try {
            Path kept = Aside.copy(file);
            Path work = Aside.part(file, ".reading");
            Aside.delete(work);
            Aside.copy(file, work);
            Salvage found = Salvage.of(work);
            Aside.delete(work);
            Rescue r = build(Aside.part(file, ".rescuing"), found, kept);
            Files.move(Aside.part(file, ".rescuing"), done(file), StandardCopyOption.ATOMIC_MOVE);
            finish(file);
            LOG.error("desk.db was damaged; rescued {}", r);
            return r;
        } catch (IOException e) {
            throw new StoreException("desk.db is damaged and cannot be rescued: " + e.getMessage(), e);
        }
    }

    private static Path done(Path file) {
        return Aside.part(file, ".rescued");
    }

    /// Puts a new file that is complete in the place of the damaged one, also when the desk was killed before it did.
    static void finish(Path file) throws IOException {
        if (Files.exists(done(file))) {
            for (String end : Aside.PARTS.subList(1, Aside.PARTS.size())) {
                Files.deleteIfExists(Aside.part(file, end));
            }
            Files.move(done(file), file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static Rescue build(Path fresh, Salvage found, Path kept) throws IOException {
        Aside.delete(fresh);
        try (Db db = Db.writer(fresh, SynchronousMode.FULL)) {
            db.migrate(DeskSchema.STEPS);
            db.run("BEGIN IMMEDIATE");
            Rescue r = new Filling(db, found).fill(kept);
            db.run("COMMIT");
            db.run("PRAGMA wal_checkpoint(TRUNCATE)");
            return r;
        }
    }

    /// Writes what was found into a new file, leaving out what makes no sense.
    private static final class Filling {
        private final Db db;
        private final Salvage found;
        private final Set<String> ended = new HashSet<>();
        private final Set<String> dismissed = new HashSet<>();
        private final Set<String> known = new HashSet<>();

        Filling(Db db, Salvage found) {
            this.db = db;
            this.found = found;
        }

        Rescue fill(Path kept) {
            audit();
            int settled = count("settled", this::settled);
            int waiting = count("outbox", this::waiting);
            int refused = count("refused", this::refused);
            int drafts = count("draft", r -> put("INSERT OR IGNORE INTO draft(about,text) VALUES(?,?)", r, "about", "text"));
            count("setting", r -> put("INSERT OR IGNORE INTO setting(key,value) VALUES(?,?)", r, "key", "value"));
            return new Rescue(kept, waiting, settled, refused, drafts, lost());
        }

        private interface Keep {
            boolean keep(Salvage.Row r);
        }

        private int count(String table, Keep keep) {
            int n = 0;
            for (Salvage.Row r : found.rows(table)) {
                try {
                    n += keep.keep(r) ? 1 : 0;
                } catch (RuntimeException e) {
                    LOG.warn("a row of {} could not be kept: {}", table, e.getMessage());
                }
            }
            return n;
        }

        private boolean put(String sql, Salvage.Row r, String... columns) {
            Object[] values = new Object[columns.length];
            for (int i = 0; i < columns.length; i++) {
                values[i] = r.get(columns[i]);
            }
            return db.update(sql, values) > 0;
        }

        private void audit() {
            count("audit", r -> {
                String id = hex(r.id("command"));
                String what = String.valueOf(r.text("what"));
                switch (what) {
                    case DeskDb.DONE, DeskDb.REFUSED, DeskDb.CANCELLED -> ended.add(id);
                    case DeskDb.DISMISSED -> dismissed.add(id);
                    default -> {}
                }
                return put("INSERT INTO audit(at,actor,what,command) VALUES(?,?,?,?)", r, "at", "actor", "what", "command");
            });
        }

        private boolean settled(Salvage.Row r) {
            known.add(hex(r.id("id")));
            return readable(r) && put(
                    "INSERT OR IGNORE INTO settled(id,console,number,grp,actor,at,heard_at,command,settled_at,epoch,sum) VALUES(?,?,?,?,?,?,?,?,?,?,?)",
                    r, "id", "console", "number", "grp", "actor", "at", "heard_at", "command", "settled_at", "epoch", "sum");
        }

        /// A command that another part of the file knows to be settled or cancelled is an old copy of its row.
        private boolean waiting(Salvage.Row r) {
            String id = hex(r.id("id"));
            if (known.contains(id) || ended.contains(id)) {
                return false;
            }
            if (!readable(r)) {
                db.update("INSERT INTO aside(id,what,why) VALUES(?,?,?)", r.id("id"),
                        String.valueOf(r.get("command")), "damaged");
                return false;
            }
            known.add(id);
            return db.update(
                    "INSERT OR IGNORE INTO outbox(id,console,number,grp,actor,at,heard_at,command,state,seq,tries,tried_at,sent,sum) VALUES(?,?,?,?,?,?,?,?,0,0,?,?,?,?)",
                    r.get("id"), r.get("console"), r.number("number"), r.get("grp"), r.get("actor"), r.get("at"),
                    r.get("heard_at"), r.get("command"), r.number("tries"), r.get("tried_at"), r.number("sent"),
                    r.get("sum")) > 0;
        }

        private boolean refused(Salvage.Row r) {
            String id = hex(r.id("id"));
            known.add(id);
            Json.read(String.valueOf(r.text("command")), Command.class);
            return !dismissed.contains(id)
                    && put("INSERT OR IGNORE INTO refused(id,command,at,code,args) VALUES(?,?,?,?,?)",
                            r, "id", "command", "at", "code", "args");
        }

        private static boolean readable(Salvage.Row r) {
            byte[] id = r.id("id");
            String command = r.text("command");
            String actor = r.text("actor");
            if (id == null || command == null || actor == null) {
                return false;
            }
            Object sum = r.get("sum");
            try {
                Json.read(command, Command.class);
                return sum == null || r.number("sum") == DeskDb.sum(id, actor, r.number("at"), command);
            } catch (RuntimeException e) {
                return false;
            }
        }

        /// Actions of the last two weeks that were given and of which nothing else is known.
        private int lost() {
            List<Salvage.Row> audit = found.rows("audit");
            long newest = audit.stream().mapToLong(r -> r.number("at")).max().orElse(0);
            long from = newest - REMEMBERED.toNanos() / 1_000;
            Set<String> lost = new HashSet<>();
            for (Salvage.Row r : audit) {
                String id = hex(r.id("command"));
                if (DeskDb.QUEUED.equals(r.text("what")) && r.number("at") >= from && !ended.contains(id) && !known.contains(id)) {
                    lost.add(id);
                }
            }
            long damaged = db.number("SELECT count(*) FROM aside WHERE id IS NOT NULL");
            db.list("SELECT id FROM aside", x -> Db.id(x, "id")).forEach(x -> lost.remove(hex(Db.bytes(x))));
            return (int) Math.max(lost.size() + damaged, newest());
        }

        /// How many numbers the console has given after the last command that was found: the newest are gone, and what
        /// was noted of them with them.
        private long newest() {
            String console = null;
            long next = 1;
            for (Salvage.Row r : found.rows("setting")) {
                switch (String.valueOf(r.text("key"))) {
                    case DeskDb.CONSOLE -> console = String.valueOf(r.text("value")).replace("-", "");
                    case DeskDb.NEXT -> next = Long.parseLong(String.valueOf(r.text("value")));
                    default -> {}
                }
            }
            long last = 0;
            for (String table : List.of("outbox", "settled")) {
                for (Salvage.Row r : found.rows(table)) {
                    last = hex(r.id("console")).equals(console) ? Math.max(last, r.number("number")) : last;
                }
            }
            long accounted = ended.stream().filter(id -> !known.contains(id)).count();
            return last == 0 ? 0 : Math.max(0, next - 1 - last - accounted);
        }

        private static String hex(byte @Nullable [] id) {
            return id == null ? "" : HexFormat.of().formatHex(id);
        }
    }
}
