package id.anjungan.ui.control.map;

import id.anjungan.geo.Viewport;
import javafx.scene.canvas.GraphicsContext;

/// Something drawn over the areas and under the points of a [MapView], such as cells that grow with what happens. Asked
/// whenever the view changes, and when it was set anew; draws in pixels of the view. FX thread.
@FunctionalInterface
public interface MapLayer {
    void paint(GraphicsContext g, Viewport view);
}
