package id.anjungan.ui.shell;

import id.anjungan.state.Desk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// Keys are faster than files: what is asked of a case just chosen waits until its file is there, so that it is never
/// done to the case shown before. On the JavaFX thread.
final class TypeAhead {
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private final Desk desk;
    private final Supplier<Optional<UUID>> shown;
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    private record Waiting(UUID caseId, Instant at, Runnable action) {}

    /// `shown` is the case whose file is on the screen.
    TypeAhead(Desk desk, Supplier<Optional<UUID>> shown) {
        this.desk = desk;
        this.shown = shown;
    }

    /// Does it now when the chosen case is the one shown, else when its file comes.
    void act(Runnable action) {
        UUID chosen = desk.selection().get().orElse(null);
        if (chosen == null || Objects.equals(chosen, shown.get().orElse(null))) {
            action.run();
        } else {
            waiting.add(new Waiting(chosen, desk.now(), action));
        }
    }

    /// Another file is shown. What was meant for a case that was left again, or long ago, is not done any more.
    void shown() {
        UUID is = shown.get().orElse(null);
        UUID chosen = desk.selection().get().orElse(null);
        if (is == null || !is.equals(chosen)) {
            return;
        }
        while (!waiting.isEmpty()) {
            Waiting w = waiting.poll();
            if (w.caseId().equals(is) && w.at().plus(LONGEST).isAfter(desk.now())) {
                w.action().run();
            }
        }
    }
}
