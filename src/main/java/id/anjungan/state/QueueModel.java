package id.anjungan.state;

import java.util.List;
import java.util.UUID;

/// The escalation queue: unacknowledged emergencies first, then by priority and nearest breach. A window of rows
/// read by SQL, never the full list. Any thread.
public interface QueueModel {
    Signal<QueuePage> page();

    void filter(QueueFilter filter);

    /// Which rows are wanted (a little more than is visible).
    void window(int first, int count);

    /// Holds the order while somebody reads: rows keep their places, also when they match no more, and changes of a
    /// shown row still show; new ones are only counted. An emergency nobody has acknowledged comes at once, to the top.
    void hold(boolean reading);

    /// These stand under the emergencies, in this order, once each, when the queue has them.
    void pins(List<UUID> ids);

    /// The ids of these places, as many as are known.
    List<UUID> ids(int first, int count);

    /// Takes in what has arrived, in order, from the top.
    void showArrived();
}
