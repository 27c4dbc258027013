package id.anjungan.central;

import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Policy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One node at a time ticks; should it die, another does after a few seconds.
///
/// What time does by itself: deadlines missed, levels raised, claims of the absent ended, held answers let out. It
/// asks the store what is due, so a restart misses nothing. One thread of its own; each pass is short, and the next
/// comes half a second later.
final class Ticker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
    private static final Duration PACE = Duration.ofMillis(500);
    private static final Duration LATER = Duration.ofMinutes(1);
    private static final int BATCH = 200;
    /// A desk that was away for longer takes a new snapshot; a snapshot may be resumed for as long.
    static final Duration LOG_KEPT = Duration.ofDays(30);
    private static final Duration COMPACTION = Duration.ofHours(1);
    private static final int COMPACTED = 5_000;
    private static final String LEASE = "ticker";
    /// How long a dead node keeps the others from ticking.
    private static final Duration HELD = Duration.ofSeconds(5);

    /// How long who signed out at one desk may take to be heard at another; a live desk is heard every few seconds.
    static final Duration OTHER_DESK = Duration.ofSeconds(10);

    private final CentralStore store;
    private final Writer writer;
    private final SystemCommands decide;
    private final Sessions sessions;
    private final Outbound outbound;
    private final Thread thread;
    private final UUID self = UUID.randomUUID();
    private volatile CentralStore.@Nullable Lease lease;
    private Instant nextCompaction = Instant.MIN;
    private volatile boolean closing;

    Ticker(CentralStore store, Writer writer, SystemCommands decide, Sessions sessions, Outbound outbound) {
        this.store = store;
        this.writer = writer;
        this.decide = decide;
        this.sessions = sessions;
        this.outbound = outbound;
        this.thread = Thread.ofVirtual().name("central-ticker").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closing) {
            try {
                pass();
            } catch (RuntimeException e) {
                LOG.warn("a tick failed; the next one does its work", e);
            }
            java.util.concurrent.locks.LockSupport.parkNanos(PACE.toNanos());
        }
    }

    /// Does everything that is due now, unless another node does. Any thread; blocks until it is written.
    void pass() {
        sessions.leaveWord();
        if (writer.outdated()) {
            letGo();
            return;
        }
        tellOfWaiting();
        CentralStore.Lease mine = store.lease(LEASE, self, HELD).orElse(null);
        if (mine == null) {
            return;
        }
        lease = mine;
        List<UUID> due = store.due(decide.now(), BATCH);
        while (!due.isEmpty() && !closing) {
            tick(due, mine);
            due = due.size() < BATCH ? List.of() : store.due(decide.now(), BATCH);
        }
        releaseAbsent(mine);
        compact();
        outbound.release();
    }

    /// Each node tells of its own waiting; the alarm is one.
    private void tellOfWaiting() {
        Duration slowest = writer.pace().slowest();
        if (slowest.compareTo(Pace.SLOW) >= 0) {
            LOG.warn("work waited {} s for the database", slowest.toSeconds());
            var _ = writer.submit(Work.<Boolean>of(
                    tx -> {
                        boolean told = decide.slow(tx);
                        return base -> told;
                    },
                    (tx, incident) -> {
                        decide.alarm(tx, incident);
                        return base -> false;
                    }));
        }
    }

    private void tick(List<UUID> cases, CentralStore.Lease mine) {
        List<Work<Boolean>> work = new ArrayList<>();
        for (UUID id : cases) {
            work.add(Work.of(
                    Touch.of(List.of(id)),
                    tx -> {
                        if (!tx.stands(mine)) {
                            return base -> false;
                        }
                        Instant now = decide.now();
                        UUID command = Ids.of("tick", id.toString(), now.toString());
                        boolean changed = decide.give(tx, "ticker", command, new Command.Tick(id));
                        if (!changed) {
                            tx.postpone(id, now.plus(LATER));
                        }
                        return base -> changed;
                    },
                    (tx, incident) -> {
                        decide.alarm(tx, incident);
                        tx.postpone(id, decide.now().plus(LATER));
                        return base -> false;
                    }));
        }
        writer.submit(work);
        work.forEach(w -> Waits.on(w.answer()));
    }

    /// Lets go of the old log, an hour's worth at a time and in small steps while there is much.
    private void compact() {
        Instant now = decide.now();
        if (now.isBefore(nextCompaction)) {
            return;
        }
        int gone = store.compact(now, now.minus(LOG_KEPT), COMPACTED);
        store.blobs().forget(now.minus(Blobs.UNNAMED_KEPT));
        nextCompaction = gone < COMPACTED ? now.plus(COMPACTION) : now;
    }

    private void releaseAbsent(CentralStore.Lease mine) {
        Instant now = decide.now();
        Policy.Limits limits = decide.policy().limits();
        List<CentralStore.Held> all = store.held();
        if (!all.isEmpty()) {
            sessions.hearElsewhere();
        }
        for (CentralStore.Held held : all) {
            CentralStore.Heard heard = sessions.lastHeard(held.holder());
            Instant last = heard.at().isAfter(held.since()) ? heard.at() : held.since();
            // What was handed to somebody after that was handed to somebody who is away, not given up.
            boolean signedOut = heard.leaving() == CentralStore.Leaving.SIGNED_OUT && !held.since().isAfter(heard.at());
            Duration patience = signedOut
                    ? OTHER_DESK
                    : heard.leaving() == CentralStore.Leaving.LOSING_LINE ? limits.absenceOffline() : limits.absence();
            if (last.plus(patience).isBefore(now)) {
                release(held, signedOut, mine);
            }
        }
    }

    private void release(CentralStore.Held held, boolean signedOut, CentralStore.Lease mine) {
        UUID command = Ids.of("absent", held.id().toString(), Long.toString(held.fencing()));
        Waits.on(writer.submit(Work.<Boolean>of(
                tx -> {
                    if (!tx.stands(mine)) {
                        return base -> false;
                    }
                    boolean done = decide.give(
                            tx, "ticker", command, new Command.ReleaseAbsent(held.id(), held.fencing(), signedOut));
                    return base -> done;
                },
                (tx, incident) -> {
                    decide.alarm(tx, incident);
                    return base -> false;
                })));
    }

    @Override
    public void close() {
        closing = true;
        java.util.concurrent.locks.LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        letGo();
    }

    private void letGo() {
        CentralStore.Lease mine = lease;
        if (mine != null) {
            try {
                store.release(mine);
                lease = null;
            } catch (StoreException e) {
                LOG.debug("the lease ends by itself", e);
            }
        }
    }
}
