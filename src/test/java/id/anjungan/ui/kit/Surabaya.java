package id.anjungan.ui.kit;

import id.anjungan.geo.Areas;
import id.anjungan.profile.CityProfile;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.City;
import id.anjungan.ui.control.Words;
import id.anjungan.ui.shell.ProfileCity;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The profile of Surabaya, loaded once for all tests of screens.
public final class Surabaya {
    public static final CityProfile PROFILE = ProfileLoader.load("surabaya");
    public static final Areas AREAS = Areas.of(PROFILE.areas());

    private Surabaya() {}

    public static City city(Lang lang) {
        return new ProfileCity(PROFILE, AREAS, lang);
    }

    public static Words words(Lang lang) {
        return Words.of(lang, city(lang));
    }

    /// Words in Indonesian, as the view models take them.
    public static ObjectProperty<Words> words() {
        return new SimpleObjectProperty<>(words(Lang.ID));
    }

    /// The code of a district or village by its name.
    public static String area(String name) {
        return PROFILE.areas().stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no area " + name))
                .code();
    }
}
