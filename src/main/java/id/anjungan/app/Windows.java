package id.anjungan.app;

import id.anjungan.geo.tile.TileShelf;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.Desk;
import id.anjungan.text.Lang;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.shell.Shell;
import id.anjungan.ui.shell.WallWindow;
import javafx.geometry.Rectangle2D;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Opens the desk's windows. Each returns when its window is on the screen; the desk is the caller's to close.
final class Windows {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;

    private Windows() {}

    /// The console; `closed` runs when the operator has closed it.
    static void console(Desk desk, Cities cities, TileShelf tiles, boolean fullScreen, Runnable closed) {
        AlarmSound sound = new AlarmSound();
        open(desk, () -> {
            Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
            Shell shell = new Shell(desk, cities::outlines, _ -> sound.play(), tiles);
            return shell.scene(Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        }, fullScreen, closed);
    }

    /// The wall, without a pointer when it fills the screen.
    static void wall(Desk desk, Cities cities, Lang lang, boolean fullScreen, Runnable closed) {
        open(desk, () -> {
            Scene scene = new WallWindow(desk, cities::outlines, lang).scene(WIDTH, HEIGHT);
            if (fullScreen) {
                scene.setCursor(Cursor.NONE);
            }
            return scene;
        }, fullScreen, closed);
    }

    private static void open(
            Desk desk, java.util.function.Supplier<Scene> scene, boolean fullScreen, Runnable closed) {
        FxThread.start();
        FxThread.call(() -> {
                    Stage stage = new Stage();
                    Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
                    stage.setX(screen.getMinX());
                    stage.setY(screen.getMinY());
                    stage.setScene(scene.get());
                    stage.setMinWidth(Math.min(1180, screen.getWidth()));
                    stage.setMinHeight(Math.min(680, screen.getHeight()));
                    stage.setFullScreenExitHint("");
                    stage.setFullScreen(fullScreen);
                    stage.setOnHidden(_ -> closed.run());
                    desk.profile().subscribe(p -> FxThread.run(() -> stage.setTitle(title(p))));
                    stage.show();
                    return true;
                })
                .join();
    }

    private static String title(CityProfile city) {
        return "Anjungan · " + city.name().id();
    }
}
