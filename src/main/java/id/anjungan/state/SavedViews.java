package id.anjungan.state;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The filters an operator has given a name, in the order in which they were saved; a later one of the same name takes
/// the place of the earlier. The only place that knows where they are kept.
public final class SavedViews {
    /// More than anybody can tell apart.
    public static final int MOST = 30;

    private static final String KEY = "queue.views";

    private final Desk desk;

    /// A filter with the name it was saved under.
    public record View(String name, QueueFilter filter) {}

    public SavedViews(Desk desk) {
        this.desk = desk;
    }

    public List<View> all() {
        return desk.setting(KEY).stream()
                .flatMap(String::lines)
                .flatMap(line -> read(line).stream())
                .toList();
    }

    /// False when there is no room for another.
    public boolean save(String name, QueueFilter filter) {
        List<View> next = new ArrayList<>(all());
        int at = next.stream().map(View::name).toList().indexOf(name);
        if (at >= 0) {
            next.set(at, new View(name, filter));
        } else if (next.size() < MOST) {
            next.add(new View(name, filter));
        } else {
            return false;
        }
        keep(next);
        return true;
    }

    public void forget(String name) {
        keep(all().stream().filter(v -> !v.name().equals(name)).toList());
    }

    private void keep(List<View> views) {
        desk.putSetting(KEY, String.join("\n", views.stream().map(SavedViews::line).toList()));
    }

    private static String line(View v) {
        return URLEncoder.encode(v.name(), StandardCharsets.UTF_8) + "?" + v.filter().format();
    }

    private static Optional<View> read(String line) {
        int at = line.indexOf('?');
        try {
            return at <= 0
                    ? Optional.empty()
                    : Optional.of(new View(
                            URLDecoder.decode(line.substring(0, at), StandardCharsets.UTF_8),
                            QueueFilter.parse(line.substring(at + 1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
