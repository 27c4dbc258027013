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
import id.anjungan.ui.wallboard.WallboardView;
import id.anjungan.ui.wallboard.WallboardViewModel;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/// The wall on a desk whose actor is a wallboard. It shows and does nothing else. On the JavaFX thread.
public final class WallWindow extends View {
    private final Desk desk;
    private final Lang lang;
    private final CityBook cities;

    /// `outlines` gives a city's areas with their outlines; it is called beside the JavaFX thread too.
    public WallWindow(Desk desk, Function<? super CityProfile, Areas> outlines, Lang lang) {
        super(new StackPane());
        this.desk = desk;
        this.lang = lang;
        cities = new CityBook(desk, outlines);
        build();
    }

    /// A scene of this size with the first page, dressed for the wall.
    public Scene scene(double width, double height) {
        Scene scene = new Scene(root(), width, height);
        ThemeSheets.apply(scene, Theme.WALL);
        return scene;
    }

    private void build() {
        Words words = Words.of(lang, cities.in(lang));
        WallboardViewModel vm = new WallboardViewModel(desk, new SimpleObjectProperty<>(words));
        ((StackPane) root()).getChildren().setAll(new WallboardView(vm, desk, words).root());
    }

    @Override
    protected void attached(Scope on) {
        cities.follow(on, this::build);
    }
}
