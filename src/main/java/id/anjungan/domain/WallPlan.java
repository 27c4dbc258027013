package id.anjungan.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What the walls of the city show and in which order, as the shift lead has composed it: one for all walls, kept by
/// the server, so that every wall follows and every desk sees it. Its words are announcements by the lead and hold
/// nothing of a citizen. `take` is how long an emergency has the wall at most before it is given back.
public record WallPlan(
        UUID id, List<Page> pages, String message, List<String> ticker, Duration take, String by, Instant at)
        implements Entity {
    /// There is one.
    public static final UUID ID = Ids.of("wall", "plan");

    public static final int MOST_PAGES = 40;
    public static final int MESSAGE_LIMIT = 280;
    public static final int MOST_LINES = 10;
    public static final int LINE_LIMIT = 120;

    private static final int DAY = 24 * 60;
    private static final Duration LEAST_TAKE = Duration.ofSeconds(10);
    private static final Duration MOST_TAKE = Duration.ofMinutes(30);

    /// What a wall shows until somebody has composed another.
    public static final WallPlan USUAL = new WallPlan(
            ID,
            List.of(
                    Page.of("overview", 40), Page.of("map", 20), Page.of("channels", 20), Page.of("lines", 20),
                    Page.of("shift", 20), Page.of("agencies", 20), Page.of("trend", 20), Page.of("alarm", 20),
                    Page.of("message", 20)),
            "", List.of(), Duration.ofMinutes(1), "", Instant.EPOCH);

    public WallPlan {
        pages = List.copyOf(pages == null ? List.of() : pages);
        message = message == null ? "" : message;
        ticker = List.copyOf(ticker == null ? List.of() : ticker);
        take = take == null ? Duration.ofMinutes(1) : take;
        take = take.compareTo(LEAST_TAKE) < 0 ? LEAST_TAKE : take.compareTo(MOST_TAKE) > 0 ? MOST_TAKE : take;
        by = by == null ? "" : by;
        at = at == null ? Instant.EPOCH : at;
    }

    /// One page: its permanent name (one that a wall does not know is passed over), how long it stays, whether it is
    /// shown, and between which minutes of the day; the same minute twice means all day.
    public record Page(String kind, int seconds, boolean shown, int from, int to) {
        public Page {
            seconds = Math.clamp(seconds, 5, 3_600);
            from = Math.floorMod(from, DAY);
            to = Math.floorMod(to, DAY);
        }

        public static Page of(String kind, int seconds) {
            return new Page(kind, seconds, true, 0, 0);
        }

        public Page withShown(boolean is) {
            return new Page(kind, seconds, is, from, to);
        }

        public Page withSeconds(int n) {
            return new Page(kind, n, shown, from, to);
        }

        public Page between(int first, int last) {
            return new Page(kind, seconds, shown, first, last);
        }

        /// Whether it is its time; over midnight too.
        public boolean dueAt(int minuteOfDay) {
            return from == to
                    || (from < to ? minuteOfDay >= from && minuteOfDay < to : minuteOfDay >= from || minuteOfDay < to);
        }
    }

    public WallPlan withPages(List<Page> next) {
        return new WallPlan(id, next, message, ticker, take, by, at);
    }

    public WallPlan withWords(String nextMessage, List<String> lines) {
        return new WallPlan(id, pages, nextMessage, lines, take, by, at);
    }
}
