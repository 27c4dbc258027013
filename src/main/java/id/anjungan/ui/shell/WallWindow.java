package id.anjungan.ui.shell;

import id.anjungan.geo.Areas;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.Desk;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.Scope;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import id.anjungan.ui.fx.View;
import id.anjungan.ui.wallboard.Sight;
import id.anjungan.ui.wallboard.WallboardView;
import id.anjungan.ui.wallboard.WallboardViewModel;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// The wall on a desk whose actor is a wallboard. It shows and does nothing else. On the JavaFX thread.
public final class WallWindow extends View {
    private final Desk desk;
    private final Lang lang;
    private final CityBook cities;
    private final ObservableValue<Sight> sight;
    private final ObjectProperty<Words> words = new SimpleObjectProperty<>();
    private final WallboardViewModel vm;

    /// `outlines` gives a city's areas with their outlines; it is called beside the JavaFX thread too.
    public WallWindow(Desk desk, Function<? super CityProfile, Areas> outlines, Lang lang, ObservableValue<Sight> sight) {
        super(new StackPane());
        this.desk = desk;
        this.lang = lang;
        this.sight = sight;
        cities = new CityBook(desk, outlines);
        words.set(Words.of(lang, cities.in(lang)));
        vm = new WallboardViewModel(desk, words);
        build();
    }

    /// A scene of this size with the wall in it, dressed as the desk's setting says: dark, or light for a bright room.
    public Scene scene(double width, double height) {
        Scene scene = new Scene(root(), width, height);
        ThemeSheets.apply(scene, theme(desk));
        return scene;
    }

    static Theme theme(Desk desk) {
        return desk.setting("theme").orElse("dark").equals("light") ? Theme.WALL_LIGHT : Theme.WALL;
    }

    private void build() {
        words.set(Words.of(lang, cities.in(lang)));
        WallboardView view = new WallboardView(vm, desk, words.get());
        view.sightProperty().bind(sight);
        ((StackPane) root()).getChildren().setAll(view.root());
    }

    @Override
    protected void attached(Scope on) {
        cities.follow(on, this::build);
    }
}
