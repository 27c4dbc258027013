package id.anjungan.app;

import id.anjungan.geo.tile.TileShelf;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.Desk;
import id.anjungan.text.Lang;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.shell.Shell;
import id.anjungan.ui.shell.WallWindow;
import id.anjungan.ui.wallboard.Sight;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// Opens the desk's windows. Each returns when its window is on the screen; the desk is the caller's to close.
final class Windows {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;

    private Windows() {}

    /// The console; `closed` runs when the operator has closed it.
    static void console(Desk desk, Cities cities, TileShelf tiles, DeskWalls walls, boolean fullScreen, Runnable closed) {
        AlarmSound sound = new AlarmSound();
        open(desk, () -> {
            Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
            Shell shell = new Shell(desk, cities::outlines, _ -> sound.play(), tiles, cities.shelf());
            shell.walls(walls.open());
            shell.signOut().onLeft(closed);
            return shell.scene(Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight()));
        }, fullScreen, closed);
    }

    /// The wall in a window of its own, to be looked at on a desk.
    static void wall(Desk desk, Cities cities, Lang lang, Sight sight, Runnable closed) {
        open(
                desk,
                () -> new WallWindow(desk, cities::outlines, lang, new SimpleObjectProperty<>(sight)).scene(WIDTH, HEIGHT),
                false, closed);
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
