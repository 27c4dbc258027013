package id.anjungan.ui.wallboard;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Cards in as few rows as leave each its least size; those that have no room are left out, the last first, and how
/// many that are can be asked after layout.
final class FitGrid extends Region {
    private static final double GAP = 16;

    private final double leastWidth;
    private final double leastHeight;
    private final double mostHeight;
    private int left;

    FitGrid(double leastWidth, double leastHeight, double mostHeight) {
        this.leastWidth = leastWidth;
        this.leastHeight = leastHeight;
        this.mostHeight = mostHeight;
    }

    void set(List<? extends Node> cards) {
        if (!getChildren().equals(cards)) {
            getChildren().setAll(cards);
        }
    }

    int left() {
        return left;
    }

    private static int fit(double size, double least) {
        return Math.max(1, (int) ((size + GAP) / (least + GAP)));
    }

    @Override
    protected void layoutChildren() {
        int n = getChildren().size();
        if (n == 0) {
            return;
        }
        int most = fit(getWidth(), leastWidth);
        int rows = Math.min(fit(getHeight(), leastHeight), Math.ceilDiv(n, most));
        int columns = Math.min(most, Math.ceilDiv(n, rows));
        int shown = Math.min(n, rows * columns);
        left = n - shown;
        double w = (getWidth() - GAP * (columns - 1)) / columns;
        double h = Math.min(mostHeight, (getHeight() - GAP * (rows - 1)) / rows);
        for (int i = 0; i < n; i++) {
            Node card = getChildren().get(i);
            card.setVisible(i < shown);
            int row = i / columns;
            card.resizeRelocate(i % columns * (w + GAP), row * (h + GAP), w, h);
        }
    }

    double heightFor(double width) {
        int rows = Math.ceilDiv(Math.max(1, getChildren().size()), fit(width, leastWidth));
        return rows * leastHeight + (rows - 1) * GAP;
    }
}
