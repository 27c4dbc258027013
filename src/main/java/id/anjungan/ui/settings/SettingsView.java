package id.anjungan.ui.settings;

import id.anjungan.text.Lang;
import id.anjungan.ui.control.Act;
import id.anjungan.ui.control.ActionButton;
import id.anjungan.ui.control.Chips;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.View;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Theme, language, sound, density and layout, each of which takes effect at once, and the way to the keys.
public final class SettingsView extends View {
    private final SettingsViewModel vm;
    private final Chips<Theme> theme;
    private final Chips<Lang> language;
    private final Chips<Boolean> sound;
    private final Chips<Boolean> density;
    private final Chips<Integer> kept;

    /// The panes of the console, from left to right until somebody chooses otherwise.
    public static final List<String> PANES = List.of("queue", "map", "file");

    /// `keys` opens the list of keys, `leave` is for who leaves the desk.
    public SettingsView(SettingsViewModel vm, Words w, Runnable keys, Runnable leave) {
        super(new ScrollPane());
        this.vm = vm;
        theme = new Chips<>(vm.theme.get())
                .add(Theme.DARK, w.get("shell.settings.theme.dark"))
                .add(Theme.LIGHT, w.get("shell.settings.theme.light"));
        language = new Chips<>(vm.language.get())
                .add(Lang.ID, w.get("shell.settings.language.id"))
                .add(Lang.EN, w.get("shell.settings.language.en"));
        sound = new Chips<>(vm.sound.get())
                .add(true, w.get("shell.settings.on"))
                .add(false, w.get("shell.settings.off"));
        density = new Chips<>(vm.compact.get())
                .add(false, w.get("shell.settings.density.roomy"))
                .add(true, w.get("shell.settings.density.compact"));
        kept = new Chips<>(vm.keptMegabytes.get());
        for (int mb : new int[] {128, 512, 2_048}) {
            kept.add(mb, w.get("files.megabytes", mb));
        }
        VBox all = new VBox(
                20,
                group(w.get("shell.settings.theme"), theme),
                group(w.get("shell.settings.language"), language),
                group(w.get("shell.settings.sound"), sound),
                group(w.get("shell.settings.density"), density),
                group(w.get("shell.help.keys"), button("settings-keys", w.get("shell.settings.keys"), w.key(Act.HELP), keys)),
                group(w.get("shell.settings.panes"), new OrderList(
                        "panes", vm.panes, PANES, n -> w.get("shell.settings.pane." + n), w)),
                group(w.get("shell.settings.tiles"), new OrderList(
                        "tiles", vm.tiles, w.city().channels(), w.city()::channel, w)),
                group(w.get("shell.settings.kept"), kept),
                button("settings-leave", w.get("shell.signOut.do"), w.key(Act.SIGN_OUT), leave));
        ScrollPane scroll = (ScrollPane) root();
        scroll.setContent(all);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("files-row");
    }

    private static Node button(String id, String text, String key, Runnable does) {
        ActionButton to = new ActionButton(text, key);
        to.setId(id);
        to.setMaxWidth(Region.USE_PREF_SIZE);
        to.setOnAction(e -> does.run());
        return to;
    }

    private static Node group(String name, Node choice) {
        Label label = new Label(name);
        label.getStyleClass().addAll("muted", "secondary");
        return new VBox(8, label, choice);
    }

    @Override
    protected void attached(Scope on) {
        on.show(theme.chosenProperty(), vm.theme::set);
        on.show(language.chosenProperty(), vm.language::set);
        on.show(sound.chosenProperty(), vm.sound::set);
        on.show(density.chosenProperty(), vm.compact::set);
        on.show(kept.chosenProperty(), vm.keptMegabytes::set);
    }
}
