package id.anjungan.ui.settings;

import id.anjungan.state.Desk;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.KeyMap;
import id.anjungan.ui.control.Ordering;
import id.anjungan.ui.fx.Theme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Theme, density, layout, language, sound and keys of this desk's user, kept by the desk as they change. On the JavaFX thread.
public final class SettingsViewModel {
    /// Of this machine, and not of the operator.
    private static final String KEPT = "here.files-cache-mb";
    private static final int USUALLY_KEPT = 512;

    private final Desk desk;
    public final ObjectProperty<Theme> theme;
    public final ObjectProperty<Lang> language;
    public final BooleanProperty sound;
    public final ObjectProperty<KeyMap> keys;
    /// Whether rows stand closer together.
    public final BooleanProperty compact;
    /// The panes of the console from left to right.
    public final ObjectProperty<Ordering> panes;
    /// How many megabytes of fetched files stay on this machine.
    public final ObjectProperty<Integer> keptMegabytes;
    /// The channels' tiles from left to right.
    public final ObjectProperty<Ordering> tiles;
    /// The choosing of other keys.
    public final KeysViewModel choosing;

    public SettingsViewModel(Desk desk) {
        this.desk = desk;
        theme = new SimpleObjectProperty<>(theme());
        language = new SimpleObjectProperty<>(language());
        sound = new SimpleBooleanProperty(sound());
        keys = new SimpleObjectProperty<>(keys());
        compact = new SimpleBooleanProperty(compact());
        panes = new SimpleObjectProperty<>(order("layout.panes"));
        tiles = new SimpleObjectProperty<>(order("layout.tiles"));
        keptMegabytes = new SimpleObjectProperty<>(kept());
        choosing = new KeysViewModel(keys);
        keys.subscribe((was, is) -> desk.putSetting("keys", is.format()));
        theme.subscribe((was, is) -> desk.putSetting("theme", is.table()));
        language.subscribe((was, is) -> desk.putSetting("language", is.code()));
        sound.subscribe((was, is) -> desk.putSetting("sound", is ? "on" : "off"));
        compact.subscribe((was, is) -> desk.putSetting("density", is ? "compact" : "roomy"));
        keptMegabytes.subscribe((was, is) -> desk.putSetting(KEPT, is.toString()));
        panes.subscribe((was, is) -> desk.putSetting("layout.panes", is.format()));
        tiles.subscribe((was, is) -> desk.putSetting("layout.tiles", is.format()));
    }

    private Theme theme() {
        return desk.setting("theme").orElse("dark").equals("light") ? Theme.LIGHT : Theme.DARK;
    }

    private Lang language() {
        return Lang.of(desk.setting("language").orElse("id"));
    }

    private boolean sound() {
        return !desk.setting("sound").orElse("on").equals("off");
    }

    private KeyMap keys() {
        return KeyMap.parse(desk.setting("keys").orElse(""));
    }

    private boolean compact() {
        return desk.setting("density").orElse("roomy").equals("compact");
    }

    private int kept() {
        return desk.setting(KEPT).filter(s -> s.matches("\\d{1,6}")).map(Integer::valueOf).orElse(USUALLY_KEPT);
    }

    private Ordering order(String setting) {
        return Ordering.parse(desk.setting(setting).orElse(""));
    }

    /// Something was set at another desk of this operator's.
    public void reload() {
        theme.set(theme());
        sound.set(sound());
        compact.set(compact());
        tiles.set(order("layout.tiles"));
        panes.set(order("layout.panes"));
        keys.set(keys());
        language.set(language());
    }

    public void toggleTheme() {
        theme.set(theme.get() == Theme.LIGHT ? Theme.DARK : Theme.LIGHT);
    }

    public void toggleLanguage() {
        language.set(language.get() == Lang.ID ? Lang.EN : Lang.ID);
    }
}
