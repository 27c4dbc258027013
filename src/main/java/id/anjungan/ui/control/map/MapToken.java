package id.anjungan.ui.control.map;

import javafx.scene.paint.Color;

/// The colours of [MapView], each a CSS property of the control, named by meaning. `map.css`
/// points them at the theme's own colours (`-aj-canvas`, `-aj-map-0` …), so a theme is one table; a style
/// sheet may set any of them for one map alone. The initial values are the dark tokens, for a scene that has
/// no theme at all.
///
/// | property | what |
/// |---|---|
/// | -aj-map-canvas | around the city, and the edge that sets symbols off |
/// | -aj-map-land | an area with nothing in it |
/// | -aj-map-land-strong | the area with the largest value; others lie between |
/// | -aj-map-border | borders |
/// | -aj-map-name, -aj-map-name-strong | names of places, figures on them |
/// | -aj-map-disc, -aj-map-figure | the disc of a cluster and the count on it |
/// | -aj-map-selected | ring around what is selected, and focus |
/// | -aj-map-heat-low, -aj-map-heat, -aj-map-heat-high | where points crowd together, from few to many |
/// | -aj-priority-emergency, -high, -medium, -low | symbols |
public enum MapToken {
    CANVAS("-aj-map-canvas", "#0D1117"),
    LAND("-aj-map-land", "#0F1A1F"),
    LAND_STRONG("-aj-map-land-strong", "#25796E"),
    BORDER("-aj-map-border", "#0A0E13"),
    NAME("-aj-map-name", "#C3CFDA"),
    NAME_STRONG("-aj-map-name-strong", "#E8EEF4"),
    DISC("-aj-map-disc", "#131A22"),
    FIGURE("-aj-map-figure", "#E8EEF4"),
    SELECTED("-aj-map-selected", "#35C2A5"),
    HEAT_LOW("-aj-map-heat-low", "#1D7F70"),
    HEAT("-aj-map-heat", "#35C2A5"),
    HEAT_HIGH("-aj-map-heat-high", "#F2D35B"),
    EMERGENCY("-aj-priority-emergency", "#FF5D5D"),
    HIGH("-aj-priority-high", "#FFA24C"),
    MEDIUM("-aj-priority-medium", "#F2D35B"),
    LOW("-aj-priority-low", "#6FB1FF");

    final String css;
    private final String initial;

    MapToken(String css, String initial) {
        this.css = css;
        this.initial = initial;
    }

    /// The name of the CSS property.
    public String css() {
        return css;
    }

    Color initial() {
        return Color.web(initial);
    }

    /// By rank of priority, 0 the most urgent.
    static MapToken ofPriority(int rank) {
        return switch (rank) {
            case 0 -> EMERGENCY;
            case 1 -> HIGH;
            case 2 -> MEDIUM;
            default -> LOW;
        };
    }
}
