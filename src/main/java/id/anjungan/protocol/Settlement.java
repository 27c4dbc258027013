package id.anjungan.protocol;

import id.anjungan.domain.Refusal;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The server's stored answer to one command. `seq` is the last number its effect took (0 when it had none);
/// a refusal says why in `code` and `args`.
public record Settlement(
        UUID id, long number, Status status, long seq, @Nullable Refusal code, Map<String, String> args) {
    public Settlement {
        args = args == null ? Map.of() : Map.copyOf(args);
    }

    public enum Status {
        DONE,
        REFUSED
    }
}
