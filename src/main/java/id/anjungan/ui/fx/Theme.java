package id.anjungan.ui.fx;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/// What the desk looks like. Each is one table of colours, `<name>.css`; everything else is shared.
public enum Theme {
    DARK("dark"),
    LIGHT("light"),
    /// Dark, with higher contrast, for a screen read from across the room.
    WALL("wall"),
    /// The same in a bright room.
    WALL_LIGHT("wall-light");

    private final String table;

    Theme(String table) {
        this.table = table;
    }

    /// The name of its table, without `.css`.
    public String table() {
        return table;
    }

    String base() {
        return this == LIGHT || this == WALL_LIGHT ? new PrimerLight().getUserAgentStylesheet() : new PrimerDark().getUserAgentStylesheet();
    }
}
