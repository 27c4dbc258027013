package id.anjungan.state;

import id.anjungan.store.CacheReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What came in the last hour beside what usually comes in this hour of the week. `weeks` is how many earlier weeks the
/// desk knows; with none there is nothing to compare with.
public record UsualHour(int weeks, Map<String, Now> districts) {
    public static final UsualHour UNKNOWN = new UsualHour(0, Map.of());

    public UsualHour {
        districts = Map.copyOf(districts);
    }

    /// Of one district: the last hour, and the mean of the same hour in earlier weeks.
    public record Now(int received, double usual) {
        /// How many times the usual; a quiet district is not a hundred times nothing.
        public double times() {
            return received / Math.max(usual, 1);
        }
    }

    static UsualHour of(List<CacheReader.Hour> hours, int weeks) {
        if (weeks <= 0) {
            return UNKNOWN;
        }
        Map<String, int[]> sums = new HashMap<>();
        for (CacheReader.Hour h : hours) {
            int[] s = sums.computeIfAbsent(h.district(), d -> new int[2]);
            if (h.weeksAgo() <= weeks) {
                s[h.weeksAgo() == 0 ? 0 : 1] += h.received();
            }
        }
        Map<String, Now> all = new HashMap<>();
        sums.forEach((d, s) -> all.put(d, new Now(s[0], (double) s[1] / weeks)));
        return new UsualHour(weeks, all);
    }
}
