package id.anjungan.state;

import java.util.List;

/// A window of the queue: rows `first` … of `total` that match. While the reader is away from the top the order
/// is held: `arrived` counts what has come since, shown when asked for. Counts are over all open cases.
public record QueuePage(
        QueueFilter filter,
        int first,
        List<QueueRow> rows,
        int total,
        int arrived,
        int countAll,
        int countMine,
        int countUnclaimed,
        int countBreached) {
    public QueuePage {
        rows = List.copyOf(rows);
    }

    public static final QueuePage EMPTY = new QueuePage(QueueFilter.ALL, 0, List.of(), 0, 0, 0, 0, 0, 0);
}
