package id.anjungan.ui.shell.wall;

import javafx.beans.value.ObservableValue;
import javafx.scene.Cursor;
import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.util.Subscription;

/// Windows that fill a monitor: no frame, no pointer, no key that ends the full screen, over everything else.
public final class WallStages {
    private WallStages() {}

    /// `scene` makes the scene for a size, `title` names the window. On the JavaFX thread.
    public static WallWindows.Open fill(
            Monitor on, java.util.function.BiFunction<Double, Double, Scene> scene, ObservableValue<String> title) {
        Stage stage = new Stage(StageStyle.UNDECORATED);
        stage.setX(on.x());
        stage.setY(on.y());
        stage.setWidth(on.width());
        stage.setHeight(on.height());
        Scene s = scene.apply(on.width(), on.height());
        s.setCursor(Cursor.NONE);
        stage.setScene(s);
        stage.setFullScreenExitHint("");
        stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
        stage.setAlwaysOnTop(true);
        stage.setFullScreen(true);
        Subscription named = title.subscribe(stage::setTitle);
        stage.show();
        return () -> {
            named.unsubscribe();
            stage.close();
            // A view ends when it leaves its scene.
            s.setRoot(new javafx.scene.Group());
        };
    }
}
