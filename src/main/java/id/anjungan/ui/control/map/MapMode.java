package id.anjungan.ui.control.map;

/// What a map tells at a glance: where each case is, where cases crowd together, or how many each district has.
public enum MapMode {
    POINTS,
    DENSITY,
    DISTRICTS
}
