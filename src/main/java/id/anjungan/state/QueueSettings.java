package id.anjungan.state;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// How an operator has arranged the queue: filters with a name, in the order in which they were saved; the cases that
/// are pinned; what each row tells, and in which order. The only place that knows where this is kept.
public final class QueueSettings {
    /// More than anybody can tell apart.
    public static final int MOST = 30;

    private static final String VIEWS = "queue.views";
    private static final String PINS = "queue.pins";
    private static final String COLUMNS = "queue.columns";

    private final Desk desk;

    /// A filter with the name it was saved under.
    public record View(String name, QueueFilter filter) {}

    public QueueSettings(Desk desk) {
        this.desk = desk;
    }

    public List<View> views() {
        return desk.setting(VIEWS).stream()
                .flatMap(String::lines)
                .flatMap(line -> read(line).stream())
                .toList();
    }

    /// A later view of the same name takes the place of the earlier. False when there is no room for another.
    public boolean save(String name, QueueFilter filter) {
        List<View> next = new ArrayList<>(views());
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
        keep(views().stream().filter(v -> !v.name().equals(name)).toList());
    }

    private void keep(List<View> views) {
        desk.putSetting(VIEWS, String.join("\n", views.stream().map(QueueSettings::line).toList()));
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

    public List<UUID> pins() {
        return words(PINS).stream().flatMap(w -> id(w).stream()).toList();
    }

    /// The latest first; the oldest give way when there are more than anybody needs before their eyes.
    public void pins(List<UUID> ids) {
        List<UUID> latest = ids.subList(0, Math.min(MOST, ids.size()));
        desk.putSetting(PINS, String.join(" ", latest.stream().map(UUID::toString).toList()));
    }

    /// Empty when the operator has chosen none; an empty choice is kept too.
    public Optional<List<String>> columns() {
        return desk.setting(COLUMNS).map(s -> words(COLUMNS));
    }

    public void columns(List<String> names) {
        desk.putSetting(COLUMNS, String.join(" ", names));
    }

    private List<String> words(String key) {
        return desk.setting(key).stream().flatMap(s -> Stream.of(s.split(" "))).filter(s -> !s.isBlank()).toList();
    }

    private static Optional<UUID> id(String word) {
        try {
            return Optional.of(UUID.fromString(word));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
