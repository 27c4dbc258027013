package id.anjungan.state;

import id.anjungan.domain.CaseState;
import id.anjungan.domain.Priority;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of the queue. `title` is the beginning of the citizen's words, empty when this desk may not see
/// them or the case is sensitive: then the category's name stands for it. `due` is the next running clock;
/// `reports` is how many cases tell of the same incident (1 = just this). `pending` marks an effect the server
/// has not settled yet. `clock` is the rule of the clock that `due` belongs to, `agencies` are those who have the case.
/// `merged` is how many cases repeat it; `folded` says that it repeats one itself, under which it stands.
public record QueueRow(
        UUID id,
        String number,
        String channel,
        String category,
        Priority priority,
        CaseState state,
        String title,
        @Nullable String district,
        @Nullable String village,
        @Nullable String claimedBy,
        boolean claimProvisional,
        boolean acknowledged,
        boolean sensitive,
        int level,
        @Nullable Instant due,
        boolean paused,
        int reports,
        Instant receivedAt,
        boolean pending,
        @Nullable String clock,
        List<String> agencies,
        int merged,
        boolean folded,
        List<String> tags) {
    public QueueRow {
        agencies = List.copyOf(agencies);
        tags = List.copyOf(tags);
    }

    /// A case that is merged with none and has no tag.
    public QueueRow(
            UUID id,
            String number,
            String channel,
            String category,
            Priority priority,
            CaseState state,
            String title,
            @Nullable String district,
            @Nullable String village,
            @Nullable String claimedBy,
            boolean claimProvisional,
            boolean acknowledged,
            boolean sensitive,
            int level,
            @Nullable Instant due,
            boolean paused,
            int reports,
            Instant receivedAt,
            boolean pending,
            @Nullable String clock,
            List<String> agencies) {
        this(
                id, number, channel, category, priority, state, title, district, village, claimedBy, claimProvisional,
                acknowledged, sensitive, level, due, paused, reports, receivedAt, pending, clock, agencies, 0, false,
                List.of());
    }
}
