package id.anjungan.ui.control;

import java.util.List;
import javafx.scene.layout.Region;

/// Tiles side by side in one row, all of one width; when they get narrow, all take the narrow form together.
public final class TileStrip extends Region {
    private static final double GAP = 8;
    /// Below this a name and its age no longer fit on one line.
    private static final double ROOMY = 184;
    /// Below this the word before the age of the oldest goes.
    private static final double WORDY = 152;
    private static final double LEAST = 112;
    private static final double MOST = 240;

    public TileStrip() {
        getStyleClass().add("tile-strip");
    }

    /// Shows these tiles, in this order.
    public void setTiles(List<Tile> tiles) {
        if (!getChildren().equals(tiles)) {
            getChildren().setAll(tiles);
        }
    }

    @Override
    protected void layoutChildren() {
        int n = getChildren().size();
        if (n == 0) {
            return;
        }
        double w = Math.min(MOST, (getWidth() - GAP * (n - 1)) / n);
        for (int i = 0; i < n; i++) {
            Tile tile = (Tile) getChildren().get(i);
            tile.setCompact(w < ROOMY, w < WORDY);
            tile.resizeRelocate(snapPositionX(i * (w + GAP)), 0, snapSizeX(w), getHeight());
        }
    }

    @Override
    protected double computeMinWidth(double height) {
        int n = getChildren().size();
        return n == 0 ? 0 : n * LEAST + (n - 1) * GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        int n = getChildren().size();
        return n == 0 ? 0 : n * ROOMY + (n - 1) * GAP;
    }

    @Override
    protected double computePrefHeight(double width) {
        return getChildren().stream().mapToDouble(c -> c.prefHeight(-1)).max().orElse(0);
    }
}
