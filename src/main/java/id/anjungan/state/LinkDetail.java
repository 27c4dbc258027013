package id.anjungan.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the line to the server is doing, for whoever asks more than the status says: in this state `since` when (server
/// time), `loaded` of about `total` records of a snapshot, when the server is called again while it is away, and how this
/// desk last compared with the server.
public record LinkDetail(
        DeskStatus.Link link, Instant since, long loaded, long total, @Nullable Instant nextTry,
        @Nullable Compared compared) {
    public LinkDetail(DeskStatus.Link link, Instant since, long loaded, long total, @Nullable Instant nextTry) {
        this(link, since, loaded, total, nextTry, null);
    }

    /// When what is here was compared with what the server says should be here. `same`: they were the same; `repaired`:
    /// they were not, and everything was fetched anew.
    public record Compared(Instant at, boolean same, boolean repaired) {}
}
