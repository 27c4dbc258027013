package id.anjungan.state;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Alarm;
import id.anjungan.domain.Case;
import id.anjungan.domain.Change;
import id.anjungan.domain.Command;
import id.anjungan.domain.Context;
import id.anjungan.domain.Decide;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Policy;
import id.anjungan.domain.TickRules;
import id.anjungan.domain.View;
import id.anjungan.store.CacheReader;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Alarms this desk raises itself while the server is away, by the same rule as the server's ticker. They have the
/// server's keys and ids, so when it is back they and its own are one. `check` is the projector's; reading any thread's.
final class ProvisionalAlarms {
    private static final Actor TICKER = Actor.system("ticker");

    private final Map<UUID, Alarm> raised = new ConcurrentHashMap<>();
    private final Map<UUID, Instant> next = new HashMap<>();

    /// Ticks the open cases on which alarms are raised and whose time has come; true when there is a new alarm.
    boolean check(CacheReader reader, OpenCases open, Policy policy, Instant now) {
        boolean changed = false;
        for (OpenCases.Open o : open.all()) {
            boolean due = policy.escalation().alarmOn().contains(o.priority())
                    && !next.getOrDefault(o.id(), Instant.MIN).isAfter(now);
            Case c = due ? reader.find(Case.class, o.id()).orElse(null) : null;
            if (c != null) {
                changed |= tick(reader, c, policy, now);
            }
        }
        return changed;
    }

    private boolean tick(CacheReader reader, Case c, Policy policy, Instant now) {
        Case reached = c;
        boolean changed = false;
        // A missed clock and the level that follows from it are two steps; a few settle any case.
        for (int step = 0; step < 8; step++) {
            Optional<Instant> at = TickRules.nextTick(reached, policy);
            if (at.isEmpty() || at.get().isAfter(now)) {
                next.put(c.id(), at.orElse(Instant.MAX));
                return changed;
            }
            Case before = reached;
            View view = id -> id.equals(before.id())
                    ? Optional.of(before)
                    : Optional.<Entity>ofNullable(raised.get(id)).or(() -> reader.find(Entity.class, id));
            Decision d = Decide.decide(
                    view, new Command.Tick(c.id()),
                    new Context(TICKER, policy, now, now, Ids.of("provisional", c.id().toString()), true));
            if (!(d instanceof Decision.Accepted(java.util.List<Change> changes)) || changes.isEmpty()) {
                break;
            }
            for (Change x : changes) {
                if (x instanceof Change.Put(Entity e)) {
                    changed |= e instanceof Alarm a && raised.put(a.id(), a) == null;
                    reached = e instanceof Case k ? k : reached;
                }
            }
        }
        next.put(c.id(), now.plusSeconds(1));
        return changed;
    }

    /// A case has changed: look at it anew.
    void changed(UUID caseId) {
        next.remove(caseId);
    }

    /// The server is back and raises its own.
    boolean clear() {
        next.clear();
        boolean had = !raised.isEmpty();
        raised.clear();
        return had;
    }

    Collection<Alarm> raised() {
        return raised.values();
    }

    Optional<Entity> find(UUID id) {
        return Optional.ofNullable(raised.get(id));
    }
}
