package id.anjungan.ui;

import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Samples;
import javafx.event.Event;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.Test;

/// Pictures of the console as somebody has arranged it, and of where that is done.
class LayoutPicturesTest {
    @Test
    void asSomebodyHasArrangedIt() {
        FakeDesk desk = Samples.busy();
        desk.settings.put("density", "compact");
        desk.settings.put("layout.panes", "file map queue");
        desk.settings.put("layout.tiles", "WARGAKU SP4N -KANTORKU");
        PicturesTest.console("layout-compact-dark-id", desk, "dark", "id", s -> {});
        FakeDesk without = Samples.busy();
        without.settings.put("layout.panes", "queue -map file");
        PicturesTest.console("layout-no-map-light-en", without, "light", "en", s -> {});
    }

    @Test
    void whereItIsDone() {
        for (String theme : new String[] {"dark", "light"}) {
            PicturesTest.console("settings-" + theme, Samples.busy(), theme, theme.equals("dark") ? "id" : "en", s -> Event.fireEvent(
                    s.root(), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.F4, false, false, false, false)));
        }
    }
}
