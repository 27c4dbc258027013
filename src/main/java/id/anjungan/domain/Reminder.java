package id.anjungan.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An operator wants a case to come back at a time. It stays until that operator puts it away, so it survives a
/// restart, and a desk that is offline knows by itself when it is due. `note` names what was written with it.
public record Reminder(String operator, Instant at, Instant setAt, @Nullable UUID note) {
    public boolean due(Instant now) {
        return !now.isBefore(at);
    }
}
