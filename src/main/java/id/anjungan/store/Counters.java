package id.anjungan.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// What a transaction adds to the tile counters, gathered and written once before it commits: a bulk of thousands of
/// cases touches a few dozen counters. Writer thread only.
final class Counters {
    private static final long SLOT_MICROS = CaseRows.SLOT_MICROS;

    private final Map<String, Tile> tiles = new HashMap<>();
    private final Map<Slot, Integer> slots = new HashMap<>();

    private record Slot(long slot, String channel) {}

    private static final class Tile {
        int open;
        int urgent;
        long last;
    }

    void tile(String channel, int open, int urgent, Instant last) {
        Tile t = tiles.computeIfAbsent(channel, c -> new Tile());
        t.open += open;
        t.urgent += urgent;
        t.last = Math.max(t.last, Db.micros(last));
    }

    void slot(String channel, Instant at, int n) {
        slots.merge(new Slot(Math.floorDiv(Db.micros(at), SLOT_MICROS), channel), n, Integer::sum);
    }

    void write(Db db) {
        tiles.forEach((channel, t) -> db.update(
                """
                INSERT INTO tile(channel,open,urgent,last_item) VALUES(?,?,?,?)
                ON CONFLICT(channel) DO UPDATE SET open=open+excluded.open, urgent=urgent+excluded.urgent,
                  last_item=max(last_item,excluded.last_item)""",
                channel, t.open, t.urgent, t.last));
        slots.forEach((s, n) -> {
            if (n != 0) {
                db.update(
                        """
                        INSERT INTO slot(slot,channel,received) VALUES(?,?,?)
                        ON CONFLICT(slot,channel) DO UPDATE SET received=received+excluded.received""",
                        s.slot(), s.channel(), n);
            }
        });
        tiles.clear();
        slots.clear();
    }
}
