package id.anjungan.state;

import id.anjungan.domain.Chat;
import id.anjungan.domain.Policy;
import id.anjungan.domain.WallPlan;
import id.anjungan.store.CacheReader;
import id.anjungan.store.WallReads;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The figures of the wall's pages. What walks closed cases or past days is read now and then only. Projector's
/// thread only.
final class WallFiguring {
    private static final int ARRIVALS = 6;
    private static final int HOURS = 24;
    private static final int WEEKS = 4;
    private static final int WEEK = 7;
    private static final Duration SLOW_EVERY = Duration.ofSeconds(2);
    private static final Duration USUAL_EVERY = Duration.ofMinutes(1);
    private static final Duration USUAL_SOON = Duration.ofSeconds(10);

    private final WallReads reads;
    private @Nullable Instant slowAt;
    private @Nullable Instant usualAt;
    private @Nullable LocalDate usualOf;
    private double[] usual = new double[0];
    private int usualDays;
    private boolean usualAlike;
    private Slow slow = new Slow(0, new int[HOURS], 0, 0, -1, null);

    @SuppressWarnings("ArrayRecordComponent") // kept between two readings, by nobody else
    private record Slow(
            int received, int[] hours, int callsReceived, int callsClosed, double callsWithin,
            @Nullable Duration callsFirst) {}

    private static final class Sum {
        int open;
        int breached;
        long due = Long.MAX_VALUE;
    }

    WallFiguring(CacheReader reader) {
        reads = reader.wall();
    }

    static WallPlan plan(CacheReader reader) {
        return reader.find(WallPlan.class, WallPlan.ID).orElse(WallPlan.USUAL);
    }

    WallFigures figure(OpenCases open, List<Chat> chats, Policy policy, Instant now) {
        Set<String> lines = policy.channels().values().stream()
                .filter(c -> c.kind() == Policy.Channel.Kind.CALL)
                .map(Policy.Channel::code)
                .collect(Collectors.toCollection(TreeSet::new));
        read(lines, policy.calendar().zone(), now);
        return new WallFigures(
                agencies(open, now), chats(chats), lines.isEmpty() ? null : calls(open, lines), slow.received(), trend(),
                arrivals(open));
    }

    private static List<WallFigures.AgencyFigure> agencies(OpenCases open, Instant now) {
        Map<String, Sum> sums = new HashMap<>();
        for (OpenCases.Open o : open.all()) {
            if (!o.sensitive()) {
                for (String agency : o.agencies()) {
                    Sum s = sums.computeIfAbsent(agency, a -> new Sum());
                    s.open++;
                    s.breached += o.breached(now.toEpochMilli()) ? 1 : 0;
                    s.due = Math.min(s.due, o.due());
                }
            }
        }
        return sums.entrySet().stream()
                .map(e -> new WallFigures.AgencyFigure(
                        e.getKey(), e.getValue().open, e.getValue().breached,
                        e.getValue().due == Long.MAX_VALUE ? null : Instant.ofEpochMilli(e.getValue().due)))
                .sorted(Comparator.comparingInt(WallFigures.AgencyFigure::breached)
                        .thenComparingInt(WallFigures.AgencyFigure::open)
                        .reversed()
                        .thenComparing(WallFigures.AgencyFigure::agency))
                .toList();
    }

    private static List<WallFigures.ChatFigure> chats(List<Chat> chats) {
        Map<String, List<Chat>> by = chats.stream().collect(Collectors.groupingBy(Chat::channel));
        return by.entrySet().stream()
                .map(e -> {
                    List<Chat> waiting =
                            e.getValue().stream().filter(c -> c.state() == Chat.State.WAITING).toList();
                    Instant oldest = waiting.stream()
                            .map(c -> c.waitingSince() == null ? c.startedAt() : c.waitingSince())
                            .min(Comparator.naturalOrder())
                            .orElse(null);
                    return new WallFigures.ChatFigure(
                            e.getKey(), waiting.size(), e.getValue().size() - waiting.size(), oldest);
                })
                .sorted(Comparator.comparing(WallFigures.ChatFigure::channel))
                .toList();
    }

