package id.anjungan.domain;

/// Who may learn what about a case. `confidential` hides the case from the public and from agencies that
/// do not act on it (SP4N *rahasia*); `anonymous` hides the reporter from the agency (SP4N *anonim*);
/// `sensitive` comes from the category and masks text everywhere but the case file.
public record Privacy(boolean confidential, boolean anonymous, boolean sensitive) {
    public static final Privacy OPEN = new Privacy(false, false, false);

    /// Where two statements meet, the stricter wins, in each respect.
    public Privacy stricter(Privacy other) {
        return new Privacy(
                confidential || other.confidential, anonymous || other.anonymous, sensitive || other.sensitive);
    }

    /// Whether this hides at least all that `other` hides.
    public boolean coversAllOf(Privacy other) {
        return stricter(other).equals(this);
    }
}
