package id.anjungan.ui.wallboard;

import id.anjungan.domain.WallPlan;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which page the wall shows: the pages of the plan in their order, each as long as it says and only at its hours; and
/// the page of alarms when an emergency takes the wall, until somebody has acknowledged it or its time is over. Then the
/// page it was taken from has the time it had left. Counts monotonic nanoseconds, so no change of the clock makes a page
/// stay or jump. One thread.
final class Turner {
    private static final String ALARM = "alarm";

    private WallPlan plan = WallPlan.USUAL;
    private List<WallPlan.Page> turning = List.of();
    private int at = -1;
    private long since;
    private final Set<UUID> met = new HashSet<>();
    private @Nullable UUID taking;
    private long takenAt;

    /// What the wall shows: `kind` is empty when no page can be shown; `number` of `of` is its place among those that
    /// turn, 0 for a page that took the wall; `taking` is the alarm that did.
    record Turn(String kind, int number, int of, @Nullable UUID taking) {}

    void plan(WallPlan next) {
        plan = next;
    }

    /// The page at this moment. `usable` are pages with something to show that fit; `emergencies` the alarms of
    /// emergencies nobody has acknowledged, worst first.
    Turn turn(long nanos, int minuteOfDay, Set<String> usable, List<UUID> emergencies) {
        take(nanos, emergencies, usable.contains(ALARM));
        UUID holder = taking;
        if (holder != null) {
            return new Turn(ALARM, 0, turning.size(), holder);
        }
        List<WallPlan.Page> next = plan.pages().stream()
                .filter(p -> p.shown() && p.dueAt(minuteOfDay) && usable.contains(p.kind()))
                .toList();
        if (!next.equals(turning)) {
            replace(next, nanos);
        }
        if (turning.isEmpty()) {
            return new Turn("", 0, 0, null);
        }
        // Many pages may have gone by while the machine slept: the time is not made up for.
        if (at < 0 || nanos - since >= Duration.ofSeconds(turning.get(at).seconds()).toNanos()) {
            at = (at + 1) % turning.size();
            since = nanos;
        }
        return new Turn(turning.get(at).kind(), at + 1, turning.size(), null);
    }

    private void take(long nanos, List<UUID> emergencies, boolean possible) {
        met.retainAll(emergencies);
        UUID fresh = emergencies.stream().filter(id -> !met.contains(id)).findFirst().orElse(null);
        met.addAll(emergencies);
        if (fresh != null && possible) {
            if (taking == null) {
                since -= nanos;
            }
            taking = fresh;
            takenAt = nanos;
        } else if (taking != null) {
            boolean seen = !emergencies.contains(taking);
            if (seen || !possible || nanos - takenAt >= plan.take().toNanos()) {
                taking = null;
                since += nanos;
            }
        }
    }

    /// The page that is shown stays when it is still there.
    private void replace(List<WallPlan.Page> next, long nanos) {
        String shown = at < 0 || at >= turning.size() ? "" : turning.get(at).kind();
        int was = at;
        turning = next;
        at = -1;
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).kind().equals(shown)) {
                at = i;
                return;
            }
        }
        if (!next.isEmpty()) {
            at = Math.clamp(was, 0, next.size() - 1);
            since = nanos;
        }
    }

    /// The next page now, because somebody asks.
    void next(long nanos) {
        taking = null;
        at = turning.isEmpty() ? -1 : (at + 1) % turning.size();
        since = nanos;
    }
}
