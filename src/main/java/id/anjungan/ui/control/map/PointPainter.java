package id.anjungan.ui.control.map;

import id.anjungan.geo.Markers;
import id.anjungan.geo.PointIndex;
import id.anjungan.geo.Viewport;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Draws points straight into pixels: markers are stamped, density is computed per pixel. The cost follows
/// the size of the picture and hardly the number of points. FX thread.
final class PointPainter {
    final ImageView node = new ImageView();
    final Markers markers = new Markers();
    private final HeatGrid heat = new HeatGrid();

    /// What multiplying may add to a whole number of pixels.
    private static final double EXACT = 1e-6;

    private int width;
    private int height;
    private int[] pixels = new int[0];
    private @Nullable PixelBuffer<IntBuffer> buffer;

    PointPainter() {
        node.setManaged(false);
        node.setMouseTransparent(true);
    }

    /// Makes room for a picture of so many pixels on a screen with this scale.
    void resize(double w, double h, double scale) {
        int pw = Math.max(1, (int) Math.ceil(w * scale - EXACT));
        int ph = Math.max(1, (int) Math.ceil(h * scale - EXACT));
        node.setFitWidth(pw / scale);
        node.setFitHeight(ph / scale);
        if (pw == width && ph == height) {
            return;
        }
        width = pw;
        height = ph;
        pixels = new int[pw * ph];
        buffer = new PixelBuffer<>(pw, ph, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        node.setImage(new WritableImage(buffer));
    }

    /// One frame. `selected` is the number of a point, or -1.
    void paint(
            PointIndex points, Viewport view, int selected, MapMode mode, Symbols symbols, MapTokens tokens, double scale) {
        if (buffer == null) {
            return;
        }
        Arrays.fill(pixels, 0);
        markers.place(points, view, selected);
        int figure = Sprite.premultiplied(tokens.get(MapToken.FIGURE), 1);
        if (mode == MapMode.DENSITY) {
            heat.paint(points, view, scale, pixels, width, height, tokens);
        }
        for (int m = 0; m < markers.size(); m++) {
            if (mode == MapMode.POINTS || mustShow(m, selected)) {
                stamp(m, symbols, scale, figure);
            }
        }
        buffer.updateBuffer(b -> null);
    }

    /// Boxes of the markers that a name should keep clear of: those large or urgent enough to hide it.
    /// `shift` is how far the sheet with the names reaches beyond the picture.
    List<Labels.Box> obstacles(MapMode mode, int selected, double shift) {
        List<Labels.Box> out = new ArrayList<>();
        for (int m = 0; m < markers.size(); m++) {
            boolean large = markers.count(m) > 1 && mode == MapMode.POINTS;
            if (large || mustShow(m, selected)) {
                double r = markers.radius(m) + 2;
                out.add(Labels.Box.around(markers.x(m) + shift, markers.y(m) + shift, r, r));
            }
        }
        return out;
    }

    /// Whatever a map tells, an emergency and what is selected stay visible.
    private boolean mustShow(int m, int selected) {
        return markers.priority(m) == 0 || (selected >= 0 && markers.point(m) == selected);
    }

    private void stamp(int m, Symbols symbols, double scale, int figure) {
        int cx = (int) Math.round(markers.x(m) * scale);
        int cy = (int) Math.round(markers.y(m) * scale);
        int n = markers.count(m);
        if (markers.incident(m)) {
            symbols.incident(markers.priority(m), markers.unacknowledged(m)).stamp(pixels, width, height, cx, cy);
            symbols.figures.stamp(pixels, width, height, cx, cy, n, figure);
        } else if (n == 1) {
            symbols.point(markers.priority(m), markers.unacknowledged(m), markers.fade(m))
                    .stamp(pixels, width, height, cx, cy);
        } else {
            symbols.cluster(markers.priority(m), markers.unacknowledged(m), n).stamp(pixels, width, height, cx, cy);
            symbols.figures.stamp(pixels, width, height, cx, cy, n, figure);
        }
    }
}
