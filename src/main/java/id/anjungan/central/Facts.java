package id.anjungan.central;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Case;
import id.anjungan.domain.Chat;
import id.anjungan.domain.Claim;
import id.anjungan.domain.Entity;
import id.anjungan.domain.Entry;
import id.anjungan.domain.Incident;
import id.anjungan.domain.Message;
import id.anjungan.domain.Person;
import id.anjungan.domain.Policy;
import id.anjungan.domain.TickRules;
import id.anjungan.domain.WallPlan;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the server looks rows up by, taken out of an entity under a policy. Stateless, any thread.
final class Facts {
    private final Policy policy;

    Facts(Policy policy) {
        this.policy = policy;
    }

    Row.Facts of(Entity e) {
        return switch (e) {
            case Case c -> {
                Claim held = c.claim();
                Instant due = TickRules.nextTick(c, policy).orElse(null);
                yield new Row.Facts(
                        held == null ? null : held.operator(),
                        held == null ? 0 : held.fencing(),
                        held == null ? 0 : held.since().toEpochMilli(),
                        due == null ? null : ceil(due),
                        c.category(),
                        c.receivedAt().toEpochMilli(),
                        c.location().lat(),
                        c.location().lon());
            }
            case Chat c -> held(c.claim());
            case Alarm _, Incident _, Person _, Message _, Entry _, WallPlan _ -> Row.Facts.NONE;
        };
    }

    private static Row.Facts held(@Nullable Claim held) {
        return held == null
                ? Row.Facts.NONE
                : new Row.Facts(
                        held.operator(), held.fencing(), held.since().toEpochMilli(), null, null, null, null, null);
    }

    /// Whether somebody still has to do something about it.
    static boolean open(Entity e) {
        return switch (e) {
            case Case c -> c.open();
            case Chat c -> c.state() != Chat.State.ENDED;
            case Alarm a -> a.active();
            case Incident i -> i.closedAt() == null;
            case Person _, Message _, Entry _, WallPlan _ -> true;
        };
    }

    boolean sensitive(String category) {
        return policy.category(category).map(Policy.Category::sensitive).orElse(true);
    }

    /// Rounded up, so that what is due by the index is really due.
    private static long ceil(Instant t) {
        long ms = t.toEpochMilli();
        return t.isAfter(Instant.ofEpochMilli(ms)) ? ms + 1 : ms;
    }
}
