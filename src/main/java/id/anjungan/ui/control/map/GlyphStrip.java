package id.anjungan.ui.control.map;

import javafx.geometry.VPos;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// The ten figures as masks, in the face for numbers, so that a count is stamped rather than laid out. Made
/// once for each screen scale, outside a frame. FX thread.
final class GlyphStrip {
    private static final String FACE = "Roboto";
    private static final double SIZE = 11.5;

    private final int width;
    private final int height;
    private final byte[][] masks = new byte[10][];

    GlyphStrip(double scale) {
        Font font = Font.font(FACE, FontWeight.BOLD, SIZE * scale);
        Text zero = text("0", font);
        width = (int) Math.ceil(zero.getLayoutBounds().getWidth());
        height = (int) Math.ceil(zero.getLayoutBounds().getHeight());
        for (int d = 0; d < 10; d++) {
            masks[d] = mask(text(Integer.toString(d), font));
        }
    }

    private static Text text(String s, Font font) {
        Text t = new Text(s);
        t.setFont(font);
        t.setTextOrigin(VPos.TOP);
        t.setFill(Color.WHITE);
        return t;
    }

    private byte[] mask(Text t) {
        Group g = new Group(t);
        var p = new SnapshotParameters();
        p.setFill(Color.BLACK);
        p.setViewport(new javafx.geometry.Rectangle2D(0, 0, width, height));
        WritableImage shot = g.snapshot(p, new WritableImage(width, height));
        byte[] out = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                out[y * width + x] = (byte) (shot.getPixelReader().getArgb(x, y) & 0xFF);
            }
        }
        return out;
    }

    /// Stamps a count with its middle at a device pixel. `paint` is premultiplied.
    void stamp(int[] target, int tw, int th, int cx, int cy, int count, int paint) {
        int digits = count < 10 ? 1 : (int) Math.floor(Math.log10(count)) + 1;
        int x = cx - digits * width / 2 + (digits - 1) * width;
        int y = cy - height / 2;
        for (int n = count, i = 0; i < digits; i++, n /= 10, x -= width) {
            if (x >= 0 && y >= 0 && x + width <= tw && y + height <= th) {
                stamp(target, tw, x, y, masks[n % 10], paint);
            }
        }
    }

    private void stamp(int[] target, int tw, int x0, int y0, byte[] mask, int paint) {
        for (int y = 0; y < height; y++) {
            int to = (y0 + y) * tw + x0;
            for (int x = 0; x < width; x++) {
                int cover = mask[y * width + x] & 0xFF;
                if (cover != 0) {
                    target[to + x] = Sprite.over(Sprite.faded(paint, cover), target[to + x]);
                }
            }
        }
    }
}
