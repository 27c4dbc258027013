package id.anjungan.sync;

import id.anjungan.domain.Change;
import id.anjungan.domain.Command;
import id.anjungan.domain.Context;
import id.anjungan.domain.Decide;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Refusal;
import id.anjungan.domain.View;
import id.anjungan.protocol.CommandEnvelope;
import id.anjungan.protocol.Settlement;
import id.anjungan.store.CacheDb;
import id.anjungan.store.CacheTx;
import id.anjungan.store.DeskDb;
import id.anjungan.store.QueuedCommand;
import id.anjungan.store.StoreException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Effective = base + pending: the effect of commands the server has not settled, laid over what it sent. It is derived
/// again at start, after a server change of a touched entity, and after each refusal, only for the entities that hang
/// together with what changed. Its own state lives on the cache's writer thread; the futures are any thread's.
public final class Overlay {
    private static final Logger LOG = LoggerFactory.getLogger(Overlay.class);

    private final CacheDb cache;
    private final DeskDb desk;
    private final Rules rules;
    private final Map<UUID, Pending> pending = new LinkedHashMap<>();
    private final Map<UUID, Set<Pending>> byEntity = new HashMap<>();
    private volatile Map<UUID, List<UUID>> waitingByEntity = Map.of();

    public Overlay(CacheDb cache, DeskDb desk, Rules rules) {
        this.cache = cache;
        this.desk = desk;
        this.rules = rules;
    }

    /// More things than any one command makes.
    private static final int MADE = 16;

    private static final class Pending {
        final CommandEnvelope command;
        final Set<UUID> ids = new HashSet<>();
        final Set<UUID> made = new HashSet<>();
        boolean settled;
        boolean effected;
        long seq;
        @Nullable Decision decision;

        Pending(QueuedCommand q) {
            command = q.envelope();
            settled = q.settled();
            seq = q.seq();
            ids.addAll(command.command().touches());
            for (int n = 0; n < MADE; n++) {
                made.add(Ids.ofCommand(command.id(), n));
            }
        }
    }

    /// A command as decided on this desk, and the touched entities as they were before it.
    public record Submitted(UUID id, Command command, Decision decision, List<Entity> before) {
        public Submitted {
            before = List.copyOf(before);
        }
    }

    /// Derives everything again from the outbox: at start, and when the outbox was changed as a whole.
    public CompletableFuture<Void> load() {
        return cache.write(tx -> {
            reload(tx);
            return null;
        });
    }

    void reload(CacheTx tx) {
        pending.clear();
        byEntity.clear();
        tx.restore(tx.overlaid());
        for (QueuedCommand q : desk.outbox()) {
            Pending p = new Pending(q);
            pending.put(p.command.id(), p);
            apply(tx, p);
        }
        publish();
    }

    /// Decides commands on the effective state, makes the accepted ones durable in one commit of `desk.db`, then shows
    /// their effect. `more` finds what only this desk knows (provisional alarms). A failing disk fails the future.
    /// `group` says that they belong together.
    public CompletableFuture<List<Submitted>> submit(
            List<? extends Command> commands, @Nullable UUID group, Instant at, @Nullable Instant heardAt, View more) {
        return cache.write(tx -> {
            List<Submitted> all = new ArrayList<>();
            List<DeskDb.ToQueue> queue = new ArrayList<>();
            Map<UUID, Entity> ahead = new HashMap<>();
            View view = id -> Optional.ofNullable(ahead.get(id)).or(() -> tx.find(id)).or(() -> more.find(id));
            for (Command c : commands) {
                UUID id = UUID.randomUUID();
                List<Entity> before = c.touches().stream().flatMap(t -> view.find(t).stream()).toList();
                Decision d = decided(view, c, id, at);
                all.add(new Submitted(id, c, d, before));
                if (d instanceof Decision.Accepted(List<Change> changes) && !changes.isEmpty()) {
                    changes.forEach(x -> put(ahead, x));
                    queue.add(new DeskDb.ToQueue(id, group, rules.actor().id(), at, heardAt, c));
                }
            }
            if (!queue.isEmpty()) {
                show(tx, durable(desk.enqueue(queue)), all);
            }
            return all;
        });
    }

