package id.anjungan.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who else looks at a case now, from ephemeral frames; forgotten after ten seconds. Thread-safe.
final class Viewers {
    static final String TOPIC = "viewing";
    static final String CASE = "case";
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int MOST = 5_000;

    private record Seen(String caseId, Instant until) {}

    private final Map<String, Seen> byOperator = new HashMap<>();

    synchronized void saw(String topic, String operator, Map<String, String> args, Instant now) {
        String caseId = args.get(CASE);
        if (topic.equals(TOPIC) && caseId != null && byOperator.size() < MOST) {
            byOperator.put(operator, new Seen(caseId, now.plus(LIFE)));
        }
    }

    synchronized List<String> of(@Nullable UUID caseId, String me, Instant now) {
        byOperator.values().removeIf(s -> s.until().isBefore(now));
        String wanted = String.valueOf(caseId);
        return byOperator.entrySet().stream()
                .filter(e -> e.getValue().caseId().equals(wanted) && !e.getKey().equals(me))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
