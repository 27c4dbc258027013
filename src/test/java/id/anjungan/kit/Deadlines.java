package id.anjungan.kit;

import id.anjungan.domain.Case;
import id.anjungan.domain.Clock;
import id.anjungan.protocol.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// I7: remembers each deadline as first seen. It may move only with a command in the audit trail that moves deadlines,
/// and never goes away.
final class Deadlines {
    private static final Set<String> MOVING = Set.of("resume-case", "reopen-case", "cancel-message");

    private record Seen(Instant due, String policy, long moves) {}

    private final Map<String, Seen> seen = new HashMap<>();

    void forget() {
        seen.clear();
    }

    void check(ServerFacts facts, Map<UUID, ServerClient.Sent> all, Findings found) {
        Map<UUID, Long> moves = new HashMap<>();
        facts.audit().stream()
                .filter(l -> l.done() && MOVING.contains(l.type()))
                .forEach(l -> l.touches().forEach(id -> moves.merge(id, 1L, Long::sum)));
        Map<String, Seen> now = new HashMap<>();
        all.forEach((id, sent) -> {
            if (sent.kind().equals("case")) {
                for (Clock k : Json.read(sent.body(), Case.class).clocks()) {
                    now.put(id + " " + k.rule() + " " + k.started(), new Seen(k.due(), k.policyVersion(), moves.getOrDefault(id, 0L)));
                }
            }
        });
        seen.forEach((clock, was) -> {
            @Nullable Seen is = now.get(clock);
            if (is == null) {
                found.add("I7", clock, "the deadline is gone");
            } else if (is.moves() == was.moves() && !(is.due().equals(was.due()) && is.policy().equals(was.policy()))) {
                found.add("I7", clock, "was due " + was.due() + ", is due " + is.due() + ", and nobody moved it");
            }
        });
        seen.putAll(now);
    }
}
