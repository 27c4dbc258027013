package id.anjungan.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// Opens `desk.db` so that nothing in it is lost unsaid: a damaged file is rescued, one of a newer version or in use by
/// another program is left alone and refused, and a journal that somebody took away is noticed.
final class DeskFile {
    /// The setting that says a desk has the file open; only then may there be no journal.
    private static final String OPEN = "open";
    private static final String MARK = "opened-at";
    /// What bytes 18 and 19 of a file with a write-ahead log say.
    private static final byte WAL_MODE = 2;

    /// An open file, and what the operator must be told of it: `code` and `args` of a note.
    record Opened(Db db, @Nullable String code, Map<String, String> args) {}

    private DeskFile() {}

    static Opened open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Rescue.finish(file);
            Path wal = Aside.part(file, "-wal");
            boolean journal = Files.exists(wal) && Files.size(wal) > 0;
            if (damagedUnseen(file)) {
                return rescued(file);
            }
            return opened(file, journal);
        } catch (IOException e) {
            throw new StoreException("cannot open desk.db: " + e.getMessage(), e);
        }
    }

    private static Opened opened(Path file, boolean journal) {
        Db db = null;
        try {
            db = Db.writer(file, SynchronousMode.FULL);
            checked(db);
            boolean gone = !journal && "1".equals(setting(db, OPEN));
            mark(db);
            return gone ? new Opened(db, DeskDb.NOTE_JOURNAL, Map.of()) : new Opened(db, null, Map.of());
        } catch (StoreException e) {
            if (db != null) {
                closeQuietly(db);
            }
            if (e.damaged()) {
                return rescued(file);
            }
            throw e;
        }
    }

    /// What SQLite would pass over without a word: commits behind a damaged place of the journal, a journal to a file
    /// that was cut to nothing, and a header that says there is no journal.
    private static boolean damagedUnseen(Path file) throws IOException {
        Path wal = Aside.part(file, "-wal");
        boolean journal = Files.exists(wal) && Files.size(wal) > 0;
        if (!Files.exists(file)) {
            return journal;
        }
        byte[] head = new byte[20];
        int n;
        try (InputStream in = Files.newInputStream(file)) {
            n = in.readNBytes(head, 0, head.length);
        }
        boolean cut = n < head.length && (n > 0 || journal);
        boolean versions = n == head.length && (head[18] != WAL_MODE || head[19] != WAL_MODE);
        return cut || versions || WalFile.read(wal).damaged();
    }

    private static Opened rescued(Path file) {
        Rescue r = Rescue.of(file);
        Db db = Db.writer(file, SynchronousMode.FULL);
        checked(db);
        mark(db);
        return new Opened(db, DeskDb.NOTE_RESCUED, Map.of(
                "file", String.valueOf(r.kept().getFileName()), "waiting", "" + r.waiting(), "settled", "" + r.settled(),
                "refused", "" + r.refused(), "drafts", "" + r.drafts(), "lost", "" + r.lost()));
    }

    private static void checked(Db db) {
        String found = db.one("PRAGMA integrity_check(1)", r -> r.getString(1)).orElse("?");
        if (!found.equals("ok")) {
            throw StoreException.damaged("integrity_check: " + found);
        }
        long version = db.number("PRAGMA user_version");
        boolean tables = db.number("SELECT count(*) FROM sqlite_schema WHERE name='setting'") > 0;
        String ours = tables ? setting(db, DeskSchema.VERSION) : null;
        if (ours != null && !ours.equals(Long.toString(version))) {
            throw StoreException.damaged("the file's header says schema " + version + ", its content " + ours);
        }
        db.migrate(DeskSchema.STEPS, DeskFile::versioned);
    }

    private static void versioned(Db db, int version) {
        db.update("INSERT OR REPLACE INTO setting(key,value) VALUES(?,?)", DeskSchema.VERSION, "" + version);
    }

    private static @Nullable String setting(Db db, String key) {
        return db.one("SELECT value FROM setting WHERE key=?", r -> r.getString(1), key).orElse(null);
    }

    /// The main file says that it is open, and the journal is not empty from now on.
    private static void mark(Db db) {
        set(db, OPEN, "1");
        db.run("PRAGMA wal_checkpoint(TRUNCATE)");
        set(db, MARK, Long.toString(db.number("SELECT count(*) FROM audit")));
    }

    /// To be called when nothing else is written any more.
    static void closing(Db db) {
        set(db, OPEN, "0");
    }

    private static void set(Db db, String key, String value) {
        db.update("INSERT OR REPLACE INTO setting(key,value) VALUES(?,?)", key, value);
    }

    private static void closeQuietly(Db db) {
        try {
            db.close();
        } catch (StoreException e) {
            // The file is damaged; that it cannot be closed in order says nothing new.
            return;
        }
    }
}
