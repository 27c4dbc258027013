package id.anjungan.domain;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        if (d.find(Alarm.class, id(key)).isEmpty()) {
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
        d.put(was.acknowledged(d.actor(), d.at()));
        UUID about = was.caseId();
        if (about == null) {
            d.entry(was.id(), "alarm-acknowledged", Map.of("key", was.key()));
            return;
        }
        acknowledgeCase(d, about);
        d.entry(about, "alarm-acknowledged", Map.of("kind", was.kind().name()));
    }

    static void acknowledge(Deciding d, Command.AcknowledgeCase c) {
        Case was = d.caseOf(c.caseId());
        if (was.acknowledgedAt() != null) {
            return;
        }
        acknowledgeCase(d, was.id());
        d.entry(was.id(), "acknowledged", Map.of());
        acknowledgeOf(d, was.id());
    }

    private static void acknowledgeCase(Deciding d, UUID caseId) {
        @Nullable Case was = d.find(Case.class, caseId).orElse(null);
        if (was != null && was.open() && was.acknowledgedAt() == null) {
            Case next = was.edit(d.at(), d.receivedAt()).acknowledged().build();
            d.put(WorkRules.event(d, ClockRule.Event.ACKNOWLEDGED, next));
        }
    }

    /// Acting on a case is seeing it: its first alarm is acknowledged with the action, when this view has it.
    static void acknowledgeOf(Deciding d, UUID caseId) {
        d.find(Alarm.class, id(key(caseId, "emergency:1")))
                .filter(Alarm::active)
                .ifPresent(a -> d.put(a.acknowledged(d.actor(), d.at())));
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
