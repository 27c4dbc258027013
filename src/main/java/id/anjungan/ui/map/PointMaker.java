package id.anjungan.ui.map;

import id.anjungan.domain.Priority;
import id.anjungan.state.MapData;
import id.anjungan.ui.control.map.MapPoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Makes points of cases: the cases of one incident become one sign in their middle, and what has been here long fades.
/// Pure, any thread.
final class PointMaker {
    /// From these ages on a point is one step fainter.
    private static final long[] FADES_AFTER =
            {Duration.ofHours(2).toMillis(), Duration.ofHours(12).toMillis(), Duration.ofHours(48).toMillis()};

    private static final List<Priority> PRIORITIES = List.of(Priority.values());

    private PointMaker() {}

    private static final class Sum {
        final List<Integer> cases = new ArrayList<>();
        double lat;
        double lon;
        int worst = Integer.MAX_VALUE;
        boolean unseen;

        void add(MapData d, int i) {
            cases.add(i);
            lat += d.lat()[i];
            lon += d.lon()[i];
            worst = Math.min(worst, d.priority()[i]);
            unseen |= unseen(d, i);
        }
    }

    private static boolean unseen(MapData d, int i) {
        return (d.flags()[i] & MapData.UNACKNOWLEDGED) != 0;
    }

    /// Of cases received after `since`, looked at from `now`; both in milliseconds since 1970.
    static MapPoints points(MapData d, long since, long now) {
        int n = d.ids().size();
        Map<UUID, Sum> incidents = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            UUID incident = d.incidents()[i];
            if (incident != null && d.receivedAt()[i] > since) {
                incidents.computeIfAbsent(incident, x -> new Sum()).add(d, i);
            }
        }
        MapPoints.Builder b = new MapPoints.Builder(n);
        for (int i = 0; i < n; i++) {
            UUID incident = d.incidents()[i];
            Sum sum = incident == null ? null : incidents.get(incident);
            boolean alone = sum == null || sum.cases.size() < 2;
            if (alone && d.receivedAt()[i] > since) {
                b.add(d.ids().get(i), d.lat()[i], d.lon()[i], PRIORITIES.get(d.priority()[i]), unseen(d, i),
                        fade(now - d.receivedAt()[i]));
            }
        }
        for (Sum s : incidents.values()) {
            int k = s.cases.size();
            if (k > 1) {
                b.addIncident(
                        s.cases.stream().map(d.ids()::get).toList(), s.lat / k, s.lon / k, PRIORITIES.get(s.worst), s.unseen);
            }
        }
        return b.build();
    }

    private static int fade(long age) {
        int f = 0;
        while (f < FADES_AFTER.length && age >= FADES_AFTER[f]) {
            f++;
        }
        return f;
    }
}
