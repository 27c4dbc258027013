package id.anjungan.ui.shell;

import id.anjungan.geo.Areas;
import id.anjungan.profile.CityProfile;
import id.anjungan.state.Desk;
import id.anjungan.text.Lang;
import id.anjungan.ui.control.City;
import id.anjungan.ui.fx.FxThread;
import id.anjungan.ui.fx.Scope;
import java.util.function.Function;

/// The city the desk works for, as its profile comes in and changes. Outlines take a while to build, so a new
/// profile is prepared beside the JavaFX thread and shown when it is whole.
final class CityBook {
    private final Desk desk;
    private final Function<? super CityProfile, Areas> outlines;
    private CityProfile profile;
    private Areas areas;

    CityBook(Desk desk, Function<? super CityProfile, Areas> outlines) {
        this.desk = desk;
        this.outlines = outlines;
        profile = desk.profile().get();
        areas = outlines.apply(profile);
    }

    City in(Lang lang) {
        return new ProfileCity(profile, areas, lang);
    }

    /// Calls `changed` on the JavaFX thread when the city is another than before.
    void follow(Scope on, Runnable changed) {
        on.follow(desk.profile()::subscribe, (CityProfile next) -> {
            if (!next.version().equals(profile.version()) || !next.code().equals(profile.code())) {
                prepare(next, changed);
            }
        });
    }

    /// The outlines are others than before; `changed` as above.
    void renew(Runnable changed) {
        prepare(profile, changed);
    }

    private void prepare(CityProfile next, Runnable changed) {
        Thread.ofVirtual().name("outlines").start(() -> {
            Areas built = outlines.apply(next);
            FxThread.run(() -> {
                profile = next;
                areas = built;
                changed.run();
            });
        });
    }
}
