package id.anjungan.app;

import id.anjungan.profile.CityProfile;
import id.anjungan.state.LiveDesk;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.City;
import id.anjungan.ui.fx.FxThread;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// The city in both languages, ready at any moment: read off the JavaFX thread whenever the profile changes, because
/// computing outlines takes a while. The toolkit must run.
final class Languages {
    private final Cities cities;
    private final Map<Lang, City> ready = new EnumMap<>(Lang.class);
    private Runnable changed = () -> {};

    Languages(LiveDesk desk, Cities cities) {
        this.cities = cities;
        read(desk.profile().get());
        desk.profile().subscribe(this::read);
    }

    private void read(CityProfile profile) {
        Map<Lang, City> fresh = new EnumMap<>(Lang.class);
        for (Lang lang : Lang.values()) {
            fresh.put(lang, cities.of(profile, lang));
        }
        Runnable then;
        synchronized (this) {
            ready.putAll(fresh);
            then = changed;
        }
        FxThread.run(then);
    }

    synchronized City in(Lang lang) {
        return Objects.requireNonNull(ready.get(lang));
    }

    /// What to do on the JavaFX thread after each change.
    synchronized void onChange(Runnable then) {
        changed = then;
    }
}
