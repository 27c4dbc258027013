package id.anjungan.ui.casefile;

import id.anjungan.domain.Attachment;
import id.anjungan.state.WaitingFile;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file of the open case as its strip shows it. `message` names it; null while it waits on this desk, and `waiting`
/// then says how far it is. A covered picture is shown to who asks for it; `original` is what a redacted picture was
/// made of, which few get to see at all. `meta` says when and by whom.
record FileItem(
        UUID caseId, @Nullable UUID message, Attachment file, String name, String meta, boolean covered, boolean original,
        @Nullable WaitingFile waiting) {
    String key() {
        return (waiting == null ? "" : waiting.id()) + file.sha256();
    }

    boolean openable() {
        return file.kept();
    }

    /// From 0 to 1; 1 once it is at the server.
    double sent() {
        WaitingFile w = waiting;
        return w == null || file.bytes() <= 0 ? 1 : Math.min(1, (double) w.sent() / file.bytes());
    }
}
