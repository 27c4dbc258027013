package id.anjungan.store;

import id.anjungan.domain.Case;
import id.anjungan.domain.Entry;
import id.anjungan.protocol.Json;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads what belongs together with a case: merged cases and those that may be the same, tags, reminders, and what has
/// happened to watched ones. Used by one thread at a time.
public final class BesideReader {
    private final Db db;

    BesideReader(Db db) {
        this.db = db;
    }

    /// Cases that are merged into one, the first received first.
    public List<CaseFacts> mergedInto(UUID main) {
        return db.list(CacheReader.ROW + "WHERE c.main=? ORDER BY c.rid", CaseFacts::read, main);
    }

    /// Where and when others of the same are looked for: within a time and a box, or in a village when they or this have
    /// no position.
    public record Around(
            UUID except, Instant from, Instant to, double south, double north, double west, double east,
            boolean placed, @Nullable String village) {}

    /// More would be no suggestion but a list.
    private static final int AROUND = 200;

    /// Open cases that are not merged into another, as far as anything about them may be the same.
    public List<CaseFacts> around(Around a) {
        return db.list(
                CacheReader.ROW + "WHERE c.rid BETWEEN ? AND ? AND c.open=1 AND c.main IS NULL AND c.id<>?"
                        + " AND ((c.lat BETWEEN ? AND ? AND c.lon BETWEEN ? AND ?)"
                        + " OR ((c.lat IS NULL OR ?=0) AND c.village=?)) ORDER BY c.rid LIMIT ?",
                CaseFacts::read, Db.micros(a.from()), Db.micros(a.to()), a.except(), a.south(), a.north(), a.west(),
                a.east(), a.placed() ? 1 : 0, a.village(), AROUND);
    }

    /// A tag in use, and how many cases here have it.
    public record Tagged(String tag, int cases) {}

    /// The tags in use, the most used first.
    public List<Tagged> tags(int limit) {
        return db.list(
                "SELECT substr(word,2), count(*) AS n FROM case_mark WHERE word>='#' AND word<'$' GROUP BY word ORDER BY n DESC, word LIMIT ?",
                r -> new Tagged(r.getString(1), r.getInt(2)), limit);
    }

    /// A case somebody is reminded of.
    public record Remembered(CaseFacts c, Instant at) {}

    /// What an operator is reminded of, the nearest first, due or not.
    public List<Remembered> reminders(String operator, int limit) {
        return db.list(
                "SELECT " + CaseFacts.COLUMNS + ", 1, m.at FROM case_mark m JOIN case_row c ON c.id=m.case_id WHERE m.word=? ORDER BY m.at LIMIT ?",
                r -> new Remembered(CaseFacts.read(r), Db.instant(r.getLong(CaseFacts.REPORTS + 1))),
                CaseFacts.reminder(operator), limit);
    }

    /// The cases an operator watches, the last changed last.
    public List<Case> watched(String operator, int limit) {
        return db.list(
                "SELECT e.body FROM case_mark m JOIN entity e ON e.id=m.case_id WHERE m.word=? LIMIT ?",
                r -> Json.read(r.getString(1), Case.class), CaseFacts.watcher(operator), limit);
    }

    /// The number of the newest entry about a case that the server has sent; 0 when there is none.
    public long lastEntry(UUID about) {
        return db.number("SELECT coalesce(max(seq),0) FROM entity WHERE about=? AND kind='entry'", about);
    }

    /// The number of an operator's newest entry of a kind about a case; 0 when there is none.
    public long lastEntry(UUID about, String actor, String code) {
        return db.number(
                "SELECT coalesce(max(seq),0) FROM entity WHERE about=? AND kind='entry' AND body->>'$.actor'=? AND body->>'$.code'=?",
                about, actor, code);
    }

    /// The entries about a case with a higher number, in order.
    public List<Entry> entriesAfter(UUID about, long seq, int limit) {
        return db.list("SELECT body FROM entity WHERE about=? AND kind='entry' AND seq>? ORDER BY seq LIMIT ?",
                r -> Json.read(r.getString(1), Entry.class), about, seq, limit);
    }
}
