package id.anjungan.ui.settings;

import id.anjungan.state.Desk;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.KeyMap;
import id.anjungan.ui.fx.Theme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Theme, language, sound and keys of this desk's user, kept by the desk as they change. On the JavaFX thread.
public final class SettingsViewModel {
    public final ObjectProperty<Theme> theme;
    public final ObjectProperty<Lang> language;
    public final BooleanProperty sound;
    public final ObjectProperty<KeyMap> keys;
    /// The choosing of other keys.
    public final KeysViewModel choosing;

    public SettingsViewModel(Desk desk) {
        theme = new SimpleObjectProperty<>(
                desk.setting("theme").orElse("dark").equals("light") ? Theme.LIGHT : Theme.DARK);
        language = new SimpleObjectProperty<>(Lang.of(desk.setting("language").orElse("id")));
        sound = new SimpleBooleanProperty(!desk.setting("sound").orElse("on").equals("off"));
        keys = new SimpleObjectProperty<>(KeyMap.parse(desk.setting("keys").orElse("")));
        choosing = new KeysViewModel(keys);
        keys.subscribe((was, is) -> desk.putSetting("keys", is.format()));
        theme.subscribe((was, is) -> desk.putSetting("theme", is.table()));
        language.subscribe((was, is) -> desk.putSetting("language", is.code()));
        sound.subscribe((was, is) -> desk.putSetting("sound", is ? "on" : "off"));
    }

    public void toggleTheme() {
        theme.set(theme.get() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
    }

    public void toggleLanguage() {
        language.set(language.get() == Lang.ID ? Lang.EN : Lang.ID);
    }
}
