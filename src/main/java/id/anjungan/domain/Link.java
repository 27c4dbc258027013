package id.anjungan.domain;

import java.time.Instant;
import java.util.UUID;

/// A case points at what it belongs to. Nothing is ever moved by a link, so taking it away restores
/// everything as it was. `by` is an operator id or a system actor.
public record Link(Kind kind, UUID target, String by, Instant at) {
    public enum Kind {
        /// The target is an incident several cases are about.
        INCIDENT,
        /// The target is the case this one repeats.
        DUPLICATE_OF,
        /// The target is the chat this case came from.
        CHAT
    }
}
