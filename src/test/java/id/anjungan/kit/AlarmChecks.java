package id.anjungan.kit;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Ids;
import id.anjungan.intake.IntakeResult;
import id.anjungan.protocol.Json;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// I6: each emergency that a channel delivered has its alarm; until a person acknowledged it every desk shows it; and
/// whoever is said to have acknowledged it did act on that case.
final class AlarmChecks {
    private AlarmChecks() {}

    static void check(
            Ledger ledger, ServerFacts facts, Map<UUID, ServerClient.Sent> all, Map<String, ConsoleMain.State> states,
            Findings found) {
        Set<String> acted = new HashSet<>();
        facts.audit().stream()
                .filter(ServerFacts.Line::done)
                .forEach(l -> l.touches().forEach(id -> acted.add(l.actor() + " " + id)));
        ledger.items().forEach((key, item) -> {
            if (item.item().channel().equals("CC112") && item.status() != IntakeResult.Status.ASIDE) {
                UUID caseId = Ids.ofItem("CC112", item.item().sourceId());
                one(key, caseId, all, states, acted, found);
            }
        });
    }

    private static void one(
            String key, UUID caseId, Map<UUID, ServerClient.Sent> all, Map<String, ConsoleMain.State> states,
            Set<String> acted, Findings found) {
        UUID id = Ids.of("alarm", "case:" + caseId + ":emergency:1");
        ServerClient.@Nullable Sent sent = all.get(id);
        if (sent == null) {
            found.add("I6", key, "an emergency without an alarm");
            return;
        }
        Alarm alarm = Json.read(sent.body(), Alarm.class);
        if (alarm.active()) {
            states.forEach((desk, s) -> {
                if (!s.alarms().contains(id)) {
                    found.add("I6", key, "sounds, and desk " + desk + " does not show it");
                }
            });
        } else if (!acted.contains(alarm.acknowledgedBy() + " " + caseId)
                && !acted.contains(alarm.acknowledgedBy() + " " + id)) {
            found.add("I6", key, "acknowledged by " + alarm.acknowledgedBy() + ", who did nothing on it");
        }
    }
}
