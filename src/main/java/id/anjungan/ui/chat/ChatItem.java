package id.anjungan.ui.chat;

import id.anjungan.domain.Chat;
import id.anjungan.state.ChatRow;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A chat in the list, written out. `late` when the citizen has waited long.
record ChatItem(
        UUID id, String number, String name, String last, String waited, boolean waits, boolean late, boolean mine,
        String holder) {
    private static final Duration LATE = Duration.ofMinutes(1);

    static ChatItem of(ChatRow r, Words w, Instant now) {
        Instant since = r.waitingSince();
        Duration waited = since == null ? Duration.ZERO : Duration.between(since, now);
        String shownWait = since == null ? w.formats().when(r.lastAt(), now) : w.formats().left(waited);
        return new ChatItem(
                r.id(), r.number(), r.name().isBlank() ? w.get("chat.citizen") : r.name(), r.lastLine().strip(), shownWait,
                since != null, waited.compareTo(LATE) > 0, r.mine(), holder(r, w));
    }

    private static String holder(ChatRow r, Words w) {
        @Nullable String by = r.takenBy();
        if (r.pending()) {
            return w.get("queue.sending");
        }
        if (r.mine()) {
            return w.get("chat.mine");
        }
        return by == null || r.state() == Chat.State.WAITING ? w.get("chat.waiting") : w.initials(by);
    }
}
