package id.anjungan.ui.casefile;

/// The forms that open beneath a case; one at a time.
public enum Panel {
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
