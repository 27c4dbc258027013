package id.anjungan.intake;

import org.jspecify.annotations.Nullable;

/// What became of one delivered item, a line of the answer, in the order of delivery. `reason` says in English
/// what is wrong with an item that was set aside, naming the field.
public record IntakeResult(String sourceId, Status status, @Nullable String number, @Nullable String reason) {
    public enum Status {
        /// A new case or line.
        ACCEPTED,
        /// Already here; nothing changed.
        KNOWN,
        /// Not usable as it is; kept in the server's set-aside list with its reason.
        ASIDE
    }
}
