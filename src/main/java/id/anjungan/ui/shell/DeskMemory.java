package id.anjungan.ui.shell;

import id.anjungan.state.Desk;
import id.anjungan.ui.control.answer.Memory;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// The desk's drafts and settings, as the answer box asks for them.
record DeskMemory(Desk desk) implements Memory {
    @Override
    public void saveDraft(UUID about, String text) {
        desk.saveDraft(about, text);
    }

    @Override
    public CompletableFuture<Optional<String>> draft(UUID about) {
        return desk.draft(about);
    }

    @Override
    public Optional<String> setting(String key) {
        return desk.setting(key);
    }

    @Override
    public void putSetting(String key, String value) {
        desk.putSetting(key, value);
    }
}
