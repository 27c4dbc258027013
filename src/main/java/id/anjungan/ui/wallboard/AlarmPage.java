package id.anjungan.ui.wallboard;

import id.anjungan.state.AlarmRow;
import id.anjungan.ui.control.EmptyState;
import id.anjungan.ui.control.PriorityMark;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What nobody has acknowledged: the emergency that took the wall, or the worst, as large as it can be, and the others
/// below.
final class AlarmPage extends WallPage {
    private static final double GAP = 16;
    private static final double TOP = 360;
    private static final double NARROW = 1_500;

    private final PriorityMark mark = new PriorityMark(150);
    private final Label what = styled(new Label(), "wall-alarm-what");
    private final Label where = styled(new Label(), "wall-alarm-where");
    private final Label clock = styled(new Label(), "wall-alarm-clock", "figure");
    private final Tone tone = new Tone(clock);
    private final HBox top = styled(new HBox(48), "wall-pane", "wall-alarm");
    private final Tone size = new Tone(top);
    private final Lines others;

    AlarmPage(Words w) {
        super("alarm");
        what.setWrapText(true);
        VBox words = new VBox(what, where);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        clock.setMinWidth(USE_PREF_SIZE);
        top.setAlignment(Pos.CENTER_LEFT);
        top.getChildren().setAll(mark, words, clock);
        others = new Lines(new EmptyState("mdoal-check_circle", w.get("wallboard.alarm.noOther"), ""));
        getChildren().setAll(top, others);
    }

    @Override
    boolean has(WallMoment m, Words w) {
        return !m.alarms().isEmpty();
    }

    @Override
    double leastWidth() {
        return 900;
    }

    @Override
    double leastHeight() {
        return 240;
    }

    /// The one that took the wall first, then as they are.
    static List<AlarmRow> ordered(WallMoment m) {
        List<AlarmRow> all = new ArrayList<>(m.alarms());
        m.alarms().stream().filter(a -> a.alarm().id().equals(m.taking())).findFirst().ifPresent(a -> {
            all.remove(a);
            all.addFirst(a);
        });
        return all;
    }

    @Override
    void show(WallMoment m, Words w, Instant now) {
        List<AlarmRow> all = ordered(m);
        if (all.isEmpty()) {
            return;
        }
        WallTexts.Worst first = WallTexts.alarm(all.getFirst(), w, now);
        mark.setPriority(first.priority());
        what.setText(first.what());
        where.setText(first.where());
        clock.setText(first.clock());
        tone.set(first.late() ? "as-emergency" : "");
        others.show(
                all.stream().skip(1).map(a -> WallTexts.alarm(a, w, now)).toList(),
                n -> w.get("wallboard.more", WallTexts.n(w, n)));
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        boolean narrow = w < NARROW;
        size.set(narrow ? "wall-alarm-narrow" : "");
        boolean below = h >= TOP + GAP + 2 * WallLine.HEIGHT;
        double high = below ? TOP : h;
        top.resizeRelocate(0, 0, w, high);
        others.setVisible(below);
        others.resizeRelocate(0, high + GAP, w, Math.max(0, h - high - GAP));
    }
}
