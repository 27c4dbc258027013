package id.anjungan.channel.feed;

/// What became of a file. `accepted` + `aside` = `read`, always; `known` of the accepted were there before.
public record FeedResult(long read, long accepted, long aside, long known) {
    public FeedResult {
        if (accepted + aside != read || known > accepted) {
            throw new IllegalArgumentException(
                    "accepted " + accepted + " + aside " + aside + " must be read " + read + ", known " + known);
        }
    }

    FeedResult plus(long moreAccepted, long moreAside, long moreKnown) {
        return new FeedResult(
                read + moreAccepted + moreAside, accepted + moreAccepted, aside + moreAside, known + moreKnown);
    }

    /// The line an import ends with.
    public String line() {
        return "read " + read + " accepted " + accepted + " aside " + aside;
    }
}
