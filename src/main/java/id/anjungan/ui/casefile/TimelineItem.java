package id.anjungan.ui.casefile;

import java.util.UUID;

/// One line of a case's story. A quote is the citizen's own words.
record TimelineItem(UUID id, String time, Kind kind, String text, String body, String meta) {
    enum Kind {
        QUOTE,
        ANSWER,
        NOTE,
        ACT,
        ALERT,
        QUIET
    }
}
