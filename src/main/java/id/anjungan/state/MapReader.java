package id.anjungan.state;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// What the map asks of the desk's cache beyond what is always in sight; from the cache, so offline too. Any thread.
public interface MapReader {
    /// Every case with a position that was open at some time since `from`, by the filter of the queue.
    CompletableFuture<MapPast> past(Instant from);

    /// The last hour against the same hour of earlier weeks.
    CompletableFuture<UsualHour> usual();

    /// Open and breached cases of each village, in the place of a district's.
    CompletableFuture<List<DistrictFigure>> villages();

    /// Open cases nobody knows the place of, most urgent first.
    CompletableFuture<List<UUID>> unplaced(int limit);
}
