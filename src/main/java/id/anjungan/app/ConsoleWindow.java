package id.anjungan.app;

import id.anjungan.state.LiveDesk;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.City;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.shell.Shell;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The console's window over a desk. Opening returns when it is on the screen; `awaitClosed` when the operator has
/// closed it. The desk is the caller's to close.
final class ConsoleWindow {
    private static final double WIDTH = 1920;
    private static final double HEIGHT = 1080;

    private final CountDownLatch closed = new CountDownLatch(1);

    private ConsoleWindow() {}

    static ConsoleWindow open(LiveDesk desk, Cities cities, boolean fullScreen) {
        ConsoleWindow window = new ConsoleWindow();
        Languages languages = new Languages(desk, cities);
        FxThread.start();
        FxThread.call(() -> {
                    Shell shell = new Shell(desk, languages::in, worst -> new AlarmSound().play());
                    window.show(shell, languages, fullScreen);
                    return shell;
                })
                .join();
        return window;
    }

    private void show(Shell shell, Languages languages, boolean fullScreen) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Stage stage = new Stage();
        stage.setTitle("Anjungan · " + languages.in(Lang.ID).name());
        stage.setScene(shell.scene(Math.min(WIDTH, screen.getWidth()), Math.min(HEIGHT, screen.getHeight())));
        stage.setMinWidth(1180);
        stage.setMinHeight(680);
        stage.setMaximized(!fullScreen);
        stage.setFullScreen(fullScreen);
        stage.setOnHidden(_ -> closed.countDown());
        languages.onChange(() -> {
            shell.cityChanged();
            stage.setTitle("Anjungan · " + languages.in(Lang.ID).name());
        });
        stage.show();
    }

    void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /// The city in both languages, ready at any moment: read off the JavaFX thread whenever the profile changes.
    static final class Languages {
        private final Map<Lang, City> ready = new EnumMap<>(Lang.class);
        private Runnable changed = () -> {};

        Languages(LiveDesk desk, Cities cities) {
            desk.profile().subscribe(profile -> {
                Map<Lang, City> fresh = new EnumMap<>(Lang.class);
                for (Lang lang : Lang.values()) {
                    fresh.put(lang, cities.of(profile, lang));
                }
                tell(fresh);
            });
        }

        private void tell(Map<Lang, City> fresh) {
            Runnable then;
            synchronized (this) {
                ready.putAll(fresh);
                then = changed;
            }
            FxThread.run(then);
        }

        synchronized City in(Lang lang) {
            return java.util.Objects.requireNonNull(ready.get(lang), "the city is read when the desk opens");
        }

        synchronized void onChange(Runnable then) {
            changed = then;
        }
    }
}
