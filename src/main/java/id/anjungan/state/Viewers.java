package id.anjungan.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who else looks at a case or writes about it now, from ephemeral frames; forgotten after ten seconds. Thread-safe.
final class Viewers {
    static final String VIEWING = "viewing";
    static final String TYPING = "typing";
    static final String CASE = "case";
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int MOST = 5_000;

    private record Seen(UUID caseId, Instant until, Instant typingUntil) {}

    private final Map<String, Seen> byOperator = new HashMap<>();

    /// Whoever writes about a case looks at it.
    synchronized void saw(String topic, String operator, Map<String, String> args, Instant now) {
        UUID caseId = id(args.get(CASE));
        boolean typing = topic.equals(TYPING);
        if (caseId == null || !(typing || topic.equals(VIEWING)) || byOperator.size() >= MOST) {
            return;
        }
        Seen was = byOperator.get(operator);
        Instant wrote = was != null && was.caseId().equals(caseId) ? was.typingUntil() : Instant.MIN;
        byOperator.put(operator, new Seen(caseId, now.plus(LIFE), typing ? now.plus(LIFE) : wrote));
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    List<Viewer> of(@Nullable UUID caseId, String me, Instant now) {
        return caseId == null ? List.of() : all(me, now).getOrDefault(caseId, List.of());
    }

    /// Of each case that somebody else looks at, by operator.
    synchronized Map<UUID, List<Viewer>> all(String me, Instant now) {
        byOperator.values().removeIf(s -> s.until().isBefore(now));
        Map<UUID, List<Viewer>> all = new HashMap<>();
        byOperator.forEach((operator, s) -> {
            if (!operator.equals(me)) {
                all.computeIfAbsent(s.caseId(), c -> new ArrayList<>())
                        .add(new Viewer(operator, !s.typingUntil().isBefore(now)));
            }
        });
        all.values().forEach(v -> v.sort(Comparator.comparing(Viewer::operator)));
        return all;
    }
}
