package id.anjungan.ui.control.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/// Runs things on the FX thread and keeps pictures.
final class Fx {
    private static boolean started;

    private Fx() {}

    static synchronized <T> T on(Callable<T> work) {
        if (!started) {
            started = true;
            Platform.setImplicitExit(false);
            try {
                Platform.startup(() -> {});
            } catch (IllegalStateException already) {
                assertThat(already).isNotNull();
            }
        }
        var done = new CompletableFuture<T>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.orTimeout(60, TimeUnit.SECONDS).join();
    }

    static int[] argb(WritableImage shot) {
        int w = (int) shot.getWidth();
        int h = (int) shot.getHeight();
        int[] out = new int[w * h];
        PixelReader r = shot.getPixelReader();
        r.getPixels(0, 0, w, h, javafx.scene.image.PixelFormat.getIntArgbInstance(), out, 0, w);
        return out;
    }

    static void keep(WritableImage shot, String name) throws java.io.IOException {
        int w = (int) shot.getWidth();
        int h = (int) shot.getHeight();
        var image = new java.awt.image.BufferedImage(w, h, java.awt.image.BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, w, h, argb(shot), 0, w);
        var file = java.nio.file.Path.of("target", "pictures", name + ".png");
        java.nio.file.Files.createDirectories(file.getParent());
        javax.imageio.ImageIO.write(image, "png", file.toFile());
    }
}
