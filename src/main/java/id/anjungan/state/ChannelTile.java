package id.anjungan.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One channel at a glance. `open` cases or waiting chats; `perHour` received in the last hour; `trend` counts
/// per five minutes over the last two hours, oldest first; `lastItemAt` is when the channel last delivered,
/// `stale` when that is longer ago than its profile allows. `emergencies` unacknowledged.
public record ChannelTile(
        String channel,
        int open,
        int perHour,
        @Nullable Instant oldestWaiting,
        @Nullable Instant lastItemAt,
        boolean stale,
        int emergencies,
        int breached,
        List<Integer> trend) {
    public ChannelTile {
        trend = List.copyOf(trend);
    }
}