    private static void put(Map<UUID, Entity> ahead, Change change) {
        if (change instanceof Change.Put(Entity e)) {
            ahead.put(e.id(), e);
        }
    }

    /// What became of an attempt to take back or change a waiting command.
    public enum Outcome {
        DONE,
        /// It was sent and may have taken effect; the server's answer must be awaited.
        SENT,
        /// It does not wait any more.
        GONE,
        /// As changed, it would be refused.
        REFUSED
    }

    /// `why` is set when what was changed would be refused; the command then stays as it was.
    public record Edited(Outcome outcome, Decision.@Nullable Refused why) {}

    /// Whether nothing that waits was built on this: it is the latest to touch each of its things. Any thread.
    public boolean isLast(Submitted s) {
        return s.command().touches().stream().allMatch(id -> {
            List<UUID> all = waiting(id);
            return !all.isEmpty() && all.getLast().equals(s.id());
        });
    }

    /// Takes back a command that has not been sent, and its effect with it.
    public CompletableFuture<Outcome> cancel(UUID id, Instant now) {
        return cache.write(tx -> {
            if (!durable(desk.cancel(id, now))) {
                return whyNot(id);
            }
            reload(tx);
            return Outcome.DONE;
        });
    }

    /// Changes a command that has not been sent. It keeps its place, and its identity, which no server has seen.
    public CompletableFuture<Edited> edit(UUID id, Command changed, Instant now) {
        return cache.write(tx -> {
            Pending was = pending.get(id);
            if (was == null || !durable(desk.edit(id, changed, now))) {
                return new Edited(whyNot(id), null);
            }
            reload(tx);
            Pending is = pending.get(id);
            boolean fine = !(was.decision instanceof Decision.Refused);
            Decision then = is == null ? null : is.decision;
            if (fine && then instanceof Decision.Refused why && durable(desk.edit(id, was.command.command(), now))) {
                reload(tx);
                return new Edited(Outcome.REFUSED, why);
            }
            return new Edited(Outcome.DONE, null);
        });
    }

    private Outcome whyNot(UUID id) {
        Pending p = pending.get(id);
        return p == null || p.settled ? Outcome.GONE : Outcome.SENT;
    }

    private static <T> T durable(CompletableFuture<T> write) {
        try {
            return write.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException r ? r : e;
        }
    }

    private void show(CacheTx tx, List<QueuedCommand> queued, List<Submitted> all) {
        Map<UUID, Decision> decisions = new HashMap<>();
        all.forEach(s -> decisions.put(s.id(), s.decision()));
        for (QueuedCommand q : queued) {
            Pending p = new Pending(q);
            pending.put(p.command.id(), p);
            p.decision = decisions.get(p.command.id());
            if (p.decision instanceof Decision.Accepted(List<Change> changes)) {
                lay(tx, p, changes);
            }
        }
        publish();
    }

    private Context context(UUID id, Instant at) {
        return new Context(rules.actor(), rules.policy(), at, at, id, true);
    }

    private void apply(CacheTx tx, Pending p) {
        Decision d = decided(tx, p.command.command(), p.command.id(), p.command.at());
        p.decision = d;
        lay(tx, p, d instanceof Decision.Accepted(List<Change> changes) ? changes : List.of());
    }

    /// A decision that throws is a fault of this program. For a new action it is a refusal, so that nobody believes it
    /// done; one that waits is shown without effect and sent all the same, since the server decides.
    private Decision decided(View view, Command c, UUID id, Instant at) {
        try {
            return Decide.decide(view, c, context(id, at));
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            String incident = id.toString();
            LOG.error("deciding {} failed, incident {}", c.getClass().getSimpleName(), incident, e);
            return new Decision.Refused(Refusal.INTERNAL, Map.of("incident", incident));
        }
    }


