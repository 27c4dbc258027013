package id.anjungan.profile;

import id.anjungan.domain.Policy;
import id.anjungan.domain.Priority;
import java.util.Set;

/// What a city says about the work on cases: which results are looked at before closing, and what is taken for the
/// same report twice.
final class CaseReader {
    private CaseReader() {}

    /// `closing: {channels: [], categories: [], priorities: [EMERGENCY]}`; absent: nothing needs it.
    static Policy.Closing closing(Fields city, Codes channels, Codes categories) {
        Fields f = city.table("closing");
        if (f == null) {
            return Policy.Closing.FREE;
        }
        var found = new Policy.Closing(
                f.refs("channels", channels), f.refs("categories", categories), f.wordSet("priorities", Priority.class));
        f.done();
        return found;
    }

    /// `likeness: {window: 10m, metres: 80, wide: [BNJ-GEN], wideWindow: 30m, wideMetres: 400, score: 50}`; the score
    /// in hundredths.
    static Policy.Likeness likeness(Fields city, Codes categories) {
        Policy.Likeness usual = Policy.Likeness.DEFAULT;
        Fields f = city.table("likeness");
        if (f == null) {
            return usual;
        }
        Set<String> wide = f.refs("wide", categories);
        var found = new Policy.Likeness(
                f.duration("window", usual.window()), f.whole("metres", (int) usual.metres(), 1, 100_000), wide,
                f.duration("wideWindow", usual.wideWindow()),
                f.whole("wideMetres", (int) usual.wideMetres(), 1, 100_000),
                f.whole("score", (int) Math.round(100 * usual.score()), 1, 100) / 100.0);
        f.done();
        return found;
    }
}
