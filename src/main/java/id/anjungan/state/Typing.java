package id.anjungan.state;

import id.anjungan.sync.Sync;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells colleagues that somebody here looks at a case or writes about it.
final class Typing {
    private static final Duration PACE = Duration.ofSeconds(3);

    private final Sync sync;
    private volatile @Nullable Typed typed;

    Typing(Sync sync) {
        this.sync = sync;
    }

    void viewing(UUID caseId) {
        sync.tell(Viewers.VIEWING, Map.of(Viewers.CASE, caseId.toString()));
    }

    /// Colleagues forget it after ten seconds, so it is said again while the writing goes on, and not more often.
    void typing(UUID about, Instant now) {
        Typed was = typed;
        if (was == null || !was.about().equals(about) || was.at().plus(PACE).isBefore(now)) {
            typed = new Typed(about, now);
            sync.tell(Viewers.TYPING, Map.of(Viewers.CASE, about.toString()));
        }
    }

    private record Typed(UUID about, Instant at) {}
}
