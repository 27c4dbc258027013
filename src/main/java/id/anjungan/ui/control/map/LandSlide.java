package id.anjungan.ui.control.map;

import id.anjungan.geo.Viewport;
import javafx.animation.PauseTransition;
import javafx.scene.canvas.Canvas;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// While a map moves, its land is not drawn anew in every frame: it is drawn somewhat larger than the picture, and that
/// sheet is slid and stretched until it no longer reaches, or the map has come to rest; then it is drawn sharp. Outlines
/// and names cost many times what points do. FX thread.
final class LandSlide {
    /// How far the sheet reaches beyond the picture on each side, in pixels.
    private static final int MARGIN = 96;
    /// Beyond this stretch names would be hard to read.
    private static final double MOST_ZOOM = 0.3;

    private static final Duration REST = Duration.millis(90);

    private final Canvas land;
    private final PauseTransition rest = new PauseTransition(REST);
    private @Nullable Viewport drawn;
    private double times = 1;
    private double margin = MARGIN;

    /// `sharp` has the land drawn anew.
    LandSlide(Canvas land, Runnable sharp) {
        this.land = land;
        rest.setOnFinished(e -> sharp.run());
    }

    /// `larger`: so many times larger than it is laid out the picture is shown. The sheet has a pixel for each that is
    /// shown and begins on a whole one, or else what is drawn on it would be blended with its neighbours.
    void resize(double w, double h, double larger) {
        times = larger;
        margin = Math.ceil(MARGIN * larger) / larger;
        land.setWidth((w + 2 * margin) * larger);
        land.setHeight((h + 2 * margin) * larger);
        land.setLayoutX((w - land.getWidth()) / 2);
        land.setLayoutY((h - land.getHeight()) / 2);
        land.setScaleX(1 / times);
        land.setScaleY(1 / times);
    }

    double margin() {
        return margin;
    }

    /// The view of the whole sheet.
    Viewport wider(Viewport v) {
        return v.resized(v.width() + 2 * margin, v.height() + 2 * margin);
    }

    /// The sheet is drawn for this view.
    void painted(Viewport v) {
        rest.stop();
        drawn = v;
        land.setTranslateX(0);
        land.setTranslateY(0);
        land.setScaleX(1 / times);
        land.setScaleY(1 / times);
    }

    /// Slides the sheet to this view; false when it must be drawn anew. `moving`: somebody sees it.
    boolean follows(Viewport v, boolean moving) {
        Viewport d = drawn;
        if (!moving || d == null || d.width() != v.width() || d.height() != v.height()
                || Math.abs(d.zoom() - v.zoom()) > MOST_ZOOM) {
            return false;
        }
        double stretch = v.scale() / d.scale();
        double dx = (d.centreX() - v.centreX()) * v.scale();
        double dy = (d.centreY() - v.centreY()) * v.scale();
        double halfWidth = (v.width() / 2 + margin) * stretch;
        double halfHeight = (v.height() / 2 + margin) * stretch;
        if (halfWidth - Math.abs(dx) < v.width() / 2 || halfHeight - Math.abs(dy) < v.height() / 2) {
            return false;
        }
        // A node is stretched about its middle, which is that of the picture.
        land.setScaleX(stretch / times);
        land.setScaleY(stretch / times);
        // Whole pixels where nothing is stretched: copied, not blended.
        land.setTranslateX(stretch == 1 ? Math.rint(dx) : dx);
        land.setTranslateY(stretch == 1 ? Math.rint(dy) : dy);
        rest.playFromStart();
        return true;
    }
}
