package id.anjungan.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What time does to a case: clocks are missed, levels rise, alarms sound. Central's ticker gives the command;
/// a console may run the same rule offline and show what it finds as provisional.
public final class TickRules {
    private TickRules() {}

    static void tick(Deciding d, Command.Tick c) {
        Case was = d.caseOf(c.caseId());
        if (!was.open()) {
            return;
        }
        Case next = was;
        for (Clock k : was.clocks()) {
            if (k.running() && k.breachedAt() == null && d.at().isAfter(k.due())) {
                next = markBreached(d, next, k);
            }
        }
        int level = levelAt(next, d.policy(), d.at());
        if (level > next.level()) {
            next = next.edit(d.at(), d.receivedAt()).level(level).build();
            d.entry(was.id(), "level-raised", Map.of("level", Integer.toString(level)));
            AlarmRules.raise(d, next, Alarm.Kind.ESCALATION, level, "escalation");
        }
        if (next.version() > was.version()) {
            d.put(next);
        }
    }

    private static Case markBreached(Deciding d, Case c, Clock missed) {
        d.entry(c.id(), "breached", Map.of("rule", missed.rule()));
        AlarmRules.raise(d, c, Alarm.Kind.BREACH, 1, "breach:" + missed.rule());
        return c.edit(d.at(), d.receivedAt())
                .clocks(k -> k.equals(missed) ? k.breach() : k)
                .build();
    }

    /// The level a case should have reached at a moment.
    public static int levelAt(Case c, Policy policy, Instant at) {
        int level = c.level();
        for (Policy.Escalation.Rule r : policy.escalation().rules()) {
            Optional<Instant> due = dueOf(c, r);
            if (due.isPresent() && !at.isBefore(due.get())) {
                level = Math.max(level, Math.min(r.toLevel(), policy.escalation().top()));
            }
        }
        return level;
    }

    /// When a tick would next change this case; empty when time alone changes nothing any more.
    public static Optional<Instant> nextTick(Case c, Policy policy) {
        if (!c.open()) {
            return Optional.empty();
        }
        Stream<Instant> clocks = c.clocks().stream()
                .filter(k -> k.running() && k.breachedAt() == null)
                .map(k -> k.due().plus(Duration.ofMillis(1)));
        Stream<Instant> levels = policy.escalation().rules().stream()
                .filter(r -> Math.min(r.toLevel(), policy.escalation().top()) > c.level())
                .flatMap(r -> dueOf(c, r).stream());
        return Stream.concat(clocks, levels).min(Instant::compareTo);
    }

    private static Optional<Instant> dueOf(Case c, Policy.Escalation.Rule r) {
        if (!r.priorities().isEmpty() && !r.priorities().contains(c.priority())) {
            return Optional.empty();
        }
        return switch (r.trigger()) {
            case UNACKNOWLEDGED ->
                c.acknowledgedAt() == null ? Optional.of(c.receivedAt().plus(r.after())) : Optional.empty();
            case BREACHED ->
                c.clocks().stream()
                        .filter(k -> k.running() && k.breachedAt() != null)
                        .map(k -> k.due().plus(r.after()))
                        .min(Instant::compareTo);
        };
    }
}
