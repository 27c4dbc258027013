package id.anjungan.ui.control.map;

import id.anjungan.geo.PointIndex;
import id.anjungan.geo.Viewport;
import java.util.Arrays;

/// Where points crowd together: counts on a coarse grid, smoothed by three box blurs (close to a bell curve),
/// spread back over the pixels and coloured by strength. Reused from frame to frame; FX thread.
final class HeatGrid {
    private static final int CELL = 6;
    private static final int BLUR = 3;
    private static final int SHADES = 256;
    /// Where the middle colour stands between few and many.
    private static final double MIDDLE = 0.55;

    private float[] grid = new float[0];
    private float[] other = new float[0];
    private int cols;
    private int rows;

    void paint(PointIndex points, Viewport view, double scale, int[] pixels, int width, int height, MapTokens tokens) {
        cols = (int) Math.ceil(view.width() / CELL) + 2;
        rows = (int) Math.ceil(view.height() / CELL) + 2;
        if (grid.length < cols * rows) {
            grid = new float[cols * rows];
            other = new float[cols * rows];
        }
        Arrays.fill(grid, 0, cols * rows, 0);
        count(points, view);
        for (int pass = 0; pass < 3; pass++) {
            blur(grid, other, cols, rows, 1, cols);
            blur(other, grid, rows, cols, cols, 1);
        }
        float max = 0;
        for (int i = 0; i < cols * rows; i++) {
            max = Math.max(max, grid[i]);
        }
        if (max > 0) {
            spread(pixels, width, height, (float) (1 / (CELL * scale)), (SHADES - 1) / max, shades(tokens));
        }
    }

    private void count(PointIndex points, Viewport view) {
        double k = view.scale() / CELL;
        double x0 = view.worldX(-CELL);
        double y0 = view.worldY(-CELL);
        for (int i = 0; i < points.size(); i++) {
            double gx = (points.x(i) - x0) * k;
            double gy = (points.y(i) - y0) * k;
            if (gx >= 0 && gy >= 0 && gx < cols && gy < rows) {
                grid[((int) gy) * cols + ((int) gx)]++;
            }
        }
    }

    /// One box blur along lines of `length` cells `step` apart; lines lie `stride` apart.
    private static void blur(float[] from, float[] to, int length, int lines, int step, int stride) {
        float share = 1f / (2 * BLUR + 1);
        for (int line = 0; line < lines; line++) {
            int base = line * stride;
            float sum = 0;
            for (int i = 0; i < Math.min(BLUR, length); i++) {
                sum += from[base + i * step];
            }
            for (int i = 0; i < length; i++) {
                if (i + BLUR < length) {
                    sum += from[base + (i + BLUR) * step];
                }
                if (i - BLUR - 1 >= 0) {
                    sum -= from[base + (i - BLUR - 1) * step];
                }
                to[base + i * step] = Math.max(0, sum * share);
            }
        }
    }

    private void spread(int[] pixels, int width, int height, float perPixel, float gain, int[] shades) {
        for (int y = 0; y < height; y++) {
            float gy = y * perPixel + 0.5f;
            int iy = Math.min(rows - 2, (int) gy);
            float fy = Math.min(1, gy - iy);
            for (int x = 0; x < width; x++) {
                float gx = x * perPixel + 0.5f;
                int ix = Math.min(cols - 2, (int) gx);
                float fx = Math.min(1, gx - ix);
                int k = iy * cols + ix;
                float top = grid[k] + (grid[k + 1] - grid[k]) * fx;
                float low = grid[k + cols] + (grid[k + cols + 1] - grid[k + cols]) * fx;
                pixels[y * width + x] = shades[(int) ((top + (low - top) * fy) * gain)];
            }
        }
    }

    private static int[] shades(MapTokens tokens) {
        int[] out = new int[SHADES];
        for (int i = 0; i < SHADES; i++) {
            double v = Math.sqrt(i / (SHADES - 1.0));
            var c = v < MIDDLE
                    ? tokens.get(MapToken.HEAT_LOW).interpolate(tokens.get(MapToken.HEAT), v / MIDDLE)
                    : tokens.get(MapToken.HEAT).interpolate(tokens.get(MapToken.HEAT_HIGH), (v - MIDDLE) / (1 - MIDDLE));
            out[i] = Sprite.premultiplied(c, Math.clamp((v - 0.08) * 1.4, 0.0, 0.62));
        }
        return out;
    }
}
