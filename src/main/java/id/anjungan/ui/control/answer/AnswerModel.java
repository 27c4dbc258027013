package id.anjungan.ui.control.answer;

import id.anjungan.ui.control.City;
import id.anjungan.ui.control.Words;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What is being written to one citizen, and where it is kept until it is sent. No word is lost: not by opening
/// another case, not by a refusal, not by the end of the program. On the JavaFX thread.
public final class AnswerModel {
    private final Memory memory;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty missing = new SimpleStringProperty("");
    private final BooleanProperty saved = new SimpleBooleanProperty();
    private final BooleanProperty sending = new SimpleBooleanProperty();
    private final TemplateModel templates;
    private Consumer<Runnable> door = Runnable::run;
    private @Nullable UUID about;
    /// What the desk keeps for `about`, as far as this knows.
    private String kept = "";

    /// `offers` gives the prepared answers that fit what is open, filled, in the language of the words it is given.
    public AnswerModel(
            Memory memory,
            ObservableValue<Words> words,
            Function<? super Words, ? extends List<City.Template>> offers) {
        this.memory = memory;
        templates = new TemplateModel(memory, words, offers);
    }

    /// How a draft that was read comes back to this thread; a view sets its own door.
    public void door(Consumer<Runnable> to) {
        door = to;
    }

    public StringProperty textProperty() {
        return text;
    }

    /// What a prepared answer still lacks, such as `{reason}`; empty when nothing.
    public ReadOnlyStringProperty missingProperty() {
        return missing;
    }

    /// Whether what stands in the box is kept.
    public ReadOnlyBooleanProperty savedProperty() {
        return saved;
    }

    TemplateModel templates() {
        return templates;
    }

    /// Another case or conversation is open, or none: what was written for the one before is kept, what was once
    /// written for this comes back.
    public void about(@Nullable UUID now) {
        if (Objects.equals(now, about)) {
            return;
        }
        save();
        about = now;
        templates.hide();
        kept = "";
        text.set("");
        missing.set("");
        saved.set(false);
        again();
    }

    /// Puts the kept draft into the box when the box is empty.
    public void again() {
        UUID id = about;
        if (id != null && text.get().isBlank()) {
            var _ = memory.draft(id).thenAccept(found -> found.ifPresent(t -> door.accept(() -> found(id, t))));
        }
    }

    private void found(UUID id, String draft) {
        if (id.equals(about) && text.get().isBlank()) {
            kept = draft;
            text.set(draft);
            saved.set(true);
        }
    }

    /// A letter was typed: what is kept is no longer what is written.
    public void typed() {
        missing.set("");
        saved.set(false);
    }

    /// Keeps what is written, when it is not kept already: when the hand rests, when the box is left.
    public void save() {
        UUID id = about;
        if (id == null) {
            return;
        }
        if (!text.get().equals(kept)) {
            kept = text.get();
            memory.saveDraft(id, kept);
        }
        saved.set(!text.get().isBlank());
    }

    /// Puts words into the box in place of those in it, and keeps them.
    public void put(String words) {
        text.set(words);
        missing.set("");
        save();
    }

    /// Puts words behind those in the box.
    public void add(String words) {
        put(text.get().isBlank() ? words : text.get().stripTrailing() + "\n" + words);
    }

    /// Puts in a prepared answer: into an empty box whole, else where the hand is (`at`, in letters).
    void take(City.Template template, int at) {
        String was = text.get();
        int where = Math.clamp(at, 0, was.length());
        put(was.isBlank() ? template.text() : was.substring(0, where) + template.text() + was.substring(where));
        templates.hide();
    }

    /// Sends what is written. `give` completes on this thread with whether it was taken; only then is the box
    /// emptied, and only when it still holds what was sent. A second press while the first is under way sends nothing.
    public void send(Function<? super String, ? extends CompletableFuture<Boolean>> give) {
        UUID id = about;
        String whole = text.get();
        String words = whole.strip();
        missing.set(Prepared.open(words).map(MatchResult::group).orElse(""));
        if (id == null || words.isEmpty() || !missing.get().isEmpty() || sending.get()) {
            return;
        }
        save();
        sending.set(true);
        var _ = give.apply(words).whenComplete((taken, failure) -> {
            sending.set(false);
            if (failure == null && taken) {
                sent(id, whole);
            }
        });
    }

    private void sent(UUID id, String whole) {
        if (!id.equals(about)) {
            memory.saveDraft(id, "");
        } else if (text.get().equals(whole)) {
            put("");
        }
    }
}
