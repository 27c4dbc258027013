package id.anjungan.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What several cases are about: one fire, one flood. Cases link to it; `cases` is how many do now.
public record Incident(
        UUID id,
        String category,
        Priority priority,
        Location location,
        Instant openedAt,
        Instant lastReportAt,
        int cases,
        @Nullable Instant closedAt)
        implements Entity {
    public Incident withCases(int n, Instant last) {
        return new Incident(id, category, priority, location, openedAt, last, n, closedAt);
    }
}
