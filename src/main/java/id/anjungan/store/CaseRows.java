package id.anjungan.store;

import id.anjungan.domain.Case;
import id.anjungan.domain.Chat;
import id.anjungan.text.Gist;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps `case_row`, and with it the tile counters, in the transaction that changes a case. Writer thread only.
final class CaseRows {
    static final long SLOT_MICROS = 300_000_000L;
    static final int TITLE = 120;

    private CaseRows() {}

    /// The row of a case; `reports` is not joined in.
    static Optional<CaseFacts> find(Db db, UUID id) {
        return db.one("SELECT " + CaseFacts.COLUMNS + ", 1 FROM case_row c WHERE c.id=?", CaseFacts::read, id);
    }

    /// `fresh` says that the cache has never had the case, so there is nothing to look for.
    static Families.Put put(Db db, Counters counters, Case c, boolean pending, boolean fresh) {
        CaseFacts was = fresh ? null : find(db, c.id()).orElse(null);
        String title = c.privacy().sensitive() ? "" : was != null && !was.title().isEmpty() ? was.title() : title(db, c.id());
        CaseFacts now = Families.fitted(db, CaseFacts.of(c, title, pending));
        if (was == null) {
            insert(db, now);
        } else {
            update(db, now);
        }
        Marks.put(db, c, was == null);
        count(counters, was, now);
        return new Families.Put(was, now);
    }

    /// What was there.
    static Optional<CaseFacts> remove(Db db, Counters counters, UUID id) {
        CaseFacts was = find(db, id).orElse(null);
        if (was != null) {
            Docs.remove(db, id);
            Marks.remove(db, id);
            db.update("DELETE FROM case_row WHERE id=?", id);
            count(counters, was, null);
        }
        return Optional.ofNullable(was);
    }

    /// The beginning of what the citizen wrote, on one line; empty while it has not arrived.
    private static String title(Db db, UUID id) {
        return db.one(
                        """
                        SELECT json_extract(body,'$.body') FROM entity
                        WHERE about=? AND kind='message' AND json_extract(body,'$.kind')='REPORT' ORDER BY at LIMIT 1""",
                        r -> r.getString(1),
                        id)
                .map(CaseRows::folded)
                .orElse("");
    }

    /// White space as single blanks; by hand, because every message passes here.
    private static String squeezed(String line) {
        StringBuilder s = new StringBuilder(line.length());
        boolean blank = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean white = c == ' ' || (c >= '\t' && c <= '\r');
            if (!white || !blank) {
                s.append(white ? ' ' : c);
            }
            blank = white;
        }
        return s.toString();
    }

    static String folded(String text) {
        String line = squeezed(Gist.of(text.substring(0, Math.min(text.length(), 6 * TITLE))));
        return line.length() <= TITLE ? line : line.substring(0, line.offsetByCodePoints(0, Math.min(TITLE - 1, line.codePointCount(0, line.length())))) + "…";
    }

    /// An import may bring thousands of the same moment, and each try that finds the place taken costs as much as an
    /// insert. So a time of whole milliseconds lies anywhere within its millisecond, and the room doubles with each try.
    private static void insert(Db db, CaseFacts f) {
        long at = Db.micros(f.receivedAt());
        long room = at % 1_000 == 0 ? 1_000 : 1;
        SplittableRandom dice = new SplittableRandom(f.id().getLeastSignificantBits());
        @Nullable Object[] values = values(f);
        while (db.update(INSERT, withFirst(at + dice.nextLong(room), values)) == 0) {
            room = Math.max(16, room * 2);
        }
    }

    private static final String INSERT =
            """
            INSERT INTO case_row(rid,number,channel,category,priority,state,open,ord,due_at,title,district,village,
              lat,lon,claimed_by,claim_provisional,acknowledged_at,closed_at,sensitive,level,paused,missed,incident,
              person,received_at,pending,clock,agencies,main,folded,merged,marks,id)
            VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(rid) DO NOTHING""";

    private static void update(Db db, CaseFacts f) {
        db.update(
                """
                UPDATE case_row SET number=?,channel=?,category=?,priority=?,state=?,open=?,ord=?,due_at=?,title=?,
                  district=?,village=?,lat=?,lon=?,claimed_by=?,claim_provisional=?,acknowledged_at=?,closed_at=?,
                  sensitive=?,level=?,paused=?,missed=?,incident=?,person=?,received_at=?,pending=?,clock=?,agencies=?,
                  main=?,folded=?,merged=?,marks=?
                WHERE id=?""",
                values(f));
    }

    private static @Nullable Object[] values(CaseFacts f) {
        Instant due = f.due();
        return new @Nullable Object[] {
            f.number(), f.channel(), f.category(), f.priority(), f.state(), f.open(), f.order(),
            due == null ? (Object) CaseFacts.NO_DUE : due, f.title(), f.district(), f.village(), f.lat(), f.lon(),
            f.claimedBy(), f.claimProvisional(), f.acknowledgedAt(), f.closedAt(), f.sensitive(), f.level(),
            f.paused(), f.missed(), f.incident(), f.person(), f.receivedAt(), f.pending(), f.clock(),
            f.agencyWords(), f.main(), f.folded(), f.merged(), f.markWords(), f.id()
        };
    }

    private static @Nullable Object[] withFirst(Object first, @Nullable Object[] rest) {
        @Nullable Object[] all = new @Nullable Object[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }

    private static void count(Counters counters, @Nullable CaseFacts was, @Nullable CaseFacts now) {
        if (was != null && now != null && was.channel().equals(now.channel())) {
            counters.tile(now.channel(), open(now) - open(was), urgent(now) - urgent(was), now.receivedAt());
            if (!was.receivedAt().equals(now.receivedAt())) {
                counters.slot(was.channel(), was.receivedAt(), -1);
                counters.slot(now.channel(), now.receivedAt(), 1);
            }
            return;
        }
        if (was != null) {
            counters.tile(was.channel(), -open(was), -urgent(was), Instant.EPOCH);
            counters.slot(was.channel(), was.receivedAt(), -1);
        }
        if (now != null) {
            counters.tile(now.channel(), open(now), urgent(now), now.receivedAt());
            counters.slot(now.channel(), now.receivedAt(), 1);
        }
    }

    private static int open(CaseFacts f) {
        return f.open() ? 1 : 0;
    }

    private static int urgent(CaseFacts f) {
        return f.urgent() ? 1 : 0;
    }

    /// Chats count as items of their channel when they begin; how many wait is read from `chat_row`.
    static void putChat(Db db, Counters counters, Chat c) {
        boolean known = db.number("SELECT count(*) FROM chat_row WHERE id=?", c.id()) > 0;
        db.update(
                "INSERT OR REPLACE INTO chat_row(id,channel,state,started_at,last_at) VALUES(?,?,?,?,?)",
                c.id(), c.channel(), c.state(), c.startedAt(), c.lastAt());
        if (!known) {
            counters.slot(c.channel(), c.startedAt(), 1);
        }
        counters.tile(c.channel(), 0, 0, c.lastAt());
    }

    static void removeChat(Db db, Counters counters, UUID id) {
        db.one("SELECT channel, started_at FROM chat_row WHERE id=?", r -> {
                    counters.slot(Objects.requireNonNull(r.getString(1)), Db.instant(r.getLong(2)), -1);
                    return true;
                }, id);
        db.update("DELETE FROM chat_row WHERE id=?", id);
    }
}
