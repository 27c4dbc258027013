package id.anjungan.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The states of entities as they are before a command. A decision reads those the command touches, and what hangs
/// on them under ids that follow from theirs: a case's alarms, a chat's lines. Whoever locks a case or chat has
/// locked those too.
public interface View {
    Optional<Entity> find(UUID id);

    /// The entity with this id when it is of this kind.
    default <T extends Entity> Optional<T> find(Class<T> kind, UUID id) {
        return find(id).filter(kind::isInstance).map(kind::cast);
    }

    static View of(Collection<? extends Entity> entities) {
        Map<UUID, Entity> byId = new HashMap<>();
        entities.forEach(e -> byId.put(e.id(), e));
        return id -> Optional.ofNullable(byId.get(id));
    }

    static View of(Entity... entities) {
        return of(java.util.List.of(entities));
    }
}
