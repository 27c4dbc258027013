package id.anjungan.ui.tiles;

import id.anjungan.state.Figures;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The four figures beside the tiles, written out. The flags choose their colour.
record FigureTexts(
        String breached,
        String breachedOf,
        boolean anyBreached,
        String firstResponse,
        String firstResponseHint,
        String unclaimed,
        String unclaimedOldest,
        boolean anyUnclaimed,
        String closed,
        String closedTrend) {
    static final FigureTexts NONE = new FigureTexts("", "", false, "", "", "", "", false, "", "");

    static FigureTexts of(Figures f, Words w, Instant now) {
        return new FigureTexts(
                w.formats().number(f.breached()),
                w.get("tiles.overdue.of", w.formats().number(f.open())),
                f.breached() > 0,
                span(w, f.firstResponseP90()),
                w.get("tiles.firstResponse.today"),
                w.formats().number(f.unclaimed()),
                oldest(w, f.oldestUnclaimed(), now),
                f.unclaimed() > 0,
                w.formats().number(f.closedToday()),
                closedTrend(w, f));
    }

    private static String span(Words w, @Nullable Duration d) {
        return d == null ? w.formats().none() : w.formats().left(d);
    }

    private static String oldest(Words w, @Nullable Instant since, Instant now) {
        return since == null
                ? w.get("tiles.oldest.none")
                : w.get("tiles.oldest", w.formats().age(Duration.between(since, now)));
    }

    private static String closedTrend(Words w, Figures f) {
        if (f.closedYesterdayByNow() == 0) {
            return w.get("tiles.closedToday.unknown");
        }
        double change = (f.closedToday() - f.closedYesterdayByNow()) / (double) f.closedYesterdayByNow();
        long percent = Math.round(Math.abs(change) * 100);
        if (percent == 0) {
            return w.get("tiles.closedToday.same");
        }
        String key = change > 0 ? "tiles.closedToday.up" : "tiles.closedToday.down";
        return w.get(key, w.formats().percent(Math.abs(change)));
    }
}