    private WallFigures.CallFigures calls(OpenCases open, Set<String> lines) {
        int n = 0;
        int unseen = 0;
        long oldest = Long.MAX_VALUE;
        for (OpenCases.Open o : open.all()) {
            if (lines.contains(o.channel())) {
                n++;
                if (!o.acknowledged()) {
                    unseen++;
                    oldest = Math.min(oldest, o.received());
                }
            }
        }
        return new WallFigures.CallFigures(
                n, unseen, oldest == Long.MAX_VALUE ? null : Instant.ofEpochMilli(oldest), slow.callsReceived(),
                slow.callsClosed(), slow.callsWithin(), slow.callsFirst());
    }

    private WallFigures.@Nullable Trend trend() {
        return usualDays == 0
                ? null
                : new WallFigures.Trend(
                        Arrays.stream(slow.hours()).boxed().toList(), Arrays.stream(usual).boxed().toList(), usualDays,
                        usualAlike);
    }

    private static List<WallFigures.Arrival> arrivals(OpenCases open) {
        return newest(open).stream()
                .map(o -> new WallFigures.Arrival(
                        o.sensitive() ? "" : o.category(), o.district(), o.channel(), o.priority(), o.sensitive(),
                        Instant.ofEpochMilli(o.received())))
                .toList();
    }

    private static List<OpenCases.Open> newest(OpenCases open) {
        Comparator<OpenCases.Open> byTime =
                Comparator.comparingLong(OpenCases.Open::received).thenComparing(OpenCases.Open::id);
        PriorityQueue<OpenCases.Open> best = new PriorityQueue<>(ARRIVALS + 1, byTime);
        for (OpenCases.Open o : open.all()) {
            if (best.size() < ARRIVALS || o.received() >= best.element().received()) {
                best.add(o);
                if (best.size() > ARRIVALS) {
                    best.remove();
                }
            }
        }
        return best.stream().sorted(byTime.reversed()).toList();
    }

    private void read(Set<String> lines, ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        if (usualAt == null || !today.equals(usualOf) || passed(usualAt, now, usualDays == 0 ? USUAL_SOON : USUAL_EVERY)) {
            usualAt = now;
            usualOf = today;
            usual(zone, today);
        }
        if (slowAt != null && !passed(slowAt, now, SLOW_EVERY)) {
            return;
        }
        slowAt = now;
        Instant midnight = today.atStartOfDay(zone).toInstant();
        Instant end = today.plusDays(1).atStartOfDay(zone).toInstant();
        int[] hours = Arrays.stream(hours(zone, midnight, end)).mapToInt(Math::toIntExact).toArray();
        CacheReader.Closed closed = reads.closed(lines, midnight, now.plusSeconds(1));
        slow = new Slow(
                IntStream.of(hours).sum(), hours, reads.received(lines, midnight, end), closed.count(),
                closed.count() == 0 ? -1 : (double) closed.withinTarget() / closed.count(),
                reads.firstResponseP90(lines, midnight).orElse(null));
    }

    private static boolean passed(Instant since, Instant now, Duration time) {
        return Duration.between(since, now).abs().compareTo(time) >= 0;
    }

    private long[] hours(ZoneId zone, Instant from, Instant to) {
        long[] hours = new long[HOURS];
        reads.received(from, to, s -> Instant.ofEpochSecond(s).atZone(zone).getHour(), hours);
        return hours;
    }

    /// The same day of the last weeks when one of them is here whole; else the last days that are.
    private void usual(ZoneId zone, LocalDate today) {
        Instant first = reads.first().orElse(null);
        List<LocalDate> alike = whole(first, zone, IntStream.rangeClosed(1, WEEKS).mapToObj(w -> today.minusWeeks(w)).toList());
        usualAlike = !alike.isEmpty();
        List<LocalDate> days = usualAlike
                ? alike
                : whole(first, zone, IntStream.rangeClosed(1, WEEK).mapToObj(d -> today.minusDays(d)).toList());
        usualDays = days.size();
        usual = new double[HOURS];
        for (LocalDate day : days) {
            long[] hours = hours(
                    zone, day.atStartOfDay(zone).toInstant(), day.plusDays(1).atStartOfDay(zone).toInstant());
            for (int h = 0; h < HOURS; h++) {
                usual[h] += (double) hours[h] / days.size();
            }
        }
    }

    private static List<LocalDate> whole(@Nullable Instant first, ZoneId zone, List<LocalDate> days) {
        List<LocalDate> whole = new ArrayList<>();
        for (LocalDate day : days) {
            Instant begins = day.atStartOfDay(zone).toInstant().plus(Duration.ofHours(1));
            if (first != null && first.isBefore(begins)) {
                whole.add(day);
            }
        }
        return whole;
    }
}
