package id.anjungan.ui.control.answer;

import id.anjungan.domain.Message;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How far a message to a citizen has come, in words. `undoable`: it has not left and its author may take it back.
/// `body` is what it says, for whoever must write it once more because it did not arrive, or may not have.
public record Sending(Message.Delivery delivery, String words, boolean undoable, String body) {

    /// Null for what never leaves the building. `me` is the operator at this desk.
    public static @Nullable Sending of(Message m, Words w, Instant now, String me) {
        if (m.kind() != Message.Kind.OUTBOUND || m.delivery() == Message.Delivery.NONE) {
            return null;
        }
        Instant hold = m.holdUntil();
        boolean held = m.delivery() == Message.Delivery.WAITING && hold != null && hold.isAfter(now);
        String said = held
                ? w.get("answer.held", w.formats().left(Duration.between(now, hold)))
                : w.text().of(m.delivery());
        return new Sending(m.delivery(), said, held && m.author().equals(me), m.body());
    }

    /// Whether a person must decide if it is sent once more; nothing does so by itself.
    public boolean doubtful() {
        return delivery == Message.Delivery.FAILED || delivery == Message.Delivery.UNCERTAIN;
    }
}
