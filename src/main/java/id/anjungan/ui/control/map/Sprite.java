package id.anjungan.ui.control.map;

import javafx.scene.paint.Color;

/// A small picture in premultiplied pixels, made once and stamped many times. `half` is the distance from its
/// middle to its edge in device pixels.
record Sprite(int half, Pixels pixels) {
    /// The pixels, side by side; a class of its own so that a record holds no bare array.
    static final class Pixels {
        final int[] argb;

        Pixels(int[] argb) {
            this.argb = argb;
        }
    }

    /// Distance of a point to the edge of a shape, in pixels: negative inside.
    interface Shape {
        double distance(double x, double y);

        default Shape grown(double by) {
            return (x, y) -> distance(x, y) - by;
        }

        default Shape shifted(double dx, double dy) {
            return (x, y) -> distance(x - dx, y - dy);
        }

        /// Only the edge, so many pixels wide.
        default Shape hollow(double width) {
            return (x, y) -> Math.abs(distance(x, y)) - width / 2;
        }

        static Shape disc(double r) {
            return (x, y) -> Math.hypot(x, y) - r;
        }

        static Shape ring(double r, double width) {
            return (x, y) -> Math.abs(Math.hypot(x, y) - r) - width / 2;
        }

        static Shape octagon(double r) {
            return (x, y) -> Math.max(Math.max(Math.abs(x), Math.abs(y)), (Math.abs(x) + Math.abs(y)) * Math.sqrt(0.5)) - r;
        }

        static Shape triangle(double r) {
            double s = Math.sqrt(3) / 2;
            double down = r / 6;
            return (x, y) -> Math.max(y - down, Math.abs(x) * s - (y - down) / 2) - r / 2;
        }

        static Shape diamond(double r) {
            return (x, y) -> (Math.abs(x) + Math.abs(y) - r) * Math.sqrt(0.5);
        }

        static Shape box(double left, double top, double right, double bottom) {
            return (x, y) -> Math.max(Math.max(left - x, x - right), Math.max(top - y, y - bottom));
        }
    }

    /// Paints shapes one over the other, with soft edges.
    static final class Maker {
        private final double scale;
        private final int half;
        private final int[] argb;

        Maker(double radius, double scale) {
            this.scale = scale;
            half = (int) Math.ceil((radius + 1) * scale);
            argb = new int[4 * half * half];
        }

        Maker add(Shape shape, Color c, double opacity) {
            int side = 2 * half;
            int paint = premultiplied(c, opacity);
            for (int py = 0; py < side; py++) {
                for (int px = 0; px < side; px++) {
                    double d = shape.distance((px + 0.5 - half) / scale, (py + 0.5 - half) / scale) * scale;
                    double cover = Math.clamp(0.5 - d, 0.0, 1.0);
                    if (cover > 0) {
                        int k = py * side + px;
                        argb[k] = over(faded(paint, (int) Math.round(cover * 255)), argb[k]);
                    }
                }
            }
            return this;
        }

        Sprite done() {
            return new Sprite(half, new Pixels(argb));
        }
    }

    /// The same, with so much of 255 left.
    Sprite faded(int left) {
        int[] out = pixels.argb.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] = faded(out[i], left);
        }
        return new Sprite(half, new Pixels(out));
    }

    /// Stamps this with its middle at a device pixel, cut off at the border of the target.
    void stamp(int[] target, int width, int height, int cx, int cy) {
        int side = 2 * half;
        int x0 = Math.max(0, cx - half);
        int x1 = Math.min(width, cx + half);
        int y1 = Math.min(height, cy + half);
        int[] argb = pixels.argb;
        for (int y = Math.max(0, cy - half); y < y1; y++) {
            int from = (y - cy + half) * side - cx + half;
            int to = y * width;
            for (int x = x0; x < x1; x++) {
                int s = argb[from + x];
                if (s != 0) {
                    target[to + x] = s >>> 24 == 255 ? s : over(s, target[to + x]);
                }
            }
        }
    }

    static int premultiplied(Color c, double opacity) {
        double a = c.getOpacity() * opacity;
        return (int) Math.round(a * 255) << 24
                | (int) Math.round(c.getRed() * a * 255) << 16
                | (int) Math.round(c.getGreen() * a * 255) << 8
                | (int) Math.round(c.getBlue() * a * 255);
    }

    /// All four parts times f/255.
    static int faded(int argb, int f) {
        if (f >= 255) {
            return argb;
        }
        int ag = ((argb >>> 8 & 0xFF00FF) * f + 0x800080) & 0xFF00FF00;
        int rb = ((argb & 0xFF00FF) * f + 0x800080) >>> 8 & 0xFF00FF;
        return ag | rb;
    }

    static int over(int source, int below) {
        return source + faded(below, 255 - (source >>> 24));
    }
}
