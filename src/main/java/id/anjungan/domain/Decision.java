package id.anjungan.domain;

import java.util.List;
import java.util.Map;

/// The answer to a command: either what changes, or why nothing does.
public sealed interface Decision {
    /// Done. An empty list means it had already been so.
    record Accepted(List<Change> changes) implements Decision {
        public Accepted {
            changes = List.copyOf(changes);
        }
    }

    /// Not done. `code` and `args` become a sentence on the screen; an answer like any other, stored and final.
    record Refused(Refusal code, Map<String, String> args) implements Decision {
        public Refused {
            args = Map.copyOf(args);
        }
    }
}
