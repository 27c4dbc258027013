package id.anjungan.domain;

/// Why a case ended. Present exactly when its state is not open.
public enum Outcome {
    RESOLVED,
    ANSWERED,
    DUPLICATE,
    NOT_OUR_AUTHORITY,
    NUISANCE,
    INCOMPLETE,
    WITHDRAWN
}
