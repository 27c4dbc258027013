package id.anjungan.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the line to the server is doing, for whoever asks more than the status says: in this state `since` when (server
/// time), `loaded` of about `total` records of a snapshot, and when the server is called again while it is away.
public record LinkDetail(DeskStatus.Link link, Instant since, long loaded, long total, @Nullable Instant nextTry) {}
