package id.anjungan.state;

import id.anjungan.domain.Chat;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
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

/// Tiles, figures and districts, in one pass over the open cases plus the kept counters. Projector's thread only.
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

    private static final class Sum {
        int open;
        int breached;
        int urgent;
        long oldest = Long.MAX_VALUE;
        @Nullable Priority worst;

        void worst(Priority p) {
            worst = worst == null || p.compareTo(worst) < 0 ? p : worst;
        }
    }

    /// What is given: channels in the order of the screen, and after how long without an item each is stale.
    Figured figure(
            CacheReader reader, OpenCases open, List<Chat> chats, Policy policy, Map<String, Duration> channels,
            String me, Instant now) {
        long ms = now.toEpochMilli();
        Map<String, Sum> byChannel = new HashMap<>();
        Map<String, Sum> byDistrict = new HashMap<>();
        Sum all = new Sum();
        long oldestBreach = Long.MAX_VALUE;
        long oldestUnclaimed = Long.MAX_VALUE;
        int unclaimed = 0;
        int mine = 0;
        for (OpenCases.Open o : open.all()) {
            boolean breached = o.breached(ms);
            add(byChannel.computeIfAbsent(o.channel(), c -> new Sum()), o, breached);
            add(all, o, breached);
            String district = o.district();
            if (district != null) {
                add(byDistrict.computeIfAbsent(district, d -> new Sum()), o, breached);
            }
            if (breached) {
                oldestBreach = Math.min(oldestBreach, o.due());
            }
            if (o.claimedBy() == null) {
                unclaimed++;
                oldestUnclaimed = Math.min(oldestUnclaimed, o.received());
            }
            mine += o.heldBy(me) ? 1 : 0;
        }
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
                all.open, all.breached, instant(oldestBreach), unclaimed, instant(oldestUnclaimed), mine, waiting,
                oldestChat, firstResponse, closedToday, closedYesterdayByNow, withinTarget,
                slots.values().stream().mapToInt(Figuring::lastHour).sum(), all.urgent);
        return new Figured(tiles(reader, byChannel, slots, channels, now), figures, districts(byDistrict));
    }

    private static void add(Sum sum, OpenCases.Open o, boolean breached) {
        sum.open++;
        if (o.claimedBy() == null) {
            sum.oldest = Math.min(sum.oldest, o.received());
        }
        if (o.urgent()) {
            sum.urgent++;
        }
        if (breached) {
            sum.breached++;
        }
        if (breached || !o.acknowledged()) {
            sum.worst(o.priority());
        }
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

    private static List<DistrictFigure> districts(Map<String, Sum> sums) {
        return sums.entrySet().stream()
                .map(e -> new DistrictFigure(
                        e.getKey(), e.getValue().open, e.getValue().breached, e.getValue().worst))
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
