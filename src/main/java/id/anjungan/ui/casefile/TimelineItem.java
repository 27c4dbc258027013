package id.anjungan.ui.casefile;

import id.anjungan.ui.control.answer.Sending;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One line of a case's story. A quote is the citizen's own words; `sending` says how far an answer has come.
record TimelineItem(UUID id, String time, Kind kind, String text, String body, String meta, @Nullable Sending sending) {
    enum Kind {
        QUOTE,
        ANSWER,
        NOTE,
        ACT,
        ALERT,
        QUIET
    }

    boolean undoable() {
        return sending != null && sending.undoable();
    }
}
