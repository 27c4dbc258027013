package id.anjungan.ui.search;

/// What can be asked for by `name:value`. The names of each, in either language, are the words of `search.op.…`.
enum Operator {
    DISTRICT,
    VILLAGE,
    CHANNEL,
    CATEGORY,
    AGENCY,
    PRIORITY,
    STATUS,
    OWNER,
    DUE,
    REPORTER,
    PHONE,
    ADDRESS,
    TAG;

    /// Whether anything may stand behind it; else one of a list.
    boolean free() {
        return this == REPORTER || this == PHONE || this == ADDRESS;
    }

    String key() {
        return "search.op." + name();
    }
}
