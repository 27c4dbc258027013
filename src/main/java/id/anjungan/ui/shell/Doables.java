package id.anjungan.ui.shell;

import id.anjungan.text.Lang;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.search.Doable;
import id.anjungan.ui.settings.SettingsViewModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// All that can be done by its name: what has a key, and the settings.
final class Doables {
    /// What moves the hand and does nothing.
    private static final Set<Act> MOVES =
            EnumSet.of(Act.SEARCH, Act.UP, Act.DOWN, Act.MARK_UP, Act.MARK_DOWN, Act.BACK);

    private Doables() {}

    static List<Doable> of(Words w, SettingsViewModel settings, Consumer<Act> does) {
        List<Doable> all = new ArrayList<>();
        for (Act act : Act.values()) {
            if (!MOVES.contains(act)) {
                all.add(new Doable(Doable.Kind.COMMAND, w.get(act.words()), w.key(act), () -> does.accept(act)));
            }
        }
        setting(all, w, "shell.settings.theme", "shell.settings.theme.dark", () -> settings.theme.set(Theme.DARK));
        setting(all, w, "shell.settings.theme", "shell.settings.theme.light", () -> settings.theme.set(Theme.LIGHT));
        setting(all, w, "shell.settings.language", "shell.settings.language.id", () -> settings.language.set(Lang.ID));
        setting(all, w, "shell.settings.language", "shell.settings.language.en", () -> settings.language.set(Lang.EN));
        setting(all, w, "shell.settings.sound", "shell.settings.on", () -> settings.sound.set(true));
        setting(all, w, "shell.settings.sound", "shell.settings.off", () -> settings.sound.set(false));
        setting(all, w, "shell.settings.density", "shell.settings.density.roomy", () -> settings.compact.set(false));
        setting(all, w, "shell.settings.density", "shell.settings.density.compact", () -> settings.compact.set(true));
        return all;
    }

    private static void setting(List<Doable> all, Words w, String what, String value, Runnable set) {
        all.add(new Doable(Doable.Kind.SETTING, w.get(what) + ": " + w.get(value), "", set));
    }
}
