package id.anjungan.state;

import id.anjungan.store.CaseFacts;

/// From the cache's rows to what a list shows.
final class Rows {
    private Rows() {}

    static QueueRow of(CaseFacts f) {
        return new QueueRow(
                f.id(), f.number(), f.channel(), f.category(), f.priority(), f.state(), f.title(), f.district(),
                f.village(), f.claimedBy(), f.claimProvisional(), f.acknowledged(), f.sensitive(), f.level(), f.due(),
                f.paused(), f.reports(), f.receivedAt(), f.pending(), f.clock(), f.agencies(), f.merged(),
                f.folded(), f.tags());
    }
}
