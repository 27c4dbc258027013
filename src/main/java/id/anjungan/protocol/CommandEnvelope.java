package id.anjungan.protocol;

import id.anjungan.domain.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A command on its way to the server. `id` is its identity: given again, it has no second effect. `number`
/// counts per console without gaps, so order and cloned consoles are seen. `group` ties the commands of one
/// bulk action. `actor` must be the session's. `at` is the desk's estimate of server time when the key was
/// pressed; `heardAt` is when the desk last heard the server, the earliest that `at` may honestly be judged by.
public record CommandEnvelope(
        UUID id,
        UUID console,
        long number,
        @Nullable UUID group,
        String actor,
        Instant at,
        @Nullable Instant heardAt,
        Command command) {}
