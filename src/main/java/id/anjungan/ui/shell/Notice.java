package id.anjungan.ui.shell;

import id.anjungan.domain.Command;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something the operator must be told: an action that was not done, why, and the words that were typed for it.
/// Stays until put away. `settled` is set when the server said so, and the desk keeps it until dismissed. `file` is the
/// number of a note about the desk's own files, when it is one; `caseId` the case that it asks to be looked at.
record Notice(
        UUID id, String title, String why, String text, @Nullable Command command, boolean settled, @Nullable Long file,
        @Nullable UUID caseId) {

    /// About an action.
    Notice(UUID id, String title, String why, String text, @Nullable Command command, boolean settled) {
        this(id, title, why, text, command, settled, null, null);
    }
}
