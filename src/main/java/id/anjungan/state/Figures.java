package id.anjungan.state;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The figures beside the tiles and on the wall. Times are the oldest of what they count; `firstResponseP90` is
/// over cases first acted on today, null when none; `withinTarget` is the share (0..1) of today's closed cases
/// that missed no clock, −1 when none was closed.
public record Figures(
        int open,
        int breached,
        @Nullable Instant oldestBreach,
        int unclaimed,
        @Nullable Instant oldestUnclaimed,
        int mine,
        int chatsWaiting,
        @Nullable Instant oldestChat,
        @Nullable Duration firstResponseP90,
        int closedToday,
        int closedYesterdayByNow,
        double withinTarget,
        int receivedLastHour,
        int emergenciesUnacknowledged) {
    public static final Figures EMPTY =
            new Figures(0, 0, null, 0, null, 0, 0, null, null, 0, 0, -1, 0, 0);
}
