package id.anjungan.ui.wallboard;

import id.anjungan.state.Figures;
import id.anjungan.state.WallFigures;
import id.anjungan.ui.control.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the shift has done beside what it is to do; whether a target is met is a sign before it is a colour.
final class ShiftPage extends WallPage {
    private final FitGrid grid = new FitGrid(410, 250, 420);
    private final List<TargetCard> cards = new ArrayList<>();

    ShiftPage() {
        super("shift");
        getChildren().setAll(grid);
    }

    /// A figure and its target. `met` is null where there is none or nothing to judge yet.
    record Target(String label, String value, String target, @Nullable Boolean met, String verdict) {}

    @Override
    boolean has(WallMoment m, Words w) {
        return true;
    }

    @Override
    void show(WallMoment m, Words w, Instant now) {
        List<Target> all = targets(m, w, now);
        while (cards.size() < all.size()) {
            cards.add(new TargetCard());
        }
        for (int i = 0; i < all.size(); i++) {
            cards.get(i).show(all.get(i));
        }
        grid.set(cards.subList(0, all.size()));
    }

    static List<Target> targets(WallMoment m, Words w, Instant now) {
        Figures f = m.figures();
        WallFigures.@Nullable CallFigures calls = m.wall().figures().calls();
        List<Target> all = new ArrayList<>();
        all.add(share(w, w.get("wallboard.shift.within"), f.withinTarget(), false));
        if (calls != null) {
            all.add(share(w, w.get("wallboard.callsWithin"), calls.within(), true));
        }
        all.add(none(w, w.get("wallboard.overdue"), f.breached()));
        all.add(none(w, w.get("wallboard.unclaimed"), f.unclaimed()));
        if (w.city().hasChats()) {
            Instant since = f.oldestChat();
            Duration promised = w.city().chatFirstAnswer();
            Duration waits = since == null ? Duration.ZERO : Duration.between(since, now);
            all.add(judged(
                    w, w.get("wallboard.lines.longest"), since == null ? w.formats().none() : w.formats().left(waits),
                    w.get("wallboard.target", w.formats().age(promised)), waits.compareTo(promised) <= 0));
        }
        int received = m.wall().figures().receivedToday();
        all.add(judged(
                w, w.get("wallboard.closedToday"), WallTexts.n(w, f.closedToday()),
                w.get("wallboard.shift.received", WallTexts.n(w, received)), f.closedToday() >= received));
        all.add(new Target(
                w.get("wallboard.firstResponse"),
                f.firstResponseP90() == null ? w.formats().none() : w.formats().left(f.firstResponseP90()),
                w.get("wallboard.firstResponse.today"), null, ""));
        return all;
    }

    private static Target share(Words w, String label, double share, boolean emergencyLine) {
        double target = w.city().target(emergencyLine);
        String wanted = w.get("wallboard.target", w.formats().percent(target));
        return share < 0
                ? new Target(label, w.formats().none(), wanted, null, "")
                : judged(w, label, w.formats().percent(share), wanted, WallTexts.met(share, target));
    }

    private static Target none(Words w, String label, int n) {
        return judged(w, label, WallTexts.n(w, n), w.get("wallboard.target", WallTexts.n(w, 0)), n == 0);
    }

    private static Target judged(Words w, String label, String value, String target, boolean met) {
        return new Target(label, value, target, met, w.get(met ? "wallboard.shift.met" : "wallboard.shift.missed"));
    }

    @Override
    protected void layoutChildren() {
        grid.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
