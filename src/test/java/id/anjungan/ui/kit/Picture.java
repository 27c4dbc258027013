package id.anjungan.ui.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import id.anjungan.ui.fx.FxThread;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Takes pictures of scenes that are on no stage, at any size.
public final class Picture {
    private Picture() {}

    /// Makes the scene on the JavaFX thread, lets `frames` go by, and gives its picture.
    public static WritableImage of(Supplier<Scene> scene, int frames) {
        FxThread.start();
        Scene made = FxThread.call(scene).join();
        settle(made, frames);
        return FxThread.call(() -> made.snapshot(null)).join();
    }

    /// Lets frames go by, with layout in each, as on a screen.
    public static void settle(Scene scene, int frames) {
        EmptyScenes.later(scene);
        CountDownLatch done = new CountDownLatch(1);
        FxThread.run(() -> new AnimationTimer() {
            private int left = frames;

            @Override
            public void handle(long nanos) {
                scene.snapshot(null);
                if (--left <= 0) {
                    stop();
                    done.countDown();
                }
            }
        }.start());
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Fails on a picture that shows nothing.
    public static Path save(WritableImage image, String name) {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        int[] row = new int[w];
        Set<Integer> colours = new HashSet<>();
        for (int y = 0; y < h; y++) {
            image.getPixelReader().getPixels(0, y, w, 1, javafx.scene.image.PixelFormat.getIntArgbInstance(), row, 0, w);
            out.setRGB(0, y, w, 1, row, 0, w);
            for (int x = 0; x < w && colours.size() < 8; x++) {
                colours.add(row[x]);
            }
        }
        if (colours.size() < 8) {
            throw new AssertionError("the picture " + name + " is empty: it has " + colours.size() + " colours");
        }
        Path file = Path.of("target", "pictures", name + ".png");
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(out, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
