package id.anjungan.protocol;

import java.time.Instant;
import java.util.Map;

/// What `POST /v1/settings` takes and answers: an operator's settings by name. Of two values the later one holds, so
/// that desks which were apart agree when they meet.
public record OperatorSettings(Map<String, Value> settings) {
    public OperatorSettings {
        settings = settings == null ? Map.of() : Map.copyOf(settings);
    }

    /// `at` is when it was set, by the desk's estimate of server time.
    public record Value(String value, Instant at) {}
}
