package id.anjungan.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Merged cases stand in the queue as one: what repeats an open case is folded into it, and the main case takes the
/// nearest deadline of all, so that merging hides no breach. Writer thread only.
final class Families {
    private Families() {}

    /// A row written, and what was there before.
    record Put(@Nullable CaseFacts was, CaseFacts now) {}

    private record Due(Instant at, @Nullable String clock) {}

    /// A row as it stands among those it is merged with.
    static CaseFacts fitted(Db db, CaseFacts f) {
        UUID main = f.main();
        boolean folded = main != null && db.number("SELECT count(*) FROM case_row WHERE id=? AND open=1", main) > 0;
        Instant due = f.due();
        Due nearest = f.merged() == 0 || !f.open()
                ? null
                : db.one(
                                "SELECT due_at, clock FROM case_row WHERE main=? AND open=1 AND due_at<? ORDER BY due_at LIMIT 1",
                                r -> new Due(Db.instant(r.getLong(1)), r.getString(2)),
                                f.id(), due == null ? (Object) CaseFacts.NO_DUE : due)
                        .orElse(null);
        return folded || nearest != null
                ? f.among(folded, nearest == null ? due : nearest.at(), nearest == null ? f.clock() : nearest.clock())
                : f;
    }

    /// The other rows that must be fitted anew after this one.
    static Set<UUID> kin(Db db, @Nullable CaseFacts was, @Nullable CaseFacts now) {
        Set<UUID> all = new LinkedHashSet<>();
        for (CaseFacts f : both(was, now)) {
            UUID main = f.main();
            if (main != null) {
                all.add(main);
            }
        }
        boolean opened = was == null || now == null || was.open() != now.open() || was.merged() != now.merged();
        CaseFacts either = now != null ? now : was;
        if (either != null && opened && (either.merged() > 0 || (was != null && was.merged() > 0))) {
            all.addAll(db.list("SELECT id FROM case_row WHERE main=?", r -> Db.id(r.getBytes(1)), either.id()));
        }
        return all;
    }

    private static List<CaseFacts> both(@Nullable CaseFacts was, @Nullable CaseFacts now) {
        List<CaseFacts> all = new ArrayList<>();
        if (was != null) {
            all.add(was);
        }
        if (now != null) {
            all.add(now);
        }
        return all;
    }
}
