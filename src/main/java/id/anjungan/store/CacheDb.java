package id.anjungan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// `cache.db`: what the server sent, and the effect of what has not been settled yet. Rebuildable, so synchronous
/// NORMAL: a file found damaged, at start or by a question while it runs, is kept aside under a dated name and begun
/// anew; `generation` then grows. Any thread; a write is a future that completes after its commit, and after the
/// listener was told what changed.
public final class CacheDb implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CacheDb.class);

    private final Path file;
    private final Db db;
    private final Writer writer;
    private final Checkpoints checkpoints;
    private final AtomicInteger generation = new AtomicInteger();
    private volatile @Nullable Path kept;
    private volatile Consumer<Path> onRebuilt = f -> {};
    private volatile Consumer<ChangeSet> listener = c -> {};
    private ChangeSet group = new ChangeSet();
    private @Nullable CacheTx bulkTx;

    private static final int KEPT_ASIDE = 2;

    private CacheDb(Path file, Db db, @Nullable Path kept) {
        this.file = file;
        this.db = db;
        this.kept = kept;
        this.writer = new Writer("cache.db", db, this::begin, this::finishBulk, this::tell);
        this.checkpoints = new Checkpoints(() -> Db.reader(file, generation::get, which -> {}));
        writer.onDamage(this::rebuild);
    }

    public static CacheDb open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new StoreException("cannot make the data directory: " + e.getMessage(), e);
        }
        try {
            return new CacheDb(file, sound(file), null);
        } catch (StoreException e) {
            if (!e.damaged()) {
                throw e;
            }
            LOG.warn("the cache is damaged and is begun anew: {}", e.getMessage());
            Path kept = Aside.move(file, KEPT_ASIDE);
            return new CacheDb(file, sound(file), kept);
        }
    }

    private static Db sound(Path file) {
        Db db = Db.writer(file, SynchronousMode.NORMAL);
        try {
            String found = db.one("PRAGMA quick_check(1)", r -> r.getString(1)).orElse("?");
            if (!found.equals("ok")) {
                throw StoreException.damaged("quick_check: " + found);
            }
            migrated(db);
            return db;
        } catch (StoreException e) {
            closeQuietly(db);
            throw e;
        }
    }

    /// A schema that is not what its number says, or newer than this program, is no use either: the cache can be had
    /// again. A disk that fails or a lock is another matter and is thrown as it is.
    private static void migrated(Db db) {
        if (db.number("PRAGMA user_version") > CacheSchema.STEPS.size()) {
            throw StoreException.damaged("the file was made by a newer version");
        }
        try {
            db.migrate(CacheSchema.STEPS);
            db.number("SELECT count(*) FROM meta");
        } catch (StoreException e) {
            boolean schema = String.valueOf(e.getMessage()).contains("already exists")
                    || String.valueOf(e.getMessage()).contains("no such");
            throw schema ? StoreException.damaged(String.valueOf(e.getMessage())) : e;
        }
    }

    private static void closeQuietly(Db db) {
        try {
            db.close();
        } catch (StoreException e) {
            LOG.debug("closing a damaged file: {}", e.getMessage());
        }
    }

    /// Where the file that was found damaged is kept; null when none was.
    public @Nullable Path keptAside() {
        return kept;
    }

    /// How many times the file was begun anew while it was open. Work that belongs to what the file held must end when
    /// this has grown.
    public int generation() {
        return generation.get();
    }

    /// Who is told, on the writer's thread, that a damaged file was replaced, and where it is kept.
    public void onRebuilt(Consumer<Path> hear) {
        onRebuilt = hear;
    }

    private void rebuild() {
        LOG.error("the cache is damaged and is begun anew");
        db.reopen(file, () -> kept = Aside.move(file, KEPT_ASIDE));
        migrated(db);
        generation.incrementAndGet();
        ChangeSet all = new ChangeSet();
        all.begunAnew();
        listener.accept(all);
        Path where = kept;
        if (where != null) {
            onRebuilt.accept(where);
        }
    }

    /// A reader has found the file of this generation damaged.
    private void foundDamaged(int which) {
        var _ = writer.live(d -> {
            if (which == generation.get()) {
                throw StoreException.damaged("a reader found the file damaged");
            }
            return null;
        });
    }

    /// Who is told, on the writer's thread, what each committed transaction changed. It must not block.
    public void onCommit(Consumer<ChangeSet> hear) {
        listener = hear;
    }

    /// Live work: one function, atomically.
    public <T extends @Nullable Object> CompletableFuture<T> write(Function<CacheTx, T> work) {
        return writer.live(db -> {
            ChangeSet mine = new ChangeSet();
            CacheTx tx = new CacheTx(db, mine);
            T value = work.apply(tx);
            tx.finish();
            group.add(mine);
            return value;
        });
    }

    /// Bulk work: steps in order, which may be spread over several transactions and yield to live work. Waits while
    /// too much is queued already.
    public CompletableFuture<Void> bulk(List<Consumer<CacheTx>> steps) {
        List<Consumer<Db>> inner = new ArrayList<>(steps.size());
        for (Consumer<CacheTx> step : steps) {
            inner.add(db -> step.accept(bulkTx(db)));
        }
        return writer.bulk(inner);
    }

    private void begin() {
        group = new ChangeSet();
        bulkTx = null;
    }

    /// All steps of one bulk transaction share what is gathered.
    private CacheTx bulkTx(Db db) {
        CacheTx tx = bulkTx;
        if (tx == null) {
            tx = new CacheTx(db, group);
            bulkTx = tx;
        }
        return tx;
    }

    private void finishBulk() {
        CacheTx tx = bulkTx;
        if (tx != null) {
            tx.finish();
        }
    }

    private void tell() {
        checkpoints.committed();
        if (!group.isEmpty()) {
            listener.accept(group);
        }
        group = new ChangeSet();
    }

    public CompletableFuture<StreamPosition> position() {
        return write(tx -> StreamPosition.read(tx::meta));
    }

    /// A reader of its own, for one thread.
    public CacheReader reader() {
        return new CacheReader(Db.reader(file, generation::get, this::foundDamaged));
    }

    @Override
    public void close() {
        checkpoints.close();
        writer.close();
    }
}
