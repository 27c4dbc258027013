package id.anjungan.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.ImageIO;

/// Small drawn pictures that stand for photos where no real ones may be used: a street, and on it what the report is
/// about. The same seed draws the same picture. Stateless.
public final class Drawings {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int HORIZON = 110;

    private Drawings() {}

    /// What there is to see.
    public enum Motif {
        HOLE,
        WATER,
        FIRE,
        WASTE,
        TREE,
        NIGHT,
        STREET
    }

    public static byte[] jpeg(Motif motif, long seed) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random dice = new Random(seed);
        street(g, dice, motif == Motif.NIGHT);
        switch (motif) {
            case HOLE -> holes(g, dice);
            case WATER -> water(g);
            case FIRE -> fire(g, dice);
            case WASTE -> waste(g, dice);
            case TREE -> tree(g, dice);
            case NIGHT, STREET -> {}
        }
        g.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void street(Graphics2D g, Random dice, boolean night) {
        Color above = night ? new Color(12, 16, 34) : new Color(120 + dice.nextInt(60), 170 + dice.nextInt(30), 215);
        Color below = night ? new Color(30, 34, 56) : new Color(215, 225, 230);
        g.setPaint(new GradientPaint(0, 0, above, 0, HORIZON, below));
        g.fillRect(0, 0, WIDTH, HORIZON);
        int x = -20;
        while (x < WIDTH) {
            int w = 35 + dice.nextInt(50);
            int h = 30 + dice.nextInt(65);
            int tone = night ? 25 + dice.nextInt(25) : 110 + dice.nextInt(110);
            g.setColor(new Color(tone, Math.max(0, tone - dice.nextInt(30)), Math.max(0, tone - dice.nextInt(45))));
            g.fillRect(x, HORIZON - h, w, h);
            g.setColor(night ? new Color(220, 190, 90) : new Color(60, 70, 84));
            for (int wx = x + 6; wx < x + w - 8; wx += 13) {
                if (dice.nextInt(3) > 0) {
                    g.fillRect(wx, HORIZON - h + 8 + dice.nextInt(12), 6, 8);
                }
            }
            x += w + dice.nextInt(8);
        }
        int grey = night ? 38 : 96 + dice.nextInt(20);
        g.setColor(new Color(grey, grey, grey + 3));
        g.fillRect(0, HORIZON, WIDTH, HEIGHT - HORIZON);
        g.setColor(night ? new Color(70, 70, 60) : new Color(225, 220, 200));
        for (int y = HORIZON + 8; y < HEIGHT; y += 30) {
            int half = 2 + (y - HORIZON) / 28;
            g.fillRect(WIDTH / 2 - half, y, 2 * half, 14);
        }
    }

    private static void holes(Graphics2D g, Random dice) {
        for (int i = 0; i < 3; i++) {
            int w = 40 + dice.nextInt(60);
            int x = 40 + dice.nextInt(WIDTH - 140);
            int y = HORIZON + 25 + dice.nextInt(70);
            g.setColor(new Color(70, 58, 46));
            g.fill(new Ellipse2D.Double(x, y, w, w * 0.36));
            g.setColor(new Color(38, 32, 28));
            g.fill(new Ellipse2D.Double(x + w * 0.12, y + w * 0.07, w * 0.7, w * 0.22));
        }
    }

    private static void water(Graphics2D g) {
        g.setPaint(new GradientPaint(0, HORIZON - 5, new Color(120, 112, 84, 235), 0, HEIGHT, new Color(86, 78, 58)));
        g.fillRect(0, HORIZON - 5, WIDTH, HEIGHT - HORIZON + 5);
        g.setColor(new Color(190, 185, 165, 150));
        for (int y = HORIZON + 8; y < HEIGHT; y += 17) {
            g.drawArc((y * 37) % 200, y, 90, 8, 10, 150);
        }
    }

    private static void fire(Graphics2D g, Random dice) {
        for (int i = 0; i < 26; i++) {
            int s = 20 + dice.nextInt(40);
            int tone = 40 + dice.nextInt(60);
            g.setColor(new Color(tone, tone, tone, 120));
            g.fill(new Ellipse2D.Double(120 + dice.nextInt(100), dice.nextInt(HORIZON - 10), s, s));
        }
        for (int i = 0; i < 40; i++) {
            g.setColor(new Color(255, 90 + dice.nextInt(130), 20, 190));
            int s = 6 + dice.nextInt(18);
            g.fill(new Ellipse2D.Double(130 + dice.nextInt(70), HORIZON - 42 + dice.nextInt(45), s, s * 1.6));
        }
    }

    private static void waste(Graphics2D g, Random dice) {
        for (int i = 0; i < 70; i++) {
            g.setColor(new Color(40 + dice.nextInt(190), 40 + dice.nextInt(170), 40 + dice.nextInt(150)));
            int y = HORIZON + 30 + dice.nextInt(60);
            g.fillRoundRect(90 + dice.nextInt(130), y, 12 + dice.nextInt(22), 9 + dice.nextInt(16), 8, 8);
        }
    }

    private static void tree(Graphics2D g, Random dice) {
        g.setColor(new Color(92, 64, 40));
        g.rotate(-0.12, 160, 170);
        g.fillRect(20, 160, 210, 18);
        for (int i = 0; i < 60; i++) {
            g.setColor(new Color(30 + dice.nextInt(50), 100 + dice.nextInt(80), 40));
            int s = 14 + dice.nextInt(22);
            g.fill(new Ellipse2D.Double(200 + dice.nextInt(85), 120 + dice.nextInt(75), s, s));
        }
    }
}
