package id.anjungan.domain;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Alarms: raised once per cause, latched until a person acknowledges.
final class AlarmRules {
    private AlarmRules() {}

    static UUID id(String key) {
        return Ids.of("alarm", key);
    }

    /// The key of a case's alarm of a kind; one key is one alarm, on every desk and on the server.
    static String key(UUID caseId, String what) {
        return "case:" + caseId + ":" + what;
    }

    static void raise(Deciding d, Case c, Alarm.Kind kind, int level, String what) {
        if (!d.policy().escalation().alarmOn().contains(c.priority())) {
            return;
        }
        String key = key(c.id(), what + ":" + level);
        if (d.find(Alarm.class, id(key)).filter(a -> !a.over()).isEmpty()) {
            d.put(new Alarm(
                    id(key), key, kind, c.id(), c.priority(), level, d.at(), null, null, null,
                    d.ctx.provisional()));
        }
    }

    static void acknowledge(Deciding d, Command.AcknowledgeAlarm c) {
        Alarm was = d.find(Alarm.class, c.alarmId()).orElseThrow(() -> d.notFound(c.alarmId()));
        if (!was.active()) {
            return;
        }
        UUID about = was.caseId();
        if (about == null) {
            d.put(was.acknowledged(d.actor(), d.at()));
            d.entry(was.id(), "alarm-acknowledged", Map.of("key", was.key()));
            return;
        }
        Case of = d.find(Case.class, about).orElse(null);
        if (of != null) {
            d.inScope(of.channel(), of.location());
        }
        d.put(was.acknowledged(d.actor(), d.at()));
        if (of != null && of.open() && about.equals(c.caseId())) {
            putSeen(d, of);
        }
        d.entry(about, "alarm-acknowledged", Map.of("kind", was.kind().name()));
    }

    static void acknowledge(Deciding d, Command.AcknowledgeCase c) {
        Case was = d.caseOf(c.caseId());
        boolean sounding = announcing(d, was.id()).isPresent();
        if (was.acknowledgedAt() != null && !sounding) {
            return;
        }
        putSeen(d, was);
        d.entry(was.id(), "acknowledged", Map.of());
    }

    private static void putSeen(Deciding d, Case was) {
        Case next = Timing.seen(d, was);
        if (!next.equals(was)) {
            d.put(next);
        }
    }

    private static Optional<Alarm> announcing(Deciding d, UUID caseId) {
        return d.find(Alarm.class, id(key(caseId, "emergency:1"))).filter(Alarm::active);
    }

    /// The cause of an alarm is gone; the alarm stays until a person acknowledges it.
    static void clear(Deciding d, UUID caseId, String what, int level) {
        d.find(Alarm.class, id(key(caseId, what + ":" + level)))
                .filter(a -> a.clearedAt() == null)
                .ifPresent(a -> d.put(a.cleared(d.at())));
    }

    /// A closed case causes no alarm any more.
    static void clearAll(Deciding d, Case c) {
        clear(d, c.id(), "emergency", 1);
        c.clocks().forEach(k -> clear(d, c.id(), "breach:" + k.rule(), 1));
        for (int level = 2; level <= c.level(); level++) {
            clear(d, c.id(), "escalation", level);
        }
    }

    /// Acting on a case is seeing it: its first alarm is acknowledged with the action, when this view has it.
    static void acknowledgeOf(Deciding d, UUID caseId) {
        announcing(d, caseId).ifPresent(a -> d.put(a.acknowledged(d.actor(), d.at())));
    }

    static void system(Deciding d, Command.RaiseSystemAlarm c) {
        UUID id = id(c.key());
        if (d.find(Alarm.class, id).filter(Alarm::active).isEmpty()) {
            d.put(new Alarm(
                    id, c.key(), Alarm.Kind.SYSTEM, null, c.priority(), 1, d.at(), null, null, null,
                    d.ctx.provisional()));
        }
    }
}
