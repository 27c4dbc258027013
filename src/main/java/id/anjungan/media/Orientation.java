package id.anjungan.media;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/// How a camera was held, as the JPEG's EXIF tag 0x0112 says (1 to 8). Stateless.
final class Orientation {
    /// From here on width and height change places.
    static final int FIRST_LYING = 5;

    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int LOOKED_THROUGH = 128 << 10;

    private Orientation() {}

    static int of(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(LOOKED_THROUGH);
        }
        try {
            return of(ByteBuffer.wrap(head));
        } catch (RuntimeException e) {
            // Told wrongly is not told.
            return UPRIGHT;
        }
    }

    private static int of(ByteBuffer b) {
        if ((b.getShort(0) & 0xFFFF) != 0xFFD8) {
            return UPRIGHT;
        }
        int at = 2;
        while (at + 4 < b.limit()) {
            int marker = b.getShort(at) & 0xFFFF;
            int length = b.getShort(at + 2) & 0xFFFF;
            if (marker == 0xFFE1 && b.getInt(at + 4) == 0x45786966) {
                return inTiff(b.slice(at + 10, Math.min(length - 8, b.limit() - at - 10)));
            }
            if (marker == 0xFFDA || (marker & 0xFF00) != 0xFF00) {
                return UPRIGHT;
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inTiff(ByteBuffer t) {
        t.order(t.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int ifd = t.getInt(4);
        int entries = t.getShort(ifd) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int at = ifd + 2 + i * 12;
            if ((t.getShort(at) & 0xFFFF) == TAG) {
                int value = t.getShort(at + 8) & 0xFFFF;
                return value >= UPRIGHT && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    static BufferedImage turned(BufferedImage in, int orientation) {
        if (orientation == UPRIGHT) {
            return in;
        }
        int w = in.getWidth();
        int h = in.getHeight();
        boolean lying = orientation >= FIRST_LYING;
        AffineTransform t = switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, w, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, w, h);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, h);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, h, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, h, w);
            default -> new AffineTransform(0, -1, 1, 0, 0, w);
        };
        BufferedImage out = new BufferedImage(lying ? h : w, lying ? w : h, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = out.createGraphics();
        g.drawImage(in, t, null);
        g.dispose();
        return out;
    }
}
