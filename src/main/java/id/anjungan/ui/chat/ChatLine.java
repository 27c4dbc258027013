package id.anjungan.ui.chat;

import id.anjungan.ui.control.answer.Sending;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One thing said or done in a chat. `sending` says how far one of ours has come.
record ChatLine(UUID id, Side side, String text, String meta, @Nullable Sending sending) {
    enum Side {
        CITIZEN,
        DESK,
        NOTE,
        EVENT
    }
}
