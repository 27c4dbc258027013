package id.anjungan.state;

import id.anjungan.domain.Entry;
import java.time.Instant;
import java.util.List;

/// What operators keep beside cases, as far as it concerns the one at this desk: the tags in use (the most used first),
/// what shall come back (the nearest first, due or not), and the watched cases that have changed.
public record Beside(List<String> tags, List<Reminded> reminders, List<Changed> changed) {
    public static final Beside NONE = new Beside(List.of(), List.of(), List.of());

    public Beside {
        tags = List.copyOf(tags);
        reminders = List.copyOf(reminders);
        changed = List.copyOf(changed);
    }

    /// A case and when it shall come back; `due` says that it has.
    public record Reminded(QueueRow row, Instant at, boolean due) {}

    /// A watched case and what others did to it since it was last looked at, oldest first.
    public record Changed(QueueRow row, List<Entry> news) {
        public Changed {
            news = List.copyOf(news);
        }
    }
}
