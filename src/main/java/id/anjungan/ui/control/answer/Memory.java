package id.anjungan.ui.control.answer;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// What the answer box asks its desk to keep: drafts by the case or conversation they are about, and the operator's
/// settings. Reading a draft may complete on any thread.
public interface Memory {
    /// Blank removes it.
    void saveDraft(UUID about, String text);

    CompletableFuture<Optional<String>> draft(UUID about);

    Optional<String> setting(String key);

    void putSetting(String key, String value);
}
