package id.anjungan.app;

import id.anjungan.text.Lang;
import id.anjungan.ui.alarm.AlarmSound;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import id.anjungan.ui.shell.Shell;
import id.anjungan.ui.shell.WallWindow;
import id.anjungan.ui.wallboard.Sight;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// One picture to take: which screen, in which state of the city, theme and language.
record Shot(boolean wall, String state, Theme theme, Lang lang) {
    private static final int FRAMES = 45;

    static List<Shot> all(String state) {
        List<Shot> shots = new ArrayList<>();
        for (Lang lang : Lang.values()) {
            shots.add(new Shot(false, state, Theme.DARK, lang));
            shots.add(new Shot(false, state, Theme.LIGHT, lang));
            shots.add(new Shot(true, state, Theme.WALL, lang));
            shots.add(new Shot(true, state, Theme.WALL_LIGHT, lang));
        }
        return shots;
    }

    String fileName() {
        String tone = theme == Theme.LIGHT || theme == Theme.WALL_LIGHT ? "light" : "dark";
        return (wall ? "wallboard-" : "console-") + state + "-" + tone + "-" + lang.code() + ".png";
    }

    void take(LiveCity live, Cities cities, Path file) throws IOException {
        if (wall) {
            Picture.take(() -> wallScene(live, cities), FRAMES, file);
        } else {
            live.desk().putSetting("theme", theme.table());
            live.desk().putSetting("language", lang.code());
            Picture.take(
                    () -> new Shell(live.desk(), cities::outlines, AlarmSound.NONE).scene(1920, 1080), FRAMES, file);
        }
    }

    private Scene wallScene(LiveCity live, Cities cities) {
        Scene scene = new WallWindow(live.wall(), cities::outlines, lang, new SimpleObjectProperty<>(Sight.USUAL)).scene(1920, 1080);
        ThemeSheets.apply(scene, theme);
        return scene;
    }
}
