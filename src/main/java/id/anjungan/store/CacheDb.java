package id.anjungan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// `cache.db`: what the server sent, and the effect of what has not been settled yet. Rebuildable, so synchronous
/// NORMAL: a file found damaged at start is kept aside as `cache.db.damaged` and begun anew. Any thread; a write is a
/// future that completes after its commit, and after the listener was told what changed.
public final class CacheDb implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CacheDb.class);

    private final Path file;
    private final Writer writer;
    private final boolean rebuilt;
    private volatile Consumer<ChangeSet> listener = c -> {};
    private ChangeSet group = new ChangeSet();
    private @Nullable CacheTx bulkTx;

    private CacheDb(Path file, Db db, boolean rebuilt) {
        this.file = file;
        this.rebuilt = rebuilt;
        this.writer = new Writer("cache.db", db, this::begin, this::finishBulk, this::tell);
    }

    public static CacheDb open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new StoreException("cannot make the data directory: " + e.getMessage(), e);
        }
        try {
            return new CacheDb(file, sound(file), false);
        } catch (StoreException e) {
            LOG.warn("the cache is damaged and is begun anew: {}", e.getMessage());
            keepAside(file);
            return new CacheDb(file, sound(file), true);
        }
    }

    private static Db sound(Path file) {
        Db db = Db.writer(file, SynchronousMode.NORMAL);
        try {
            String found = db.one("PRAGMA quick_check(1)", r -> r.getString(1)).orElse("?");
            if (!found.equals("ok")) {
                throw new StoreException("quick_check: " + found, null);
            }
            db.migrate(CacheSchema.STEPS);
            return db;
        } catch (StoreException e) {
            closeQuietly(db);
            throw e;
        }
    }

    private static void closeQuietly(Db db) {
        try {
            db.close();
        } catch (StoreException e) {
            LOG.debug("closing a damaged file: {}", e.getMessage());
        }
    }

    private static void keepAside(Path file) {
        try {
            for (String end : List.of("", "-wal", "-shm")) {
                Path part = file.resolveSibling(file.getFileName() + end);
                if (Files.exists(part)) {
                    Files.move(part, file.resolveSibling(file.getFileName() + ".damaged" + end),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new StoreException("cannot set the damaged cache aside: " + e.getMessage(), e);
        }
    }

    /// Whether the file was damaged at start and has been begun anew.
    public boolean rebuilt() {
        return rebuilt;
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
        if (!group.isEmpty()) {
            listener.accept(group);
        }
        group = new ChangeSet();
    }

    public CompletableFuture<StreamPosition> position() {
        return write(tx -> new StreamPosition(
                tx.meta("epoch").map(UUID::fromString).orElse(null),
                tx.meta("cursor").map(Long::parseLong).orElse(0L),
                tx.meta("loading").isPresent(),
                tx.meta("position").orElse(null),
                tx.meta("s0").map(Long::parseLong).orElse(0L)));
    }

    /// A reader of its own, for one thread.
    public CacheReader reader() {
        return new CacheReader(Db.reader(file));
    }

    @Override
    public void close() {
        writer.close();
    }
}
