package id.anjungan.ui.wallboard;

import id.anjungan.state.Desk;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// The wall on a desk whose actor is a wallboard. On the JavaFX thread.
public final class Wallboard {
    private Wallboard() {}

    /// A scene of this size with the first page, dressed for the wall.
    public static Scene scene(Desk desk, Words words, double width, double height) {
        WallboardViewModel vm = new WallboardViewModel(desk, new SimpleObjectProperty<>(words));
        Scene scene = new Scene(new WallboardView(vm, desk, words).root(), width, height);
        ThemeSheets.apply(scene, Theme.WALL);
        return scene;
    }
}
