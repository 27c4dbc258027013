package id.anjungan.ui.control;

/// How far what is shown can be trusted. Its age is always said beside it.
public enum Freshness {
    LIVE,
    /// Older than it should be; shown greyed.
    STALE,
    /// Nothing comes in at all.
    OFFLINE
}
