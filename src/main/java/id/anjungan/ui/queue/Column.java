package id.anjungan.ui.queue;

/// What a row may tell under its title.
enum Column {
    PLACE,
    REPORTS,
    LEVEL,
    MERGED,
    TAGS,
    CATEGORY,
    CHANNEL,
    AGENCY,
    STATE,
    AGE;

    static final java.util.List<Column> USUAL = java.util.List.of(PLACE, REPORTS, LEVEL, MERGED, TAGS);

    /// Shown in a frame, since it is a remark rather than a name.
    boolean framed() {
        return this == REPORTS || this == LEVEL || this == MERGED || this == TAGS;
    }
}
