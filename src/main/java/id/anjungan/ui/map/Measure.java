package id.anjungan.ui.map;

import id.anjungan.state.DistrictFigure;
import id.anjungan.state.UsualHour;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What districts are shaded by.
enum Measure {
    OPEN,
    BREACHED,
    /// Open cases for every ten thousand who live there; only where the profile says how many do.
    PER_PEOPLE,
    /// The last hour as a multiple of what this hour of the week usually brings.
    USUAL;

    private static final double PEOPLE = 10_000;

    String key() {
        return "map.measure." + name();
    }

    /// The value of each district that has one.
    Map<String, Double> values(List<DistrictFigure> figures, Map<String, Integer> inhabitants, UsualHour usual) {
        Map<String, Double> all = new HashMap<>();
        if (this == USUAL) {
            usual.districts().forEach((d, now) -> all.put(d, now.times()));
            return all;
        }
        for (DistrictFigure f : figures) {
            int people = inhabitants.getOrDefault(f.district(), 0);
            if (this == PER_PEOPLE && people > 0) {
                all.put(f.district(), f.open() * PEOPLE / people);
            } else if (this != PER_PEOPLE) {
                all.put(f.district(), (double) (this == OPEN ? f.open() : f.breached()));
            }
        }
        return all;
    }

    /// Whether values are written with a decimal.
    boolean fine() {
        return this == PER_PEOPLE || this == USUAL;
    }

    /// Whether there is anything to tell by.
    boolean known(Map<String, Integer> inhabitants, UsualHour usual) {
        return switch (this) {
            case OPEN, BREACHED -> true;
            case PER_PEOPLE -> !inhabitants.isEmpty();
            case USUAL -> usual.weeks() > 0;
        };
    }
}
