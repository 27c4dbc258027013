package id.anjungan.media;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Decodes pictures, never more dots than are wanted: a picture made to fill the memory is refused, a large one is read
/// in steps. Turned as its camera says. Slow; never on the JavaFX thread. Stateless.
public final class Pictures {
    private static final long MOST_DOTS = 400_000_000;

    static {
        ImageIO.setUseCache(false);
    }

    private Pictures() {}

    /// The picture no wider or higher than so many dots, and never enlarged.
    public static Dots read(Path file, int most) throws IOException {
        Decoded d = decode(file, most);
        BufferedImage fitted = fitted(d.image(), most);
        int w = fitted.getWidth();
        int h = fitted.getHeight();
        return new Dots(w, h, fitted.getRGB(0, 0, w, h, null, 0, w), d.width(), d.height());
    }

    /// As PNG.
    public static byte[] png(Dots dots) {
        BufferedImage image = new BufferedImage(dots.width(), dots.height(), BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, dots.width(), dots.height(), dots.argb(), 0, dots.width());
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// `width` and `height` are those of the whole picture, as it stands.
    record Decoded(BufferedImage image, int width, int height) {}

    static Decoded decode(Path file, int most) throws IOException {
        int turn = Orientation.of(file);
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = in == null ? java.util.Collections.emptyIterator() : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("not a picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return decode(reader, most, turn);
            } catch (RuntimeException e) {
                throw new IOException("not a whole picture: " + e.getMessage(), e);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Decoded decode(ImageReader reader, int most, int turn) throws IOException {
        int w = reader.getWidth(0);
        int h = reader.getHeight(0);
        if ((long) w * h > MOST_DOTS) {
            throw new IOException("a picture of " + w + " by " + h + " dots");
        }
        int step = Math.max(1, Math.max(w, h) / Math.max(1, most));
        ImageReadParam how = reader.getDefaultReadParam();
        how.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = Orientation.turned(reader.read(0, how), turn);
        boolean lying = turn >= Orientation.FIRST_LYING;
        return new Decoded(read, lying ? h : w, lying ? w : h);
    }

    private static BufferedImage fitted(BufferedImage image, int most) {
        double scale = Math.min(1, (double) most / Math.max(image.getWidth(), image.getHeight()));
        int w = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int h = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = out.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        g.drawImage(image, AffineTransform.getScaleInstance((double) w / image.getWidth(), (double) h / image.getHeight()), null);
        g.dispose();
        return out;
    }
}
