package id.anjungan.state;

import id.anjungan.domain.Priority;
import id.anjungan.state.OpenCases.Open;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Figures of the open cases, kept as cases come, change and go, so that a pulse costs what has changed and not what is
/// open. What time alone changes, a deadline that has passed, is found among the cases by their due time: `mark` is the
/// moment up to which that has been done. Projector's thread only.
final class Tally {
    private static final Comparator<Open> BY_DUE = Comparator.comparingLong(Open::due).thenComparing(Open::id);

    private final Map<String, Sum> byChannel = new HashMap<>();
    private final Map<String, Sum> byDistrict = new HashMap<>();
    private final Map<String, Integer> held = new HashMap<>();
    private final TreeSet<Open> byDue = new TreeSet<>(BY_DUE);
    private final TreeMap<Long, Integer> waiting = new TreeMap<>();
    private final Sum all = new Sum();
    private long mark = Long.MIN_VALUE;

    /// Of one channel, one district, or all.
    static final class Sum {
        private final int[] pressing = new int[Priority.values().length];
        private final TreeMap<Long, Integer> waiting = new TreeMap<>();
        int open;
        int breached;
        int urgent;

        /// When the oldest that nobody has came; `Long.MAX_VALUE` without one.
        long oldest() {
            return first(waiting);
        }

        /// The most urgent priority that is breached or unacknowledged.
        @Nullable Priority worst() {
            for (Priority p : Priority.values()) {
                if (pressing[ordinal(p)] > 0) {
                    return p;
                }
            }
            return null;
        }

        private void count(Open o, boolean breach, int by) {
            open += by;
            urgent += o.urgent() ? by : 0;
            breached += breach ? by : 0;
            pressing[ordinal(o.priority())] += breach || !o.acknowledged() ? by : 0;
        }

        private void crossed(Open o, int by) {
            breached += by;
            pressing[ordinal(o.priority())] += o.acknowledged() ? by : 0;
        }
    }

    @SuppressWarnings("EnumOrdinal") // an index that leaves this class with its priority only
    private static int ordinal(Priority p) {
        return p.ordinal();
    }

    void add(Open o) {
        count(o, 1);
        if (o.due() != Long.MAX_VALUE) {
            byDue.add(o);
        }
    }

    void remove(Open o) {
        count(o, -1);
        byDue.remove(o);
    }

    void clear() {
        byChannel.clear();
        byDistrict.clear();
        held.clear();
        byDue.clear();
        waiting.clear();
        all.open = 0;
        all.breached = 0;
        all.urgent = 0;
    }

    private void count(Open o, int by) {
        boolean breach = breached(o);
        Sum channel = byChannel.computeIfAbsent(o.channel(), c -> new Sum());
        channel.count(o, breach, by);
        all.count(o, breach, by);
        String district = o.district();
        if (district != null) {
            byDistrict.computeIfAbsent(district, d -> new Sum()).count(o, breach, by);
        }
        String by1 = o.claimedBy();
        if (by1 == null) {
            step(channel.waiting, o.received(), by);
            step(waiting, o.received(), by);
        } else {
            step(held, by1, by);
        }
    }

    private static <K> void step(Map<K, Integer> counts, K key, int by) {
        counts.merge(key, by, (a, b) -> a + b == 0 ? null : a + b);
    }

    /// Goes to another moment, forth or, when the estimate of the server's time was mended, back; those whose deadline
    /// lies between.
    List<Open> advance(long now) {
        if (now == mark) {
            return List.of();
        }
        boolean forth = now > mark;
        long from = Math.min(mark, now);
        long to = Math.max(mark, now);
        mark = now;
        List<Open> crossed = new ArrayList<>();
        Open at = byDue.isEmpty() ? null : from == Long.MIN_VALUE ? byDue.first() : byDue.ceiling(moment(from));
        while (at != null && at.due() < to) {
            crossed.add(at);
            at = byDue.higher(at);
        }
        for (Open o : crossed) {
            byChannel.computeIfAbsent(o.channel(), c -> new Sum()).crossed(o, forth ? 1 : -1);
            all.crossed(o, forth ? 1 : -1);
            String district = o.district();
            if (district != null) {
                byDistrict.computeIfAbsent(district, d -> new Sum()).crossed(o, forth ? 1 : -1);
            }
        }
        return crossed;
    }

    /// Stands before every case with that deadline.
    private static Open moment(long due) {
        return new Open(
                new java.util.UUID(Long.MIN_VALUE, Long.MIN_VALUE), "", "", null, null, Priority.LOW, true, null, due, 0,
                Double.NaN, Double.NaN, List.of(), null, false, false, List.of());
    }

    boolean breached(Open o) {
        return o.due() < mark;
    }

    Sum all() {
        return all;
    }

    Map<String, Sum> byChannel() {
        return byChannel;
    }

    Map<String, Sum> byDistrict() {
        return byDistrict;
    }

    int heldBy(String operator) {
        return held.getOrDefault(operator, 0);
    }

    int unclaimed() {
        return all.open - held.values().stream().mapToInt(n -> n).sum();
    }

    /// When the oldest case that nobody has came.
    long oldestUnclaimed() {
        return first(waiting);
    }

    /// The earliest deadline that has passed.
    long oldestBreach() {
        return byDue.isEmpty() || !breached(byDue.first()) ? Long.MAX_VALUE : byDue.first().due();
    }

    private static long first(NavigableMap<Long, Integer> counts) {
        return counts.isEmpty() ? Long.MAX_VALUE : counts.firstKey();
    }
}
