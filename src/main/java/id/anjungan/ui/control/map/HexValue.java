package id.anjungan.ui.control.map;

import id.anjungan.domain.Priority;
import org.jspecify.annotations.Nullable;

/// What a hexagon says about its district: how many open cases, and the most urgent thing that asks for
/// attention there, if anything does (an emergency or high priority turns the hexagon's edge).
public record HexValue(int count, @Nullable Priority alert) {
    public static final HexValue NONE = new HexValue(0, null);
}
