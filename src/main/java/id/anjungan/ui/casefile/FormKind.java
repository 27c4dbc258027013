package id.anjungan.ui.casefile;

/// The forms that open beneath a case; one at a time.
public enum FormKind {
    NONE,
    DISPOSE,
    ESCALATE,
    HOLD,
    CLOSE,
    NOTE,
    RELEASE,
    HAND_OVER,
    NOT_OURS,
    ARCHIVE,
    REOPEN
}
