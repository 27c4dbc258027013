package id.anjungan.store;

import id.anjungan.domain.Alarm;
import id.anjungan.domain.Case;
import id.anjungan.domain.Chat;
import id.anjungan.protocol.Json;
import id.anjungan.protocol.RowHash;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One consistent state of the cache, as the server sent it, to be compared with the server's: what waiting commands
/// have laid over it does not count. Only valid inside the function it was given to; one thread.
public final class HeldRows {
    private final Db db;
    private @Nullable Instant leftBefore;
    private Set<UUID> left = Set.of();

    HeldRows(Db db) {
        this.db = db;
    }

    /// How far the stream has been read.
    public StreamPosition position() {
        return StreamPosition.read(key -> db.one("SELECT value FROM meta WHERE key=?", r -> r.getString(1), key));
    }

    /// Records that could not be held make a comparison meaningless.
    public boolean complete() {
        return db.number("SELECT count(*) FROM (SELECT 1 FROM aside LIMIT 1)") == 0;
    }

    /// The hash of what is held, without these, and without what has left this desk (or soon will) because its case
    /// was closed before `closedBefore`.
    public RowHash hash(Set<UUID> without, @Nullable Instant closedBefore) {
        if (closedBefore != null && !closedBefore.equals(leftBefore)) {
            left = left(closedBefore);
            leftBefore = closedBefore;
        }
        RowHash hash = new RowHash();
        db.list(
                "SELECT e.id, e.seq, coalesce(b.body, e.body) AS body, e.about FROM entity e LEFT JOIN base b ON b.id=e.id "
                        + "WHERE b.id IS NULL OR b.body IS NOT NULL",
                r -> {
                    UUID id = Db.id(r, "id");
                    UUID about = Db.idOrNull(r, "about");
                    if (!without.contains(id) && !left.contains(id) && (about == null || !left.contains(about))) {
                        hash.add(id, r.getLong("seq"), r.getString("body"));
                    }
                    return null;
                });
        return hash;
    }

    /// Cases closed before, alarms and persons of theirs alone, and whatever is gone though something about it is here.
    private Set<UUID> left(Instant before) {
        Set<UUID> gone = new HashSet<>(db.list(
                "SELECT DISTINCT about FROM entity WHERE about IS NOT NULL AND about NOT IN (SELECT id FROM entity)",
                r -> Db.id(r, "about")));
        gone.addAll(db.list(
                "SELECT id FROM case_row WHERE closed_at<? AND open=0 AND id NOT IN (SELECT id FROM base)",
                r -> Db.id(r, "id"), before));
        db.list(
                "SELECT b.id, b.body FROM base b JOIN entity e ON e.id=b.id WHERE e.kind='case' AND b.body IS NOT NULL",
                r -> {
                    Case c = Json.read(r.getString("body"), Case.class);
                    Instant closed = c.closedAt();
                    if (!c.open() && closed != null && closed.isBefore(before)) {
                        gone.add(c.id());
                    }
                    return null;
                });
        alarms(gone);
        persons(gone);
        return gone;
    }

    private void alarms(Set<UUID> gone) {
        db.list("SELECT body FROM entity WHERE kind='alarm'", r -> {
            Alarm a = Json.read(r.getString("body"), Alarm.class);
            UUID of = a.caseId();
            if (of != null && (gone.contains(of) || db.number("SELECT count(*) FROM case_row WHERE id=?", of) == 0)) {
                gone.add(a.id());
            }
            return null;
        });
    }

    private void persons(Set<UUID> gone) {
        Set<UUID> kept = new HashSet<>();
        db.list("SELECT id, person FROM case_row", r -> {
            if (!gone.contains(Db.id(r, "id"))) {
                kept.add(Db.id(r, "person"));
            }
            return null;
        });
        db.list("SELECT body FROM entity WHERE kind='chat'", r -> {
            kept.add(Json.read(r.getString("body"), Chat.class).person());
            return null;
        });
        db.list("SELECT id FROM entity WHERE kind='person'", r -> {
            UUID id = Db.id(r, "id");
            if (!kept.contains(id)) {
                gone.add(id);
            }
            return null;
        });
    }
}
