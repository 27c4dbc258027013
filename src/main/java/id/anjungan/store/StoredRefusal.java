package id.anjungan.store;

import id.anjungan.domain.Command;
import id.anjungan.domain.Refusal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// A command the server did not accept, kept with the operator's text until it is dismissed.
public record StoredRefusal(UUID id, Command command, Instant at, Refusal code, Map<String, String> args) {
    public StoredRefusal {
        args = Map.copyOf(args);
    }
}
