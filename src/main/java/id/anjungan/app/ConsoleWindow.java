package id.anjungan.app;

import id.anjungan.state.LiveDesk;
import id.anjungan.text.Lang;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.shell.Shell;
import javafx.geometry.Rectangle2D;
import javafx.stage.Stage;

/// The console's window over a desk. `open` returns when it is on the screen; the desk is the caller's to close.
final class ConsoleWindow {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;

    private ConsoleWindow() {}

    /// Opens it; `closed` runs when the operator has closed it.
    static void open(LiveDesk desk, Cities cities, boolean fullScreen, Runnable closed) {
        FxThread.start();
        Languages languages = new Languages(desk, cities);
        FxThread.call(() -> {
                    AlarmSound sound = new AlarmSound();
                    show(new Shell(desk, languages::in, worst -> sound.play()), languages, fullScreen, closed);
                    return true;
                })
                .join();
    }

    private static void show(Shell shell, Languages languages, boolean fullScreen, Runnable closed) {
        Rectangle2D screen = javafx.stage.Screen.getPrimary().getVisualBounds();
        Stage stage = new Stage();
        stage.setTitle(title(languages));
        stage.setScene(shell.scene(Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
        stage.setMinWidth(1180);
        stage.setMinHeight(680);
        stage.setX(screen.getMinX());
        stage.setY(screen.getMinY());
        stage.setFullScreen(fullScreen);
        stage.setOnHidden(_ -> closed.run());
        languages.onChange(() -> {
            shell.cityChanged();
            stage.setTitle(title(languages));
        });
        stage.show();
    }

    private static String title(Languages languages) {
        return "Anjungan · " + languages.in(Lang.ID).name();
    }
}
