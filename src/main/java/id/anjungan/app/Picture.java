package id.anjungan.app;

import id.anjungan.ui.fx.FxThread;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Takes a picture of a whole scene without a window, after letting it draw for some frames.
final class Picture {
    private Picture() {}

    /// Builds the scene on the JavaFX thread, waits `frames` of its frames, and writes what it shows as PNG.
    static void take(Supplier<Scene> scene, int frames, Path file) throws IOException {
        CompletableFuture<WritableImage> taken = new CompletableFuture<>();
        FxThread.run(() -> {
            try {
                Scene s = scene.get();
                s.getRoot().applyCss();
                s.getRoot().layout();
                // Layout of a scene without a window happens when it is drawn; drawing twice shows what the first one set.
                s.snapshot(null);
                after(frames, () -> {
                    s.snapshot(null);
                    after(2, () -> complete(taken, s));
                });
            } catch (RuntimeException e) {
                taken.completeExceptionally(e);
            }
        });
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(toAwt(taken.join()), "png", file.toFile());
    }

    private static void complete(CompletableFuture<WritableImage> taken, Scene s) {
        try {
            taken.complete(s.snapshot(null));
        } catch (RuntimeException e) {
            taken.completeExceptionally(e);
        }
    }

    private static void after(int frames, Runnable then) {
        new AnimationTimer() {
            private int left = frames;

            @Override
            public void handle(long now) {
                if (--left <= 0) {
                    stop();
                    then.run();
                }
            }
        }.start();
    }

    private static BufferedImage toAwt(WritableImage image) {
        int w = (int) image.getWidth();
        int h = (int) image.getHeight();
        int[] pixels = new int[w * h];
        image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), pixels, 0, w);
        BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_INT_RGB);
        out.setRGB(0, 0, w, h, pixels, 0, w);
        return out;
    }
}
