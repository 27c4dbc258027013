package id.anjungan.state;

import id.anjungan.domain.Priority;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the pages of a wall show beside the figures that every desk shows. Counted over what this desk holds, so that
/// the wall and a desk that sees the whole city agree. Agencies are counted without sensitive cases, because which
/// agency has such a case tells what it is about. `calls` is null where the city has no emergency line; `trend` is
/// null until a day has passed to compare with.
public record WallFigures(
        List<AgencyFigure> agencies,
        List<ChatFigure> chats,
        @Nullable CallFigures calls,
        int receivedToday,
        @Nullable Trend trend,
        List<Arrival> arrivals) {
    public static final WallFigures EMPTY = new WallFigures(List.of(), List.of(), null, 0, null, List.of());

    public WallFigures {
        agencies = List.copyOf(agencies);
        chats = List.copyOf(chats);
        arrivals = List.copyOf(arrivals);
    }

    /// What an agency has: open cases, those past a deadline, and the earliest deadline of all; worst first.
    public record AgencyFigure(String agency, int open, int breached, @Nullable Instant nextDue) {}

    /// Conversations on one channel: waiting for somebody, being answered, and since when the first waits.
    public record ChatFigure(String channel, int waiting, int active, @Nullable Instant oldest) {}

    /// The emergency line. `within` is the share (0..1) of its cases closed today that missed no clock, −1 when none
    /// was; `firstResponse` nine in ten of those first acted on today were faster.
    public record CallFigures(
            int open,
            int unacknowledged,
            @Nullable Instant oldest,
            int receivedToday,
            int closedToday,
            double within,
            @Nullable Duration firstResponse) {}

    /// Received by hour of the day: today so far, and the usual for such a day over `days` days before. `alike`: those
    /// were the same days of the week.
    public record Trend(List<Integer> today, List<Double> usual, int days, boolean alike) {
        public Trend {
            today = List.copyOf(today);
            usual = List.copyOf(usual);
        }
    }

    /// One of the newest open cases, without anything that tells whose it is.
    public record Arrival(
            String category, @Nullable String district, String channel, Priority priority, boolean sensitive, Instant at) {}
}
