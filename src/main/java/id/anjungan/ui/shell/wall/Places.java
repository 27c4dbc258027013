package id.anjungan.ui.shell.wall;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which wall belongs on which monitor: each on its own; when that is not there, on one of its size that no other wall
/// has, because plugging in may move a screen; and when `anywhere`, on whatever is left, the first one first. A desk's
/// wall never moves to a screen on its own that somebody works at. Pure.
final class Places {
    private Places() {}

    static Map<String, Monitor> of(List<String> wanted, List<Monitor> present, boolean anywhere) {
        List<Monitor> free = new ArrayList<>(present);
        Map<String, Monitor> found = new LinkedHashMap<>();
        wanted.forEach(key -> take(free, free.stream().filter(m -> m.key().equals(key)).findFirst(), key, found));
        for (String key : wanted) {
            if (!found.containsKey(key)) {
                take(
                        free,
                        free.stream().filter(m -> m.sameSize(key) && (anywhere || !m.primary())).findFirst(), key, found);
            }
        }
        for (String key : wanted) {
            if (anywhere && !found.containsKey(key)) {
                take(free, free.stream().findFirst(), key, found);
            }
        }
        return found;
    }

    private static void take(List<Monitor> free, Optional<Monitor> m, String key, Map<String, Monitor> found) {
        m.ifPresent(x -> {
            free.remove(x);
            found.put(key, x);
        });
    }
}
