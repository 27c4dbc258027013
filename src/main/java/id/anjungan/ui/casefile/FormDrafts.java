package id.anjungan.ui.casefile;

import id.anjungan.domain.Ids;
import id.anjungan.ui.control.answer.Memory;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
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
    private FormKind kind = FormKind.NONE;
    /// The agencies that were chosen when the form was opened.
    private String begun = "";

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
        this.kind = kind;
        begun = agencies();
        var _ = memory.draft(id).thenAccept(found -> found.ifPresent(d -> door.accept(() -> found(id, d))));
    }

    private void found(UUID id, String draft) {
        if (id.equals(about) && written().isEmpty()) {
            kept = draft;
            String[] parts = draft.split(APART, -1);
            form.to.set(parts.length < 2 ? "" : parts[0]);
            form.text.set(parts[Math.min(1, parts.length - 1)]);
            if (parts.length > 2 && kind == FormKind.DISPOSE) {
                List<String> codes = List.of(parts[2].split(","));
                form.agencies.forEach(a -> a.chosen().set(codes.contains(a.code())));
            }
        }
    }

    private String written() {
        String to = form.to.get();
        String chosen = agencies();
        if (!chosen.equals(begun)) {
            return to + APART + form.text.get() + APART + chosen;
        }
        return to.isBlank() ? form.text.get() : to + APART + form.text.get();
    }

    private String agencies() {
        return kind != FormKind.DISPOSE
                ? ""
                : form.agencies.stream().filter(a -> a.chosen().get()).map(Form.Choice::code).collect(Collectors.joining(","));
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
