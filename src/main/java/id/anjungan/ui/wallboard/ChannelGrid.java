package id.anjungan.ui.wallboard;

import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Channels in as few rows as leave each enough width to be read: one row for a few, two for more.
final class ChannelGrid extends Region {
    private static final double GAP = 10;
    private static final double ROW = 46;
    private static final double LEAST = 300;

    @Override
    public ObservableList<Node> getChildren() {
        return super.getChildren();
    }

    private int columns(double width) {
        int fit = Math.max(1, (int) ((width + GAP) / (LEAST + GAP)));
        int n = getChildren().size();
        int rows = Math.max(1, Math.ceilDiv(n, fit));
        return Math.max(1, Math.ceilDiv(n, rows));
    }

    @Override
    protected double computePrefHeight(double width) {
        int n = getChildren().size();
        int rows = n == 0 ? 1 : Math.ceilDiv(n, columns(width > 0 ? width : getWidth()));
        return rows * ROW + (rows - 1) * GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    public Orientation getContentBias() {
        return javafx.geometry.Orientation.HORIZONTAL;
    }

    @Override
    protected void layoutChildren() {
        int columns = columns(getWidth());
        double w = (getWidth() - GAP * (columns - 1)) / columns;
        for (int i = 0; i < getChildren().size(); i++) {
            int row = i / columns;
            getChildren().get(i).resizeRelocate(i % columns * (w + GAP), row * (ROW + GAP), w, ROW);
        }
    }
}
