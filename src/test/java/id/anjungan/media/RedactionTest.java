package id.anjungan.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is below a box is gone from the new file, and so is all the camera wrote; a picture is read as it was held, and
/// never larger than asked for.
class RedactionTest {
    private static final String SECRET = "GPS -7.2575 112.7521 Galaxy";

    @TempDir
    Path dir;

    private static BufferedImage striped(int w, int h) {
        BufferedImage image = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        for (int x = 0; x < w; x++) {
            g.setColor(x % 2 == 0 ? Color.WHITE : Color.RED);
            g.drawLine(x, 0, x, h);
        }
        g.setColor(Color.GREEN);
        g.fillRect(0, 0, w / 4, h / 4);
        g.dispose();
        return image;
    }

    /// A JPEG with EXIF that says how the camera was held, and a remark.
    private Path jpeg(BufferedImage image, int orientation) throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", plain);
        byte[] remark = SECRET.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(2 + 2 + 6 + 8 + 2 + 12 + 4 + remark.length);
        exif.putShort((short) 0xFFE1).putShort((short) (exif.capacity() - 2)).put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        exif.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0).putInt(0);
        exif.put(remark);
        Path file = dir.resolve("photo" + orientation + ".jpg");
        byte[] all = plain.toByteArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(all, 0, 2);
        out.write(exif.array());
        out.write(all, 2, all.length - 2);
        Files.write(file, out.toByteArray());
        return file;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void whatIsBelowABoxIsGone() throws IOException {
        Path file = jpeg(striped(200, 100), 1);
        byte[] png = Redaction.png(file, List.of(
                new Redaction.Box(0.5, 0.5, 0.25, 0.5, false), new Redaction.Box(0.75, 0.5, 0.25, 0.5, true)));
        BufferedImage made = read(png);
        assertThat(made.getWidth()).isEqualTo(200);
        Set<Integer> black = new HashSet<>();
        Set<Integer> blurred = new HashSet<>();
        for (int x = 0; x < 50; x++) {
            for (int y = 50; y < 100; y++) {
                black.add(made.getRGB(100 + x, y));
                blurred.add(made.getRGB(150 + x, y));
            }
        }
        assertThat(black).containsExactly(0xFF000000);
        assertThat(blurred).as("so few colours that nothing can be read").hasSizeLessThanOrEqualTo(16);
        assertThat(new Color(made.getRGB(10, 10)).getGreen()).as("the rest stays").isGreaterThan(200);
    }

    @Test
    void nothingTheCameraWroteComesAlong() throws IOException {
        Path file = jpeg(striped(200, 100), 1);
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).contains(SECRET);
        String made = new String(Redaction.png(file, List.of()), StandardCharsets.ISO_8859_1);
        assertThat(made).doesNotContain("Exif", "GPS", "Galaxy", "eXIf", "tEXt", "iTXt");
    }

    @Test
    void aBoxMeansThePictureAsItIsSeen() throws IOException {
        // Held upright: the green corner, top left in the file, is seen top right.
        Path file = jpeg(striped(200, 100), 6);
        Dots seen = Pictures.read(file, 1_000);
        assertThat(new int[] {seen.width(), seen.height()}).containsExactly(100, 200);
        assertThat((seen.argb()[5 * seen.width() + 95] >> 8) & 0xFF).isGreaterThan(200);
        BufferedImage made = read(Redaction.png(file, List.of(new Redaction.Box(0.7, 0, 0.3, 0.3, false))));
        assertThat(made.getRGB(95, 5)).isEqualTo(0xFF000000);
    }

    @Test
    void aLargePictureIsReadSmall() throws IOException {
        Path file = jpeg(striped(3_000, 2_000), 1);
        Dots small = Pictures.read(file, 240);
        assertThat(Math.max(small.width(), small.height())).isEqualTo(240);
        assertThat(small.sourceWidth()).isEqualTo(3_000);
    }

    @Test
    void whatIsNoPictureOrOnlyHalfOneFailsInWords() throws IOException {
        Path text = Files.writeString(dir.resolve("a.png"), "<html>");
        assertThatThrownBy(() -> Pictures.read(text, 100)).isInstanceOf(IOException.class);
        byte[] whole = Files.readAllBytes(jpeg(striped(200, 100), 1));
        Path half = Files.write(dir.resolve("half.jpg"), Arrays.copyOf(whole, 120));
        assertThatThrownBy(() -> Pictures.read(half, 100)).isInstanceOf(IOException.class);
    }
}
