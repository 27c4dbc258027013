package id.anjungan.ui.map;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// The least that a map of points can be: each point is multiplied into its place, counted in a cell of a grid, and
/// each cell with something in it is a square of one colour in a `PixelBuffer`. No shapes, figures, order or names.
final class PixelFloor {
    private static final int CELL = 54;
    private static final int HALF = 9;

    final ImageView node = new ImageView();
    private final int side;
    private final int[] pixels;
    private final PixelBuffer<IntBuffer> buffer;
    private final int[] count;
    private final int cols;

    PixelFloor(int side) {
        this.side = side;
        pixels = new int[side * side];
        buffer = new PixelBuffer<>(side, side, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
        node.setImage(new WritableImage(buffer));
        cols = side / CELL + 1;
        count = new int[cols * cols];
    }

    void paint(double[] x, double[] y, double left, double top, double scale) {
        Arrays.fill(pixels, 0);
        Arrays.fill(count, 0);
        for (int i = 0; i < x.length; i++) {
            int px = (int) ((x[i] - left) * scale);
            int py = (int) ((y[i] - top) * scale);
            if (px >= 0 && py >= 0 && px < side && py < side) {
                count[py / CELL * cols + px / CELL]++;
            }
        }
        for (int c = 0; c < count.length; c++) {
            if (count[c] > 0) {
                int cx = Math.min(side - HALF, c % cols * CELL + CELL / 2);
                int cy = Math.min(side - HALF, c / cols * CELL + CELL / 2);
                for (int dy = -HALF; dy < HALF; dy++) {
                    int from = (cy + dy) * side + cx - HALF;
                    Arrays.fill(pixels, from, from + 2 * HALF, 0xFFFF0000);
                }
            }
        }
        buffer.updateBuffer(b -> null);
    }
}
