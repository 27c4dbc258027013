package id.anjungan.protocol;

import java.util.List;
import java.util.UUID;

/// What `GET /v1/hash?epoch=E&after=N` answers: the hash (see `RowHash`) of the rows a desk should hold that have not
/// changed since `after`, how many they are, and the ids of those that have changed up to `head`.
public record HashAnswer(UUID epoch, long after, long head, long rows, String hash, List<UUID> changed) {
    public HashAnswer {
        changed = changed == null ? List.of() : List.copyOf(changed);
    }
}
