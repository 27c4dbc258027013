package id.anjungan.store;

import id.anjungan.domain.Case;
import id.anjungan.domain.Reminder;
import java.time.Instant;
import java.util.UUID;

/// Keeps `case_mark`: by which tag, by whose watching and by whose reminder a case is found. Writer thread only.
final class Marks {
    private static final String ADD = "INSERT OR REPLACE INTO case_mark(word,case_id,at) VALUES(?,?,?)";

    private Marks() {}

    /// Most cases have no mark, and then one look into a nearly empty index is all it costs.
    static void put(Db db, Case c, boolean fresh) {
        if (!fresh) {
            remove(db, c.id());
        }
        c.tags().forEach(t -> db.update(ADD, CaseFacts.tag(t), c.id(), Instant.EPOCH));
        c.watchers().forEach(w -> db.update(ADD, CaseFacts.watcher(w), c.id(), Instant.EPOCH));
        for (Reminder r : c.reminders()) {
            db.update(ADD, CaseFacts.reminder(r.operator()), c.id(), r.at());
        }
    }

    static void remove(Db db, UUID id) {
        db.update("DELETE FROM case_mark WHERE case_id=?", id);
    }
}
