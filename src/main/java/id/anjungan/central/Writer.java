package id.anjungan.central;

import id.anjungan.domain.Policy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of a node. Takes what waits in groups of at most 200: while one group is being synced to the disk
/// the next gathers, which is what makes many commits cheap. A piece of work that throws is forgotten inside its
/// group and tried alone; failing alone three times while the database is well, it is poisoned. When the database is
/// not well nobody is answered, and the giver tries again.
final class Writer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    static final int GROUP = 200;
    private static final int TRIES = 3;
    private static final int URGENT_BOUND = 5_000;
    private static final int BULK_BOUND = 1_000;

    private final CentralStore store;
    private final Policy policy;
    private final Head head;
    private final WorkQueue queue = new WorkQueue(URGENT_BOUND, BULK_BOUND);
    private final Pace pace = new Pace(System::nanoTime);
    private final Thread thread;
    private volatile boolean outdated;

    Writer(CentralStore store, Policy policy, Head head) {
        this.store = store;
        this.policy = policy;
        this.head = head;
        this.thread = Thread.ofPlatform().name("central-writer").start(this::run);
    }

    Pace pace() {
        return pace;
    }

    /// Gives people's work; `Problem.busy` when too much waits.
    void submit(Collection<? extends Work<?>> work) {
        if (!queue.offer(work)) {
            throw Problem.busy();
        }
    }

    <R> CompletableFuture<R> submit(Work<R> work) {
        submit(List.of(work));
        return work.answer();
    }

    /// Gives deliveries, waiting for room.
    void deliver(Collection<? extends Work<?>> work) throws InterruptedException {
        if (!queue.put(work)) {
            throw Problem.closing();
        }
    }

    private void run() {
        try {
            List<Work<?>> group = queue.take(GROUP);
            while (!group.isEmpty()) {
                try {
                    settle(group);
                } catch (RuntimeException | StackOverflowError e) {
                    LOG.error("a group was lost on its way", e);
                    unanswered(group);
                }
                group = queue.take(GROUP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void settle(List<Work<?>> group) {
        pace.waits();
        List<Work<?>> failed = new ArrayList<>();
        List<Done<?>> done = new ArrayList<>();
        long base = 0;
        try {
            List<Touch> touches = group.stream().map(Work::touch).toList();
            base = store.write(policy, tx -> {
                done.clear();
                failed.clear();
                tx.expect(touches);
                for (Work<?> w : group) {
                    int mark = tx.mark();
                    try {
                        done.add(Done.of(w, tx));
                    } catch (StoreException e) {
                        throw e;
                    } catch (RuntimeException e) {
                        tx.rollback(mark);
                        failed.add(w);
                    }
                }
            });
            pace.written();
            head.moved(store.head());
        } catch (OtherPolicy e) {
            outdated(e);
            done.clear();
            failed.clear();
            failed.addAll(group);
        } catch (RuntimeException e) {
            if (Away.is(e) || !well()) {
                LOG.error("the database does not take writes; {} pieces of work are not answered", group.size(), e);
                unanswered(group);
                return;
            }
            LOG.warn("a group of {} is done one by one, because it failed whole", group.size(), e);
            done.clear();
            failed.clear();
            failed.addAll(group);
        }
        for (Done<?> d : done) {
            d.answer(base);
        }
        for (int i = 0; i < failed.size(); i++) {
            if (!alone(failed.get(i))) {
                unanswered(failed.subList(i, failed.size()));
                return;
            }
        }
    }

    /// Whether this node was found to decide by a profile that is not in effect. It then decides nothing more.
    boolean outdated() {
        return outdated;
    }

    private void outdated(OtherPolicy e) {
        if (!outdated) {
            outdated = true;
            LOG.error("{}; nothing is decided here until it is started with that profile", e.getMessage());
        }
    }

    private static void unanswered(List<Work<?>> work) {
        work.forEach(w -> w.answer().completeExceptionally(Problem.away()));
    }

    private record Done<R>(Work<R> work, LongFunction<R> answer) {
        static <R> Done<R> of(Work<R> work, Tx tx) {
            return new Done<>(work, work.effect().stage(tx));
        }

        void answer(long base) {
            try {
                work.answer().complete(answer.apply(base));
            } catch (RuntimeException e) {
                work.answer().completeExceptionally(e);
            }
        }
    }

    /// False when the database went away meanwhile: then the work was not to blame.
    private <R> boolean alone(Work<R> work) {
        @Nullable RuntimeException last = null;
        for (int i = 0; i < TRIES; i++) {
            last = attempt(work, work.effect());
            if (last == null) {
                return true;
            }
            if (last instanceof OtherPolicy other) {
                outdated(other);
                work.answer().completeExceptionally(Problem.otherPolicy());
                return true;
            }
            if (Away.is(last)) {
                LOG.error("the database does not take writes", last);
                return false;
            }
        }
        if (!well()) {
            LOG.error("the database does not take writes", last);
            return false;
        }
        String incident = UUID.randomUUID().toString();
        LOG.error("a piece of work fails alone, incident {}", incident, last);
        RuntimeException e = attempt(work, tx -> work.poisoned().stage(tx, incident));
        if (e != null) {
            LOG.error("incident {} could not be recorded", incident, e);
            work.answer().completeExceptionally(Problem.away());
        }
        return true;
    }

    /// Null when it was done and answered.
    private <R> @Nullable RuntimeException attempt(Work<R> work, Work.Effect<R> effect) {
        List<LongFunction<R>> answer = new ArrayList<>();
        try {
            long base = store.write(policy, tx -> {
                answer.clear();
                tx.expect(List.of(work.touch()));
                answer.add(effect.stage(tx));
            });
            pace.written();
            head.moved(store.head());
            work.answer().complete(answer.getFirst().apply(base));
            return null;
        } catch (RuntimeException e) {
            return e;
        }
    }

    private boolean well() {
        try {
            store.write(policy, tx -> {});
            pace.written();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /// Settles what waits, then stops.
    @Override
    public void close() {
        queue.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
