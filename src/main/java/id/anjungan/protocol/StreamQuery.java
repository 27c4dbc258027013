package id.anjungan.protocol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where a stream begins. With neither `after` nor `position`: a new snapshot. With `epoch` and `position`
/// (and `s0`): a snapshot resumed. With `epoch` and `after`: what has changed since. As query parameters:
/// `epoch`, `after`, `snapshot` (the position), `s0`.
public record StreamQuery(@Nullable UUID epoch, long after, @Nullable String position, long s0) {
    public static final StreamQuery FRESH = new StreamQuery(null, 0, null, 0);

    public String toQuery() {
        if (epoch == null) {
            return "";
        }
        return position == null
                ? "?epoch=" + epoch + "&after=" + after
                : "?epoch=" + epoch + "&snapshot=" + position + "&s0=" + s0;
    }
}
