package id.anjungan.ui.chat;

import java.util.UUID;

/// One thing said or done in a chat. `by` is empty for the citizen's own lines.
record ChatLine(UUID id, Side side, String text, String meta) {
    enum Side {
        CITIZEN,
        DESK,
        NOTE,
        EVENT
    }
}
