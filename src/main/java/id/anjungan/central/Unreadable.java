package id.anjungan.central;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stored rows that could not be read when somebody was to be sent them, each counted and logged once. The status
/// says how many there are. Bounded, any thread.
final class Unreadable {
    private static final Logger LOG = LoggerFactory.getLogger(Unreadable.class);
    private static final int MOST = 1_000;

    private final Set<UUID> ids = ConcurrentHashMap.newKeySet();

    /// The cause's class only: its message may quote the row.
    void note(Row row, RuntimeException cause) {
        if (ids.size() < MOST && ids.add(row.id())) {
            LOG.error("{} {} cannot be read and is left out: {}", row.kind().wire(), row.id(), cause.getClass().getName());
        }
    }

    int count() {
        return ids.size();
    }
}
