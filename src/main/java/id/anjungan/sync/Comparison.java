package id.anjungan.sync;

import id.anjungan.protocol.HashAnswer;
import id.anjungan.protocol.RowHash;
import id.anjungan.protocol.Session;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheReader;
import id.anjungan.store.HeldRows;
import id.anjungan.store.StreamPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares what this desk holds with what the server says it should hold: a while after going live, so that a whole
/// city of desks does not ask at once, and then about every hour. Reads beside the cache's writer, in one state of the
/// file, and asks again at the same cursor before it believes in a difference. One thread at a time.
final class Comparison {
    private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);
    private static final Duration SOONEST = Duration.ofSeconds(20);
    private static final Duration SPREAD = Duration.ofMinutes(2);
    private static final Duration EVERY = Duration.ofHours(1);
    /// When it could not be compared.
    private static final Duration LATER = Duration.ofMinutes(5);

    /// `SAME`, `DIFFERS` also when asked again, or `UNKNOWN`: the two cannot be compared now.
    enum Result {
        SAME,
        DIFFERS,
        UNKNOWN
    }

    private final CacheDb cache;
    private final Http http;
    private volatile @Nullable Instant due;

    Comparison(CacheDb cache, Http http) {
        this.cache = cache;
        this.http = http;
    }

    /// The stream is live since now.
    void live(Instant now) {
        Instant planned = due;
        Instant next = now.plus(SOONEST).plus(some(SPREAD));
        if (planned == null || planned.isBefore(next)) {
            due = next;
        }
    }

    boolean due(Instant now) {
        Instant at = due;
        return at != null && !now.isBefore(at);
    }

    private static Duration some(Duration most) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis()));
    }

    /// Blocks while both sides read everything.
    Result compare(Session session, @Nullable Instant closedBefore, Instant now) throws InterruptedException {
        due = now.plus(LATER).plus(some(SPREAD));
        try (CacheReader reader = cache.reader()) {
            Result result = reader.still(held -> look(held, session, closedBefore));
            if (result != Result.UNKNOWN) {
                due = now.plus(EVERY).plus(some(SPREAD));
            }
            return result;
        } catch (UncheckedIOException e) {
            LOG.debug("not compared: {}", e.getMessage());
            return Result.UNKNOWN;
        } catch (CancellationException e) {
            throw new InterruptedException();
        }
    }

    private Result look(HeldRows held, Session session, @Nullable Instant closedBefore) {
        StreamPosition at = held.position();
        UUID epoch = at.epoch();
        if (epoch == null || at.loading() || !held.complete()) {
            return Result.UNKNOWN;
        }
        if (same(held, ask(session, epoch, at, closedBefore), closedBefore)) {
            return Result.SAME;
        }
        HashAnswer again = ask(session, epoch, at, closedBefore);
        return same(held, again, closedBefore) ? Result.SAME : Result.DIFFERS;
    }

    private HashAnswer ask(Session session, UUID epoch, StreamPosition at, @Nullable Instant closedBefore) {
        try {
            return http.hash(session.token(), epoch, at.cursor(), closedBefore);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static boolean same(HeldRows held, HashAnswer server, @Nullable Instant closedBefore) {
        RowHash mine = held.hash(new HashSet<>(server.changed()), closedBefore);
        boolean same = mine.rows() == server.rows() && mine.text().equals(server.hash());
        if (!same) {
            LOG.warn(
                    "this desk holds {} rows ({}) where the server counts {} ({}) at {}", mine.rows(), mine.text(),
                    server.rows(), server.hash(), server.after());
        }
        return same;
    }
}