    private void lay(CacheTx tx, Pending p, List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Put(Entity e)) {
                tx.overlay(e);
                p.ids.add(e.id());
            }
        }
        p.ids.forEach(id -> byEntity.computeIfAbsent(id, i -> new HashSet<>()).add(p));
    }

    /// Whether a change of this entity means deriving again. Writer thread.
    boolean concerns(UUID id) {
        return byEntity.containsKey(id);
    }

    /// The server has changed these entities, and is complete up to `through` (−1: unknown). A command one of whose
    /// own things has come from the server is in what the server sent.
    void serverChanged(CacheTx tx, Collection<UUID> changed, long through) {
        Set<UUID> seeds = new HashSet<>();
        List<UUID> gone = new ArrayList<>();
        for (UUID id : changed) {
            for (Pending p : byEntity.getOrDefault(id, Set.of())) {
                p.effected |= p.made.contains(id);
                seeds.add(id);
            }
        }
        for (Pending p : List.copyOf(pending.values())) {
            if (p.settled && (p.effected || (through >= 0 && p.seq <= through))) {
                gone.add(p.command.id());
                seeds.addAll(p.ids);
                pending.remove(p.command.id());
            }
        }
        derive(tx, seeds);
        if (!gone.isEmpty()) {
            var _ = desk.forget(gone);
        }
    }

    /// The server has answered; `desk.db` knows already.
    CompletableFuture<Void> settled(List<Settlement> answers) {
        return cache.write(tx -> {
            Set<UUID> seeds = new HashSet<>();
            List<UUID> gone = new ArrayList<>();
            long cursor = tx.meta("cursor").map(Long::parseLong).orElse(-1L);
            for (Settlement s : answers) {
                Pending p = pending.get(s.id());
                if (p == null) {
                    continue;
                }
                boolean shown = s.status() == Settlement.Status.REFUSED || p.effected || s.seq() <= cursor;
                if (shown) {
                    pending.remove(s.id());
                    seeds.addAll(p.ids);
                    gone.add(s.id());
                } else {
                    p.settled = true;
                    p.seq = s.seq();
                }
            }
            derive(tx, seeds);
            if (!gone.isEmpty()) {
                var _ = desk.forget(gone);
            }
            return null;
        });
    }

    /// Resets everything that hangs together with these entities to its base and lays the rest of the commands over it.
    private void derive(CacheTx tx, Set<UUID> seeds) {
        if (seeds.isEmpty()) {
            return;
        }
        Set<UUID> ids = new HashSet<>(seeds);
        Set<Pending> again = new HashSet<>();
        ArrayDeque<UUID> todo = new ArrayDeque<>(seeds);
        while (!todo.isEmpty()) {
            for (Pending p : byEntity.getOrDefault(todo.removeFirst(), Set.of())) {
                if (again.add(p)) {
                    p.ids.stream().filter(ids::add).forEach(todo::add);
                }
            }
        }
        tx.restore(ids);
        ids.forEach(byEntity::remove);
        for (Pending p : pending.values()) {
            if (again.contains(p) && !p.effected) {
                apply(tx, p);
            }
        }
        publish();
    }

    private void publish() {
        Map<UUID, List<UUID>> now = new HashMap<>();
        pending.values().stream().filter(p -> !p.settled).forEach(p -> p.ids.forEach(
                id -> now.computeIfAbsent(id, i -> new ArrayList<>()).add(p.command.id())));
        waitingByEntity = now;
    }

    /// The commands that touch this entity and have not been settled, in order. Any thread.
    public List<UUID> waiting(UUID entity) {
        return waitingByEntity.getOrDefault(entity, List.of());
    }
}
