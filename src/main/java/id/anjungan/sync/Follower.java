package id.anjungan.sync;

import id.anjungan.protocol.Frame;
import id.anjungan.protocol.FrameCodec;
import id.anjungan.protocol.ProtocolException;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheTx;
import id.anjungan.store.StreamPosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one open stream into the cache until it ends. What has arrived together becomes one transaction; one batch is
/// being written while the next is read, never more, so memory stays bounded. One thread.
final class Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int LONGEST_LINE = 8 << 20;
    private static final int LIVE_ROWS = 2_000;
    private static final int BULK_ROWS = 5_000;
    /// A batch of long records is full before it has its rows.
    private static final long FULL_BYTES = 16 << 20;
    private static final int KEPT_OF_LINE = 2_000;

    /// What the loop around must know.
    interface Owner {
        void progress(long loaded, long total);

        void live();

        void ephemeral(Frame.Ephemeral frame);

        /// The server's history may be another one.
        void history(UUID epoch);
    }

    private final CacheDb cache;
    private final Overlay overlay;
    private final ServerTime time;
    private final Owner owner;
    private Batch batch;
    private StreamPosition at;
    private CompletableFuture<?> inFlight = CompletableFuture.completedFuture(null);
    private final int generation;
    private int tooLong;

    Follower(CacheDb cache, Overlay overlay, ServerTime time, Owner owner, StreamPosition at) {
        this.cache = cache;
        this.overlay = overlay;
        this.time = time;
        this.owner = owner;
        this.at = at;
        this.batch = new Batch(overlay);
        this.generation = cache.generation();
    }

    /// Returns when the stream ends or must be opened anew.
    void follow(InputStream in) throws IOException {
        LineReader lines = new LineReader(in, LONGEST_LINE);
        if (!at.loading() && at.epoch() != null) {
            owner.live();
        }
        boolean boundary = false;
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            Frame frame = decoded(line);
            time.heard();
            if (frame instanceof Frame.Resync r) {
                restart(r);
                return;
            }
            boundary = frame == null ? boundary : take(frame);
            countTooLong(lines.dropped());
            boolean full = batch.size() >= (at.loading() ? BULK_ROWS : LIVE_ROWS) || batch.bytes() >= FULL_BYTES;
            boolean pause = boundary && !lines.ready() && (!at.loading() || inFlight.isDone());
            if (full || pause) {
                flush(tx -> {});
            }
        }
        flush(tx -> {});
        settle();
    }

    private @Nullable Frame decoded(byte[] line) {
        try {
            return line.length == 0 ? null : FrameCodec.decode(line).orElse(null);
        } catch (ProtocolException | IllegalArgumentException | NullPointerException | DateTimeException e) {
            LOG.warn("a line of the stream is set aside: {}", e.getMessage());
            String text = new String(line, 0, Math.min(line.length, KEPT_OF_LINE), StandardCharsets.UTF_8);
            batch.unreadable(text, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private void countTooLong(int dropped) {
        for (; tooLong < dropped; tooLong++) {
            batch.unreadable("", "a line longer than " + LONGEST_LINE + " bytes");
        }
    }

    /// Takes a frame in; true when the cache may be brought up to it.
    private boolean take(Frame frame) {
        switch (frame) {
            case Frame.Change c -> {
                batch.add(c);
                return false;
            }
            case Frame.Withdrawn w -> {
                batch.add(w);
                return false;
            }
            case Frame.Through t -> batch.through(t.seq());
            case Frame.Heartbeat h -> time.said(h.at());
            case Frame.Ephemeral e -> owner.ephemeral(e);
            case Frame.Snapshot s -> snapshot(s);
            case Frame.Resync _ -> {}
        }
        return true;
    }

    private void snapshot(Frame.Snapshot s) {
        owner.history(s.epoch());
        boolean going = at.loading() && s.epoch().equals(at.epoch()) && s.s0() == at.s0();
        if (!going) {
            flush(tx -> tx.beginSnapshot(s.epoch(), s.s0()));
            at = new StreamPosition(s.epoch(), 0, true, null, s.s0());
        }
        owner.progress(s.sent(), s.total());
        if (!s.done()) {
            batch.position(s.position());
            return;
        }
        flush(tx -> {});
        settle();
        List<UUID> gone = join(cache.write(tx -> {
            sameFile();
            return tx.endSnapshot(s.s0());
        }));
        bulk(gone.stream().<Consumer<CacheTx>>map(id -> tx -> tx.sweep(id)).toList());
        join(overlay.load());
        at = new StreamPosition(s.epoch(), s.s0(), false, null, s.s0());
        owner.live();
        Docs.write(cache);
    }

    private void restart(Frame.Resync r) {
        LOG.info("the server asks for a new snapshot: {}", r.reason());
        settle();
        owner.history(r.epoch());
        join(cache.write(tx -> {
            tx.forgetPosition();
            return null;
        }));
    }

    private void flush(Consumer<CacheTx> last) {
        List<Consumer<CacheTx>> steps = new ArrayList<>();
        steps.add(tx -> sameFile());
        steps.addAll(batch.steps(last));
        batch = new Batch(overlay);
        if (at.loading()) {
            bulk(steps);
            return;
        }
        settle();
        inFlight = cache.write(tx -> {
            steps.forEach(s -> s.accept(tx));
            return null;
        });
    }

    /// What follows belongs to what the file held; in one that was begun anew it would leave holes that nobody sees.
    private void sameFile() {
        if (cache.generation() != generation) {
            throw new IllegalStateException("the cache was begun anew; the stream must be, too");
        }
    }

    private void bulk(List<Consumer<CacheTx>> steps) {
        settle();
        inFlight = cache.bulk(steps);
    }

    /// Waits for the batch that is being written; its failure ends this stream.
    private void settle() {
        join(inFlight);
        inFlight = CompletableFuture.completedFuture(null);
    }

    static <T> T join(CompletableFuture<T> f) {
        try {
            return f.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : e;
        }
    }
}
