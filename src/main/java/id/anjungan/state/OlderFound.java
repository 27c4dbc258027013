package id.anjungan.state;

import java.time.Instant;
import java.util.List;

/// Closed cases that the server found, newest first, to be read only; `complete` is false when there may be more.
public record OlderFound(List<Older> cases, boolean complete) {
    public OlderFound {
        cases = List.copyOf(cases);
    }

    public record Older(QueueRow row, Instant closedAt) {}
}
