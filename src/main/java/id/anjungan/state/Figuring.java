package id.anjungan.state;

import id.anjungan.domain.Chat;
import id.anjungan.domain.Policy;
import id.anjungan.store.CacheReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Tiles, figures and districts, from what is kept of the open cases and the counters of the file. Projector's thread only.
final class Figuring {
    private static final int SLOTS = 24;
    private static final int SLOTS_AN_HOUR = 12;
    private static final Duration SLOW_EVERY = Duration.ofSeconds(2);

    private @Nullable Instant slowAt;
    private @Nullable Duration firstResponse;
    private int closedToday;
    private int closedYesterdayByNow;
    private double withinTarget = -1;

    record Figured(List<ChannelTile> tiles, Figures figures, List<DistrictFigure> districts) {}

    /// Of one channel, the chats that wait in it added to its cases.
    private static final class Sum {
        int open;
        int breached;
        int urgent;
        long oldest = Long.MAX_VALUE;

        static Sum of(Tally.Sum kept) {
            Sum s = new Sum();
            s.open = kept.open;
            s.breached = kept.breached;
            s.urgent = kept.urgent;
            s.oldest = kept.oldest();
            return s;
        }
    }

    /// What is given: channels in the order of the screen, and after how long without an item each is stale.
    Figured figure(
            CacheReader reader, OpenCases open, List<Chat> chats, Policy policy, Map<String, Duration> channels,
            String me, Instant now) {
        open.advance(now.toEpochMilli());
        Tally tally = open.tally();
        Map<String, Sum> byChannel = new HashMap<>();
        tally.byChannel().forEach((channel, sum) -> byChannel.put(channel, Sum.of(sum)));
        Instant oldestChat = null;
        int waiting = 0;
        for (Chat c : chats) {
            if (c.state() == Chat.State.WAITING) {
                Instant since = c.waitingSince() == null ? c.startedAt() : c.waitingSince();
                Sum sum = byChannel.computeIfAbsent(c.channel(), x -> new Sum());
                sum.open++;
                sum.oldest = Math.min(sum.oldest, since.toEpochMilli());
                waiting++;
                oldestChat = oldestChat == null || since.isBefore(oldestChat) ? since : oldestChat;
            }
        }
        slow(reader, policy.calendar().zone(), now);
        Map<String, int[]> slots = reader.slots(now, SLOTS);
        Figures figures = new Figures(
                tally.all().open, tally.all().breached, instant(tally.oldestBreach()), tally.unclaimed(),
                instant(tally.oldestUnclaimed()), tally.heldBy(me), waiting, oldestChat,
                firstResponse, closedToday, closedYesterdayByNow, withinTarget,
                slots.values().stream().mapToInt(Figuring::lastHour).sum(), tally.all().urgent);
        return new Figured(tiles(reader, byChannel, slots, channels, now), figures, districts(tally.byDistrict()));
    }

    private static List<ChannelTile> tiles(
            CacheReader reader, Map<String, Sum> sums, Map<String, int[]> slots, Map<String, Duration> channels,
            Instant now) {
        Map<String, Instant> last = new HashMap<>();
        for (CacheReader.Tile t : reader.tiles()) {
            Instant at = t.lastItem();
            if (at != null) {
                last.put(t.channel(), at);
            }
        }
        Map<String, Duration> ordered = new LinkedHashMap<>(channels);
        Set<String> others = new TreeSet<>(sums.keySet());
        others.addAll(last.keySet());
        others.forEach(c -> ordered.putIfAbsent(c, Duration.ofDays(1)));
        List<ChannelTile> tiles = new ArrayList<>();
        ordered.forEach((channel, patience) -> {
            Sum s = sums.getOrDefault(channel, new Sum());
            int[] trend = slots.getOrDefault(channel, new int[SLOTS]);
            Instant at = last.get(channel);
            boolean stale = at != null && Duration.between(at, now).compareTo(patience) > 0;
            tiles.add(new ChannelTile(
                    channel, s.open, lastHour(trend), instant(s.oldest), at, stale, s.urgent, s.breached,
                    Arrays.stream(trend).boxed().toList()));
        });
        return tiles;
    }

    private static List<DistrictFigure> districts(Map<String, Tally.Sum> sums) {
        return sums.entrySet().stream()
                .filter(e -> e.getValue().open > 0)
                .map(e -> new DistrictFigure(
                        e.getKey(), e.getValue().open, e.getValue().breached, e.getValue().worst()))
                .sorted(Comparator.comparing(DistrictFigure::district))
                .toList();
    }

    /// Figures that read closed cases: every other second is often enough.
    private void slow(CacheReader reader, ZoneId zone, Instant now) {
        if (slowAt != null && Duration.between(slowAt, now).abs().compareTo(SLOW_EVERY) < 0) {
            return;
        }
        slowAt = now;
        LocalDate today = now.atZone(zone).toLocalDate();
        Instant midnight = today.atStartOfDay(zone).toInstant();
        Instant yesterday = today.minusDays(1).atStartOfDay(zone).toInstant();
        CacheReader.Closed closed = reader.closed(midnight, now.plusSeconds(1));
        closedToday = closed.count();
        withinTarget = closed.count() == 0 ? -1 : (double) closed.withinTarget() / closed.count();
        closedYesterdayByNow = reader.closed(yesterday, now.minus(Duration.ofDays(1))).count();
        firstResponse = reader.firstResponseP90(midnight).orElse(null);
    }

    private static int lastHour(int[] slots) {
        return Arrays.stream(slots, SLOTS - SLOTS_AN_HOUR, SLOTS).sum();
    }

    private static @Nullable Instant instant(long ms) {
        return ms == Long.MAX_VALUE ? null : Instant.ofEpochMilli(ms);
    }
}
