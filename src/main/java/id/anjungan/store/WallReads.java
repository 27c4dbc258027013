package id.anjungan.store;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongUnaryOperator;

/// What only the pages of a wall ask of the cache. Channels are codes of the city. Used by the thread of its reader.
public final class WallReads {
    private final Db db;

    WallReads(Db db) {
        this.db = db;
    }

    /// How many items of these channels were received from (included) to (excluded), both at the border of a slot.
    public int received(Collection<String> channels, Instant from, Instant to) {
        return Math.toIntExact(db.number(
                "SELECT coalesce(sum(received),0) FROM slot WHERE slot>=? AND slot<? AND channel IN " + quoted(channels),
                slot(from), slot(to)));
    }

    /// Adds what was received in each slot from (included) to (excluded) to where `place` puts the slot, given by the
    /// second of the epoch it begins in; a negative place is left out.
    public void received(Instant from, Instant to, LongUnaryOperator place, long[] into) {
        db.list("SELECT slot, sum(received) FROM slot WHERE slot>=? AND slot<? GROUP BY slot", r -> {
            int at = Math.toIntExact(place.applyAsLong(r.getLong(1) * CaseRows.SLOT_MICROS / 1_000_000));
            if (at >= 0) {
                into[at] += r.getLong(2);
            }
            return null;
        }, slot(from), slot(to));
    }

    /// When the first item that is here was received; empty when none is.
    public Optional<Instant> first() {
        return db.one("SELECT slot FROM slot WHERE received>0 ORDER BY slot LIMIT 1", r ->
                Instant.ofEpochSecond(r.getLong(1) * CaseRows.SLOT_MICROS / 1_000_000));
    }

    /// Cases of these channels closed from (included) to (excluded).
    public CacheReader.Closed closed(Collection<String> channels, Instant from, Instant to) {
        return db.one(
                        "SELECT count(*), coalesce(sum(missed=0),0) FROM case_row WHERE closed_at>=? AND closed_at<? AND channel IN "
                                + quoted(channels),
                        r -> new CacheReader.Closed(r.getInt(1), r.getInt(2)), from, to)
                .orElse(new CacheReader.Closed(0, 0));
    }

    /// As for all channels: nine in ten of those first acted on since `from` were faster. Empty when none.
    public Optional<Duration> firstResponseP90(Collection<String> channels, Instant from) {
        String of = " FROM case_row WHERE acknowledged_at>=? AND channel IN " + quoted(channels);
        long n = db.number("SELECT count(*)" + of, from);
        return n == 0
                ? Optional.empty()
                : db.one(
                        "SELECT acknowledged_at-received_at AS t" + of + " ORDER BY t LIMIT 1 OFFSET ?",
                        r -> Duration.of(Math.max(0, r.getLong(1)), ChronoUnit.MICROS), from, (n * 9 - 1) / 10);
    }

    private static long slot(Instant at) {
        return Math.floorDiv(Db.micros(at), CaseRows.SLOT_MICROS);
    }

    /// Codes hold no quote; one that did would be another channel's.
    private static String quoted(Collection<String> channels) {
        StringBuilder all = new StringBuilder("(");
        channels.forEach(c -> all.append(all.length() > 1 ? ",'" : "'").append(c.replace("'", "")).append('\''));
        return all.append(')').toString();
    }
}
