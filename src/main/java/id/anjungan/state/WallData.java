package id.anjungan.state;

import id.anjungan.domain.WallPlan;

/// Everything of the wall that is not on the desk's own screen: what it shows in which order, and the figures for it.
public record WallData(WallPlan plan, WallFigures figures) {
    public static final WallData EMPTY = new WallData(WallPlan.USUAL, WallFigures.EMPTY);
}
