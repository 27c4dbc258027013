package id.anjungan.ui.casefile;

import id.anjungan.domain.Ids;
import id.anjungan.ui.control.answer.Memory;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps what is written in a form as a draft, for each case and each form of it: putting a form away, opening another
/// case or ending the program costs no word. On the JavaFX thread.
final class FormDrafts {
    private static final String APART = "\u001F";

    private final Memory memory;
    private final Form form;
    private final Consumer<Runnable> door;
    private @Nullable UUID about;
    private String kept = "";

    FormDrafts(Memory memory, Form form, Consumer<Runnable> door) {
        this.memory = memory;
        this.form = form;
        this.door = door;
    }

    private static UUID key(UUID caseId, FormKind kind) {
        return Ids.near(caseId, "form", kind.name(), caseId.toString());
    }

    /// A form has been opened empty: what was once written in it comes back, unless writing has begun.
    void opened(UUID caseId, FormKind kind) {
        UUID id = key(caseId, kind);
        about = id;
        kept = "";
        var _ = memory.draft(id).thenAccept(found -> found.ifPresent(d -> door.accept(() -> found(id, d))));
    }

    private void found(UUID id, String draft) {
        if (id.equals(about) && written().isEmpty()) {
            kept = draft;
            int at = draft.indexOf(APART);
            form.to.set(at < 0 ? "" : draft.substring(0, at));
            form.text.set(at < 0 ? draft : draft.substring(at + 1));
        }
    }

    private String written() {
        String to = form.to.get();
        return to.isBlank() ? form.text.get() : to + APART + form.text.get();
    }

    /// Keeps what stands in the form: when the hand rests, and when the form is put away.
    void save() {
        UUID id = about;
        String now = written();
        if (id != null && !now.equals(kept)) {
            kept = now;
            memory.saveDraft(id, now);
        }
    }

    void closed() {
        save();
        about = null;
    }

    /// It was sent, so nothing of it needs keeping.
    void sent(UUID caseId, FormKind kind) {
        memory.saveDraft(key(caseId, kind), "");
        if (key(caseId, kind).equals(about)) {
            about = null;
        }
    }
}
