package id.anjungan.ui.fx;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;

/// Dresses a scene: AtlantaFX underneath, then a theme's table of colours, then our sheets. On the JavaFX
/// thread. Changing the theme of a scene that is on screen is allowed at any time.
public final class ThemeSheets {
    /// Next to the `id.anjungan.ui` package; each describes one part of the desk.
    private static final List<String> SHARED = List.of("base.css", "control.css", "screen.css", "files.css", "wallpages.css");

    private static final String KEY = "anjungan.theme";

    private ThemeSheets() {}

    public static void apply(Scene scene, Theme theme) {
        FxThread.assertOn();
        Fonts.load();
        String base = theme.base();
        // Popups take both from the scene that opened them.
        scene.setUserAgentStylesheet(base);
        scene.getProperties().put(KEY, theme);
        scene.getStylesheets().setAll(sheets(theme));
    }

    /// The theme a scene was dressed in; dark before it was dressed.
    public static Theme of(Scene scene) {
        return scene.getProperties().get(KEY) instanceof Theme t ? t : Theme.DARK;
    }

    private static List<String> sheets(Theme theme) {
        return Stream.concat(
                        Stream.of(theme.table() + ".css"), SHARED.stream())
                .map(ThemeSheets::url)
                .toList();
    }

    private static String url(String name) {
        URL url = Objects.requireNonNull(ThemeSheets.class.getResource("/id/anjungan/ui/" + name), name);
        return url.toExternalForm();
    }
}
