package id.anjungan.ui.wallboard;

import id.anjungan.state.WallFigures;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// What came in today by the hour, beside what is usual for such a day.
final class TrendPage extends WallPage {
    private static final int HOURS = 24;
    private static final double HEAD = 130;
    private static final double FOOT = 44;

    private final Label today = styled(new Label(), "wall-figure-value", "figure");
    private final Label todayName = styled(new Label(), "wall-figure-name", "wall-secondary");
    private final Label usual = styled(new Label(), "wall-figure-value", "figure");
    private final Label usualName = styled(new Label(), "wall-figure-name", "wall-secondary");
    private final Label difference = styled(new Label(), "wall-figure-value", "figure");
    private final Label differenceName = styled(new Label(), "wall-figure-name", "wall-secondary");
    private final Label most = styled(new Label(), "wall-axis", "wall-secondary", "figure");
    private final List<Rectangle> bars = new ArrayList<>();
    private final List<Line> marks = new ArrayList<>();
    private final List<Label> hours = new ArrayList<>();
    private final Region axis = styled(new Region(), "wall-axis-line");
    private WallFigures.@Nullable Trend trend;
    private int hour;

    TrendPage(Words w) {
        super("trend");
        getStyleClass().add("wall-pane");
        List<Node> all = new ArrayList<>(List.of(
                today, todayName, usual, usualName, difference, differenceName, most, axis));
        for (int h = 0; h < HOURS; h++) {
            bars.add(styled(new Rectangle(), "wall-trend-bar"));
            marks.add(styled(new Line(), "wall-trend-usual"));
            Label l = styled(new Label(h % 3 == 0 ? String.format(java.util.Locale.ROOT, "%02d", h) : ""), "wall-axis", "wall-secondary", "figure");
            hours.add(l);
        }
        all.addAll(bars);
        all.addAll(marks);
        all.addAll(hours);
        getChildren().setAll(all);
        todayName.setText(w.get("wallboard.trend.today"));
    }

    @Override
    boolean has(WallMoment m, Words w) {
        return m.wall().figures().trend() != null;
    }

    @Override
    double leastWidth() {
        return 1_150;
    }

    @Override
    double leastHeight() {
        return HEAD + FOOT + 160;
    }

    @Override
    void show(WallMoment m, Words w, Instant now) {
        WallFigures.Trend t = m.wall().figures().trend();
        trend = t;
        if (t == null) {
            return;
        }
        LocalTime time = now.atZone(w.formats().zone()).toLocalTime();
        hour = time.getHour();
        int came = t.today().stream().mapToInt(Integer::intValue).sum();
        double expected = expected(t, time);
        today.setText(WallTexts.n(w, came));
        usual.setText(w.formats().number(Math.round(expected)));
        usualName.setText(w.text().count(t.alike() ? "wallboard.trend.usualAlike" : "wallboard.trend.usual", t.days()));
        double more = expected < 1 ? 0 : came / expected - 1;
        difference.setText(expected < 1 ? w.formats().none() : (more > 0 ? "+" : "") + w.formats().percent(more));
        differenceName.setText(w.get(more < 0 ? "wallboard.trend.less" : "wallboard.trend.more"));
        most.setText(WallTexts.n(w, top(t)));
        requestLayout();
    }

    /// What is usual until this minute: the hours that are over and so much of this one.
    static double expected(WallFigures.Trend t, LocalTime now) {
        double sum = IntStream.range(0, now.getHour()).mapToDouble(h -> t.usual().get(h)).sum();
        return sum + t.usual().get(now.getHour()) * now.getMinute() / 60;
    }

    private static int top(WallFigures.Trend t) {
        int came = t.today().stream().mapToInt(Integer::intValue).max().orElse(0);
        double usual = t.usual().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return Math.max(1, (int) Math.ceil(Math.max(came, usual)));
    }

    @Override
    protected void layoutChildren() {
        WallFigures.Trend t = trend;
        if (t == null) {
            return;
        }
        double x = snappedLeftInset();
        double y = snappedTopInset();
        double w = getWidth() - x - snappedRightInset();
        double third = w / 3;
        place(today, todayName, x, y, third);
        place(usual, usualName, x + third, y, third);
        place(difference, differenceName, x + 2 * third, y, third);
        double left = x + 90;
        double top = y + HEAD + 16;
        double bottom = getHeight() - snappedBottomInset() - FOOT;
        double column = (x + w - left) / HOURS;
        double unit = (bottom - top) / top(t);
        most.resizeRelocate(x, top - 14, 80, 28);
        axis.resizeRelocate(left, bottom, x + w - left, 2);
        for (int h = 0; h < HOURS; h++) {
            double bx = left + h * column + column * 0.14;
            double bw = column * 0.72;
            double high = t.today().get(h) * unit;
            Rectangle bar = bars.get(h);
            bar.setX(bx);
            bar.setWidth(bw);
            bar.setY(bottom - high);
            bar.setHeight(high);
            bar.getStyleClass().setAll(h == hour ? "wall-trend-now" : "wall-trend-bar");
            double u = bottom - t.usual().get(h) * unit;
            Line mark = marks.get(h);
            mark.setStartX(bx - 3);
            mark.setEndX(bx + bw + 3);
            mark.setStartY(u);
            mark.setEndY(u);
            hours.get(h).resizeRelocate(left + h * column, bottom + 8, column, FOOT - 8);
        }
    }

    private static void place(Label value, Label name, double x, double y, double w) {
        name.resizeRelocate(x, y, w - 16, 34);
        value.resizeRelocate(x, y + 30, w - 16, HEAD - 34);
    }
}
