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
    REOPEN,
    MERGE,
    TAG,
    REMIND,
    RECATEGORISE,
    RELOCATE,
    PRIVACY,
    AGENCY_REPLY,
    RESULT;

    /// Whether it is for closed cases as well as for open ones.
    boolean anyState() {
        return this == TAG || this == REMIND || this == PRIVACY;
    }
}
