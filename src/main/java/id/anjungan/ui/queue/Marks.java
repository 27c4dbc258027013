package id.anjungan.ui.queue;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The cases marked for one action, by what they are and not by where they stand, so that nothing that moves is taken
/// for another. On the JavaFX thread.
final class Marks {
    /// More than this in one go is no longer a decision about cases.
    static final int MOST = 1_000;

    /// In the order in which they were marked.
    final ObjectProperty<Set<UUID>> ids = new SimpleObjectProperty<>(Set.of());
    private @Nullable UUID anchor;

    /// Where a range begins: the case that was marked or let go last.
    @Nullable UUID anchor() {
        return anchor;
    }

    boolean has(@Nullable UUID id) {
        return id != null && ids.get().contains(id);
    }

    boolean any() {
        return !ids.get().isEmpty();
    }

    void toggle(UUID id) {
        anchor = id;
        Set<UUID> next = new LinkedHashSet<>(ids.get());
        if (!next.remove(id) && next.size() < MOST) {
            next.add(id);
        }
        set(next);
    }

    /// Adds these; false when not all had room.
    boolean add(Collection<UUID> more) {
        Set<UUID> next = new LinkedHashSet<>(ids.get());
        boolean fits = true;
        for (UUID id : more) {
            fits &= next.size() < MOST || next.contains(id);
            if (next.size() < MOST) {
                next.add(id);
            }
        }
        set(next);
        return fits;
    }

    /// Keeps only these.
    void keep(List<UUID> rest) {
        Set<UUID> next = new LinkedHashSet<>(ids.get());
        next.retainAll(new LinkedHashSet<>(rest));
        set(next);
    }

    void clear() {
        anchor = null;
        set(Set.of());
    }

    private void set(Set<UUID> next) {
        ids.set(java.util.Collections.unmodifiableSet(next));
    }
}
