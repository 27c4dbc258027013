package id.anjungan.state;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A window of the queue: rows `first` … of `total` that match. While the reader is away from the top the order
/// is held: `arrived` counts what has come since, shown when asked for. Counts are over all open cases;
/// `worstUnclaimed` is of those that match but for the words looked for, whether or not it is in the held order.
/// `viewers` are the colleagues who look at a case now, for any case.
public record QueuePage(
        QueueFilter filter,
        int first,
        List<QueueRow> rows,
        int total,
        int arrived,
        int countAll,
        int countMine,
        int countUnclaimed,
        int countBreached,
        @Nullable UUID worstUnclaimed,
        Map<UUID, List<Viewer>> viewers) {
    public QueuePage {
        rows = List.copyOf(rows);
        viewers = Map.copyOf(viewers);
    }

    public static final QueuePage EMPTY = new QueuePage(QueueFilter.ALL, 0, List.of(), 0, 0, 0, 0, 0, 0, null, Map.of());
}
