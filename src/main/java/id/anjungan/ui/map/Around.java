package id.anjungan.ui.map;

import id.anjungan.domain.Location;
import id.anjungan.profile.Nearest;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// Who is near the case that is open. On the JavaFX thread.
final class Around {
    private static final int MOST = 10;

    private final Desk desk;
    final BooleanProperty shown = new SimpleBooleanProperty();
    final ObjectProperty<Nearest.What> what = new SimpleObjectProperty<>(Nearest.What.POSTS);

    Around(Desk desk) {
        this.desk = desk;
    }

    /// Empty when no case is open, or it has no position, or nothing is shown.
    List<Nearest.Found> found(Locale locale) {
        Location l = desk.caseFile().get().map(CaseFile::c).map(id.anjungan.domain.Case::location).orElse(Location.UNKNOWN);
        Double lat = l.lat();
        Double lon = l.lon();
        return !shown.get() || lat == null || lon == null
                ? List.of()
                : Nearest.of(desk.profile().get(), what.get(), lat, lon, MOST, locale);
    }

    boolean placed() {
        return desk.caseFile().get().map(f -> f.c().location().hasPosition()).orElse(false);
    }
}
