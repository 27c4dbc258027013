package id.anjungan.app;

import id.anjungan.state.Desk;
import id.anjungan.state.LiveDesk;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import id.anjungan.ui.wallboard.WallboardView;
import id.anjungan.ui.wallboard.WallboardViewModel;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The wall's window over a desk that signed in as a wallboard.
final class WallWindow {
    private WallWindow() {}

    static void open(LiveDesk desk, Cities cities, Lang lang, boolean fullScreen, Runnable closed) {
        FxThread.start();
        Languages languages = new Languages(desk, cities);
        FxThread.call(() -> {
                    StackPane root = new StackPane();
                    Scene scene = new Scene(root, 1920, 1080);
                    ThemeSheets.apply(scene, Theme.WALL);
                    Runnable build = () -> root.getChildren().setAll(page(desk, Words.of(lang, languages.in(lang))));
                    build.run();
                    languages.onChange(build);
                    Stage stage = new Stage();
                    stage.setTitle("Anjungan");
                    stage.setScene(scene);
                    stage.setFullScreenExitHint("");
                    stage.setFullScreen(fullScreen);
                    if (fullScreen) {
                        scene.setCursor(Cursor.NONE);
                    }
                    stage.setOnHidden(_ -> closed.run());
                    stage.show();
                    return true;
                })
                .join();
    }

    /// The first page of the wall, in the words given. On the JavaFX thread.
    static Parent page(Desk desk, Words words) {
        ObjectProperty<Words> said = new SimpleObjectProperty<>(words);
        return new WallboardView(new WallboardViewModel(desk, said), desk, words).root();
    }
}
