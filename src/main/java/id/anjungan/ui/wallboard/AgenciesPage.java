package id.anjungan.ui.wallboard;

import id.anjungan.state.WallFigures;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// What lies with which agency: open as a bar, and of it what is past a deadline; the worst on top.
final class AgenciesPage extends WallPage {
    private static final double ROW = 84;
    private static final double MORE = 40;
    private static final double LEAST_COLUMN = 860;
    private static final double GAP = 48;

    private final List<AgencyRow> rows = new ArrayList<>();
    private final Label more = styled(new Label(), "wall-more", "wall-secondary");
    private List<WallFigures.AgencyFigure> all = List.of();
    private Words words;

    AgenciesPage(Words w) {
        super("agencies");
        words = w;
        getStyleClass().add("wall-pane");
        getChildren().setAll(more);
    }

    @Override
    boolean has(WallMoment m, Words w) {
        return !m.wall().figures().agencies().isEmpty();
    }

    @Override
    void show(WallMoment m, Words w, Instant now) {
        words = w;
        all = m.wall().figures().agencies();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth() - snappedLeftInset() - snappedRightInset();
        double h = getHeight() - snappedTopInset() - snappedBottomInset();
        int columns = w >= 2 * LEAST_COLUMN + GAP && all.size() > (int) (h / ROW) ? 2 : 1;
        int inColumn = Math.max(1, (int) ((h - MORE) / ROW));
        int n = Math.min(all.size(), columns * inColumn);
        while (rows.size() < n) {
            AgencyRow row = new AgencyRow();
            rows.add(row);
            getChildren().add(row);
        }
        int most = all.stream().mapToInt(WallFigures.AgencyFigure::open).max().orElse(1);
        double cw = (w - GAP * (columns - 1)) / columns;
        double each = Math.min(ROW * 1.3, (h - MORE) / Math.max(1, Math.min(inColumn, n)));
        for (int i = 0; i < rows.size(); i++) {
            AgencyRow row = rows.get(i);
            row.setVisible(i < n);
            if (i < n) {
                WallFigures.AgencyFigure a = all.get(i);
                row.show(
                        words.city().agency(a.agency()), WallTexts.n(words, a.open()),
                        a.breached() > 0 ? words.get("wallboard.agency.late", WallTexts.n(words, a.breached())) : "",
                        (double) a.open() / most, (double) a.breached() / most);
                int column = i / inColumn;
                row.resizeRelocate(
                        snappedLeftInset() + column * (cw + GAP), snappedTopInset() + i % inColumn * each, cw, each);
            }
        }
        more.setVisible(n < all.size());
        more.setText(n < all.size() ? words.get("wallboard.more", WallTexts.n(words, all.size() - n)) : "");
        more.resizeRelocate(snappedLeftInset(), snappedTopInset() + h - MORE, w, MORE);
    }

    private static final class AgencyRow extends Region {
        private static final double NAME_SHARE = 0.34;
        private static final double FIGURE = 96;
        private static final double LATE = 210;

        private final Label name = styled(new Label(), "wall-what");
        private final Label open = styled(new Label(), "wall-channel-count", "figure");
        private final Label late = styled(new Label(), "wall-agency-late", "as-emergency", "figure");
        private final Region bar = styled(new Region(), "wall-bar");
        private final Region lateBar = styled(new Region(), "wall-bar-late");
        private double share;
        private double lateShare;

        AgencyRow() {
            getStyleClass().add("wall-line");
            getChildren().setAll(name, bar, lateBar, open, late);
        }

        void show(String who, String n, String overdue, double of, double overdueOf) {
            name.setText(who);
            open.setText(n);
            late.setText(overdue);
            share = of;
            lateShare = overdueOf;
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double w = getWidth();
            double h = getHeight();
            double nameWidth = w * NAME_SHARE;
            double room = Math.max(0, w - nameWidth - FIGURE - LATE - 16);
            double thick = 26;
            name.resizeRelocate(0, 0, nameWidth - 16, h);
            bar.resizeRelocate(nameWidth, (h - thick) / 2, Math.max(4, room * share), thick);
            lateBar.resizeRelocate(nameWidth, (h - thick) / 2, room * lateShare, thick);
            open.resizeRelocate(w - LATE - FIGURE, 0, FIGURE, h);
            late.resizeRelocate(w - LATE, 0, LATE, h);
        }
    }
}
