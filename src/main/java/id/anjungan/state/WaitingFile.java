package id.anjungan.state;

import id.anjungan.domain.Attachment;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that is on this desk and not yet at the server: how many of its bytes are there, and why the server does not
/// take it, if it has said so.
public record WaitingFile(UUID id, UUID caseId, Attachment file, long sent, @Nullable Reason refused) {
    /// Why not. `LATER` is no answer of the server: it waits for the line.
    public enum Reason {
        TOO_LARGE,
        TYPE,
        NO_RIGHT,
        DAMAGED
    }
}
