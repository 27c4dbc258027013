package id.anjungan.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// Makes a new picture of one, with parts of it gone: what was below a box is not in the new file in any way, and
/// neither is anything the camera wrote beside the dots (place, time, device, the small preview). Slow. Stateless.
public final class Redaction {
    /// Larger pictures are made smaller: what is read on a screen is enough, and what was hidden hides better.
    private static final int MOST = 4_096;
    /// So few colours stay of a blurred part that neither a face nor a number can be told.
    private static final int BLUR_CELLS = 4;

    private Redaction() {}

    /// A part of the picture, from 0 to 1 in both directions, so that it means the same at every size.
    public record Box(double x, double y, double width, double height, boolean blur) {}

    /// The new picture as PNG.
    public static byte[] png(Path file, List<Box> boxes) throws IOException {
        BufferedImage read = Pictures.decode(file, MOST).image();
        // Copied into fresh dots: no profile, thumbnail or property of the old picture comes along.
        BufferedImage out = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = out.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, out.getWidth(), out.getHeight());
        g.drawImage(read, 0, 0, null);
        boxes.forEach(b -> cover(out, g, b));
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(out, "png", bytes)) {
            throw new IOException("this machine writes no PNG");
        }
        return bytes.toByteArray();
    }

    private static void cover(BufferedImage out, Graphics2D g, Box b) {
        int x = within(Math.floor(b.x() * out.getWidth()), out.getWidth());
        int y = within(Math.floor(b.y() * out.getHeight()), out.getHeight());
        int right = within(Math.ceil((b.x() + b.width()) * out.getWidth()), out.getWidth());
        int bottom = within(Math.ceil((b.y() + b.height()) * out.getHeight()), out.getHeight());
        if (right <= x || bottom <= y) {
            return;
        }
        if (!b.blur()) {
            g.setColor(Color.BLACK);
            g.fillRect(x, y, right - x, bottom - y);
            return;
        }
        for (int row = 0; row < BLUR_CELLS; row++) {
            for (int col = 0; col < BLUR_CELLS; col++) {
                average(
                        out, g, x + (right - x) * col / BLUR_CELLS, y + (bottom - y) * row / BLUR_CELLS,
                        x + (right - x) * (col + 1) / BLUR_CELLS, y + (bottom - y) * (row + 1) / BLUR_CELLS);
            }
        }
    }

    private static int within(double v, int most) {
        return (int) Math.clamp(v, 0, most);
    }

    private static void average(BufferedImage out, Graphics2D g, int x, int y, int right, int bottom) {
        int n = (right - x) * (bottom - y);
        if (n <= 0) {
            return;
        }
        long r = 0;
        long gr = 0;
        long b = 0;
        for (int rgb : out.getRGB(x, y, right - x, bottom - y, null, 0, right - x)) {
            r += (rgb >> 16) & 0xFF;
            gr += (rgb >> 8) & 0xFF;
            b += rgb & 0xFF;
        }
        g.setColor(new Color((int) (r / n), (int) (gr / n), (int) (b / n)));
        g.fillRect(x, y, right - x, bottom - y);
    }
}
