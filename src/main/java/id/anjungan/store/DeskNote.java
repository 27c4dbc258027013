package id.anjungan.store;

import java.time.Instant;
import java.util.Map;

/// Something about the desk's own files that the operator must be told; stays until put away. `code` names the words.
public record DeskNote(long n, Instant at, String code, Map<String, String> args) {
    public DeskNote {
        args = Map.copyOf(args);
    }
}
