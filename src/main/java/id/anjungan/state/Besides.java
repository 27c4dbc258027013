package id.anjungan.state;

import id.anjungan.domain.Case;
import id.anjungan.domain.Entry;
import id.anjungan.store.BesideReader;
import id.anjungan.store.CacheReader;
import id.anjungan.store.DeskDb;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds what the operator here is to be told of: reminders that are due, and news of watched cases. What has been seen
/// is kept in `desk.db` as the number of the last entry looked at, so it survives a restart, and what happened while
/// the desk was away is told when it comes back. Projector's thread only.
final class Besides {
    private static final int TAGS = 100;
    private static final int REMINDERS = 100;
    private static final int WATCHED = 200;
    private static final int NEWS = 20;
    private static final String SEEN = "watched.";
    /// What people do for themselves is no news of the case.
    private static final Set<String> QUIET =
            Set.of("tagged", "untagged", "watched", "unwatched", "reminder-set", "reminder-dropped", "alarm-acknowledged");

    private final CacheReader cases;
    private final BesideReader reader;
    private final DeskDb desk;
    private final Map<UUID, Known> known = new HashMap<>();

    private record Known(long last, List<Entry> news) {}

    Besides(CacheReader reader, DeskDb desk) {
        cases = reader;
        this.reader = reader.beside();
        this.desk = desk;
    }

    /// `looking` is the case that is open: whoever looks at it has seen its news.
    Beside now(String me, @Nullable UUID looking, Instant now) {
        return new Beside(
                reader.tags(TAGS).stream().map(BesideReader.Tagged::tag).toList(),
                reader.reminders(me, REMINDERS).stream()
                        .map(r -> new Beside.Reminded(Rows.of(r.c()), r.at(), !now.isBefore(r.at())))
                        .toList(),
                changed(me, looking));
    }

    private List<Beside.Changed> changed(String me, @Nullable UUID looking) {
        List<Case> watched = reader.watched(me, WATCHED);
        known.keySet().retainAll(watched.stream().map(Case::id).toList());
        List<Beside.Changed> all = new ArrayList<>();
        for (Case c : watched) {
            Known k = known.get(c.id());
            long last = reader.lastEntry(c.id());
            boolean looks = c.id().equals(looking);
            if (k == null || k.last() != last || (looks && !k.news().isEmpty())) {
                k = new Known(last, news(c, last, me, looks));
                known.put(c.id(), k);
            }
            List<Entry> news = k.news();
            if (!news.isEmpty()) {
                cases.rows(List.of(c.id())).forEach(f -> all.add(new Beside.Changed(Rows.of(f), news)));
            }
        }
        return all;
    }

    /// What has come since the case was last looked at, or since it is watched. One whose numbers began anew with the
    /// server's history has no news.
    private List<Entry> news(Case c, long last, String me, boolean looking) {
        long seen = desk.setting(SEEN + c.id())
                .map(Long::parseLong)
                .orElseGet(() -> reader.lastEntry(c.id(), me, "watched"));
        if (looking || seen > last) {
            if (seen != last) {
                Unwaited.kept(desk.putSetting(SEEN + c.id(), Long.toString(last)));
            }
            return List.of();
        }
        // Not settled yet: there is nothing to count from.
        return seen == 0
                ? List.of()
                : reader.entriesAfter(c.id(), seen, NEWS).stream()
                        .filter(e -> !e.actor().equals(me) && !QUIET.contains(e.code()))
                        .toList();
    }
}
