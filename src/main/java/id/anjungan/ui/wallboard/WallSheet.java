package id.anjungan.ui.wallboard;

import id.anjungan.ui.control.map.HexMap;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// A page designed for a height of 1080 that fills a screen of any size: everything on it grows with the height of
/// the screen, because the viewing distance grows with it too. A narrow screen makes it smaller before anything is
/// cut. The hexagons are painted, so they lie over the page at their real size and stay sharp.
final class WallSheet extends Region {
    private static final double HEIGHT = 1080;
    private static final double LEAST_WIDTH = 1720;

    private final Scale scale = new Scale(1, 1);
    private final Group scaled = new Group();
    private @Nullable Region page;
    private @Nullable Region place;
    private @Nullable HexMap hexes;
    private double figure;
    private double name;

    WallSheet() {
        getStyleClass().add("wall-sheet");
        scaled.getTransforms().add(scale);
        scaled.setManaged(false);
    }

    /// `place` is the part of the page the hexagons lie on; sizes are for a height of 1080.
    void show(Region content, HexMap map, Region under, double figureSize, double nameSize) {
        page = content;
        hexes = map;
        place = under;
        figure = figureSize;
        name = nameSize;
        content.setManaged(false);
        map.setManaged(false);
        scaled.getChildren().setAll(content);
        getChildren().setAll(scaled, map);
        under.boundsInParentProperty().subscribe(this::requestLayout);
    }

    @Override
    protected void layoutChildren() {
        if (page == null || place == null || hexes == null || getHeight() <= 0) {
            return;
        }
        double f = Math.min(getHeight() / HEIGHT, getWidth() / LEAST_WIDTH);
        scale.setX(f);
        scale.setY(f);
        page.resizeRelocate(0, 0, getWidth() / f, getHeight() / f);
        page.layout();
        Bounds b = sceneToLocal(place.localToScene(place.getLayoutBounds()));
        double inset = 16 * f;
        hexes.resizeRelocate(
                b.getMinX() + inset, b.getMinY() + inset, b.getWidth() - 2 * inset, b.getHeight() - 2 * inset);
        double hex = hexes.hexWidth(hexes.getWidth(), hexes.getHeight()) / f;
        // Figures and names follow their hexagons when there are many of them, down to what can still be read.
        double fit = Math.clamp(hex / 108, 0.75, 1.2);
        hexes.figureSizeProperty().set(figure * f * fit);
        hexes.nameSizeProperty().set(name * f * fit);
    }
}
