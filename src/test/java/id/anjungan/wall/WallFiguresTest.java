package id.anjungan.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.anjungan.domain.Policy;
import id.anjungan.state.ChannelTile;
import id.anjungan.state.DistrictFigure;
import id.anjungan.state.Figures;
import id.anjungan.state.LiveDesk;
import id.anjungan.state.WallFigures;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After a day of traffic and work: the wall's figures are those of a desk, and both are what SQL counts over the
/// server's change log.
class WallFiguresTest {
    /// The latest state of everything the log has named.
    private static String logged(String kind) {
        return "(SELECT DISTINCT l.id, e.body AS b FROM change_log l JOIN entity e ON e.id=l.id WHERE l.kind='" + kind + "')";
    }

    private static final String OPEN = "json_extract(b,'$.state') NOT IN ('DONE','ARCHIVED')";

    /// When the running clock that is due first is due, in seconds of the epoch.
    private static final String DUE =
            "(SELECT min(unixepoch(json_extract(k.value,'$.due'),'subsec')) FROM json_each(b,'$.clocks') k"
                    + " WHERE json_extract(k.value,'$.stopped') IS NULL AND json_extract(k.value,'$.pausedAt') IS NULL)";

    private static final String CAME =
            "min(unixepoch(json_extract(b,'$.reportedAt')), unixepoch(json_extract(b,'$.receivedAt')))";

    @TempDir
    Path dir;

    /// Everything that can be counted, by name.
    private record Counted(Map<String, Object> figures) {}

