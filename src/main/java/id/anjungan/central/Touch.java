package id.anjungan.central;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a piece of work says it will read: entities (also those that may not exist yet), the prefix of a case
/// number, and the command with its console and number. A store with several nodes fetches and locks it at once.
record Touch(List<UUID> entities, @Nullable String prefix, @Nullable Numbered command) {
    static final Touch NOTHING = new Touch(List.of(), null, null);

    static Touch of(List<UUID> entities) {
        return new Touch(entities, null, null);
    }

    /// A command by both of its names.
    record Numbered(UUID command, UUID console, long number) {}
}
