package id.anjungan.kit;

import id.anjungan.domain.Case;
import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import id.anjungan.protocol.Json;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/// I2: each item that a channel was answered for is there exactly once, by channel and source id; what was set aside
/// is kept; no case number is given twice.
final class ItemChecks {
    private ItemChecks() {}

    static void check(Ledger ledger, ServerFacts facts, Map<UUID, ServerClient.Sent> all, Findings found) {
        Map<String, Integer> there = new HashMap<>();
        Map<String, UUID> numbers = new HashMap<>();
        all.forEach((id, sent) -> {
            if (sent.kind().equals("case")) {
                Case c = Json.read(sent.body(), Case.class);
                there.merge(c.channel() + "/" + c.sourceId(), 1, Integer::sum);
                if (numbers.put(c.number(), id) != null) {
                    found.add("I2", id, "case number " + c.number() + " is given twice");
                }
            }
        });
        there.forEach((key, n) -> {
            if (n > 1) {
                found.add("I2", key, "is " + n + " cases");
            }
        });
        ledger.items().forEach((key, item) -> {
            IntakeItem i = item.item();
            boolean kept = item.status() == IntakeResult.Status.ASIDE
                    ? facts.aside().containsKey(i.sourceId())
                    : there.getOrDefault(key, 0) == 1;
            if (!kept) {
                found.add("I2", key, "answered " + item.status() + " and is not there once");
            }
        });
    }
}