    @Test
    void theWallTheDeskAndTheLogAgree() throws Exception {
        try (Day day = new Day(dir, "surabaya", 120)) {
            day.pass(50);
            await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
                Counted log = log(day);
                assertThat(shown(day.desk)).isEqualTo(log);
                assertThat(shown(day.wall)).isEqualTo(log);
                assertThat(day.wall.wall().get().figures().trend())
                        .as("there is a whole day before this one")
                        .isNotNull()
                        .isEqualTo(day.desk.wall().get().figures().trend());
            });
            assertThat(day.number("SELECT count(*) FROM " + logged("case") + " WHERE " + OPEN)).isGreaterThan(100);
            WallFigures f = day.wall.wall().get().figures();
            assertThat(f.agencies()).isNotEmpty();
            assertThat(day.desk.figures().get().closedToday()).isPositive();
        }
    }

    private static Counted shown(LiveDesk d) {
        Map<String, Object> all = new TreeMap<>();
        Figures f = d.figures().get();
        all.put("open", f.open());
        all.put("breached", f.breached());
        all.put("unclaimed", f.unclaimed());
        all.put("chats waiting", f.chatsWaiting());
        all.put("closed today", f.closedToday());
        all.put("within", Math.round(f.withinTarget() * f.closedToday()));
        all.put("emergencies", f.emergenciesUnacknowledged());
        all.put("districts", d.districts().get().stream()
                .filter(x -> x.open() > 0)
                .collect(Collectors.toMap(DistrictFigure::district, DistrictFigure::open, Integer::sum, TreeMap::new)));
        all.put("channels", d.tiles().get().stream()
                .filter(t -> t.open() > 0)
                .collect(Collectors.toMap(ChannelTile::channel, ChannelTile::open, Integer::sum, TreeMap::new)));
        WallFigures w = d.wall().get().figures();
        all.put("received today", w.receivedToday());
        all.put("agencies", w.agencies().stream()
                .collect(Collectors.toMap(
                        WallFigures.AgencyFigure::agency, a -> List.of(a.open(), a.breached()), (a, b) -> a, TreeMap::new)));
        WallFigures.CallFigures calls = Objects.requireNonNull(w.calls());
        all.put("calls", List.of(calls.open(), calls.unacknowledged(), calls.receivedToday(), calls.closedToday()));
        all.put("hours", w.trend() == null ? List.of() : w.trend().today());
        return new Counted(all);
    }

    private static Counted log(Day day) {
        Map<String, Object> all = new TreeMap<>();
        ZoneId zone = day.city.zone();
        Instant now = day.desk.now();
        long midnight = now.atZone(zone).toLocalDate().atStartOfDay(zone).toEpochSecond();
        String cases = logged("case");
        String chats = logged("chat");
        String waiting = "json_extract(b,'$.state')='WAITING'";
        String seconds = Double.toString(now.toEpochMilli() / 1_000.0);
        all.put("open", day.number("SELECT count(*) FROM " + cases + " WHERE " + OPEN));
        all.put("breached", day.number("SELECT count(*) FROM " + cases + " WHERE " + OPEN + " AND " + DUE + "<" + seconds));
        all.put("unclaimed", day.number(
                "SELECT count(*) FROM " + cases + " WHERE " + OPEN + " AND json_extract(b,'$.claim') IS NULL"));
        all.put("chats waiting", day.number("SELECT count(*) FROM " + chats + " WHERE " + waiting));
        String today = "unixepoch(json_extract(b,'$.closedAt'))>=" + midnight;
        all.put("closed today", day.number("SELECT count(*) FROM " + cases + " WHERE " + today));
        all.put("within", (long) day.number("SELECT count(*) FROM " + cases + " WHERE " + today
                + " AND NOT EXISTS (SELECT 1 FROM json_each(b,'$.clocks') k WHERE json_extract(k.value,'$.breachedAt') IS NOT NULL)"));
        all.put("emergencies", day.number("SELECT count(*) FROM " + cases + " WHERE " + OPEN
                + " AND json_extract(b,'$.priority')='EMERGENCY' AND json_extract(b,'$.acknowledgedAt') IS NULL"));
        all.put("districts", counts(day, "SELECT json_extract(b,'$.location.district'), count(*) FROM " + cases + " WHERE " + OPEN
                + " AND json_extract(b,'$.location.district') IS NOT NULL GROUP BY 1"));
        all.put("channels", counts(day, "SELECT c, sum(n) FROM (SELECT json_extract(b,'$.channel') c, count(*) n FROM " + cases
                + " WHERE " + OPEN + " GROUP BY 1 UNION ALL SELECT json_extract(b,'$.channel') c, count(*) n FROM " + chats
                + " WHERE " + waiting + " GROUP BY 1) GROUP BY c"));
        String came = CAME + ">=" + midnight;
        String began = "unixepoch(json_extract(b,'$.startedAt'))>=" + midnight;
        all.put("received today", day.number("SELECT count(*) FROM " + cases + " WHERE " + came)
                + day.number("SELECT count(*) FROM " + chats + " WHERE " + began));
        all.put("agencies", agencies(day, cases, seconds));
        String lines = day.city.channels().stream()
                .filter(c -> c.kind() == Policy.Channel.Kind.CALL)
                .map(c -> "'" + c.code() + "'")
                .collect(Collectors.joining(",", "json_extract(b,'$.channel') IN (", ")"));
        all.put("calls", List.of(
                day.number("SELECT count(*) FROM " + cases + " WHERE " + OPEN + " AND " + lines),
                day.number("SELECT count(*) FROM " + cases + " WHERE " + OPEN + " AND " + lines
                        + " AND json_extract(b,'$.acknowledgedAt') IS NULL"),
                day.number("SELECT count(*) FROM " + cases + " WHERE " + came + " AND " + lines),
                day.number("SELECT count(*) FROM " + cases + " WHERE " + today + " AND " + lines)));
        int[] hours = new int[24];
        day.sql(
                "SELECT " + CAME + " FROM " + cases + " WHERE " + came + " UNION ALL SELECT unixepoch(json_extract(b,'$.startedAt')) FROM "
                        + chats + " WHERE " + began,
                r -> {
                    while (r.next()) {
                        hours[Instant.ofEpochSecond(r.getLong(1)).atZone(zone).getHour()]++;
                    }
                    return 0;
                });
        all.put("hours", java.util.Arrays.stream(hours).boxed().toList());
        return new Counted(all);
    }

    private static Map<String, Integer> counts(Day day, String query) {
        return day.sql(query, r -> {
            Map<String, Integer> all = new TreeMap<>();
            while (r.next()) {
                all.put(r.getString(1), r.getInt(2));
            }
            return all;
        });
    }

    private static Map<String, List<Integer>> agencies(Day day, String cases, String seconds) {
        return day.sql(
                "SELECT a, count(*), sum(late) FROM (SELECT DISTINCT x.id, json_extract(d.value,'$.agency') a, coalesce(" + DUE + "<"
                        + seconds + ",0) late FROM " + cases + " x, json_each(b,'$.dispositions') d WHERE " + OPEN
                        + " AND json_extract(d.value,'$.status')<>'RETURNED' AND json_extract(b,'$.privacy.sensitive')=0) GROUP BY a",
                r -> {
                    Map<String, List<Integer>> all = new TreeMap<>();
                    while (r.next()) {
                        all.put(r.getString(1), List.of(r.getInt(2), r.getInt(3)));
                    }
                    return all;
                });
    }
}
