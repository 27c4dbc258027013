package id.anjungan.ui.wallboard;

import id.anjungan.domain.WallPlan;
import id.anjungan.geo.Areas;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.WallData;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Theme;
import id.anjungan.ui.fx.ThemeSheets;
import id.anjungan.ui.kit.FakeDesk;
import id.anjungan.ui.kit.Picture;
import id.anjungan.ui.shell.ProfileCity;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;

/// One page of a wall, on no screen, as it stands after it has been laid out.
final class WallStage {
    private WallStage() {}

    /// A wall of so many pixels, looked at like this.
    record Of(FakeDesk desk, CityProfile city, Areas areas, Theme theme, Lang lang, Sight sight, int width, int height) {
        Of(FakeDesk desk, CityProfile city, Theme theme, Lang lang) {
            this(desk, city, Areas.of(city.areas()), theme, lang, Sight.USUAL, 1920, 1080);
        }

        Of seen(Sight by, int w, int h) {
            return new Of(desk, city, areas, theme, lang, by, w, h);
        }
    }

    /// Shows this page alone; an empty kind leaves the plan as it is.
    static Scene scene(Of wall, String kind) {
        FxThread.start();
        if (!kind.isEmpty()) {
            WallData now = wall.desk().wall.get();
            wall.desk().wall.set(new WallData(
                    new WallPlan(
                            WallPlan.ID, List.of(WallPlan.Page.of(kind, 60)), now.plan().message(), now.plan().ticker(),
                            now.plan().take(), now.plan().by(), now.plan().at()),
                    now.figures()));
        }
        Scene scene = FxThread.call(() -> {
                    Words w = Words.of(wall.lang(), new ProfileCity(wall.city(), wall.areas(), wall.lang()));
                    WallboardViewModel vm = new WallboardViewModel(wall.desk(), new SimpleObjectProperty<>(w));
                    WallboardView view = new WallboardView(vm, wall.desk(), w);
                    view.sightProperty().set(wall.sight());
                    Scene s = new Scene(view.root(), wall.width(), wall.height());
                    ThemeSheets.apply(s, wall.theme());
                    return s;
                })
                .join();
        Picture.settle(scene, 6);
        return scene;
    }

    static <T> T with(Scene scene, Function<Scene, T> look) {
        return FxThread.call(() -> look.apply(scene)).join();
    }

    static void look(Scene scene, Consumer<Scene> at) {
        with(scene, s -> {
            at.accept(s);
            return true;
        });
    }
}
