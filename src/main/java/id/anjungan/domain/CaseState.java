package id.anjungan.domain;

/// Where a case stands, in the words of SP4N-LAPOR! (national states *Belum terverifikasi, Belum
/// ditindaklanjuti, Proses, Tertunda, Selesai, Diarsipkan*), used for every channel so that one queue can
/// hold them all.
public enum CaseState {
    /// Received, nobody has judged it yet (*Belum terverifikasi*).
    UNVERIFIED(true),
    /// Verified, and waiting for the agency to begin (*Belum ditindaklanjuti*).
    VERIFIED(true),
    /// An agency or an operator works on it (*Proses*).
    IN_PROGRESS(true),
    /// Deliberately set aside, with a reason; pausable clocks stand still (*Tertunda*).
    ON_HOLD(true),
    /// Finished, with an outcome (*Selesai*).
    DONE(false),
    /// Kept without action: not our authority, nuisance, incomplete (*Diarsipkan*).
    ARCHIVED(false);

    private final boolean open;

    CaseState(boolean open) {
        this.open = open;
    }

    /// Whether somebody still has to do something.
    public boolean open() {
        return open;
    }
}
