package id.anjungan.ui.casefile;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Command;
import id.anjungan.domain.Priority;
import id.anjungan.state.CaseFile;
import id.anjungan.state.Desk;
import id.anjungan.state.Receipt;
import id.anjungan.ui.control.City;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.MatchResult;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The open case and what can be done with it. `submit` gives a command and completes on the JavaFX thread; it is
/// also where a refusal is told, so this only keeps what was typed. On the JavaFX thread.
public final class CaseFileViewModel {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final Function<? super Command, ? extends CompletableFuture<Receipt>> submit;

    final ObjectProperty<@Nullable Header> header = new SimpleObjectProperty<>();
    final ObservableList<ClockCard> clocks = FXCollections.observableArrayList();
    final ObservableList<TimelineItem> timeline = FXCollections.observableArrayList();
    final ObjectProperty<FormKind> panel = new SimpleObjectProperty<>(FormKind.NONE);
    final Form form = new Form();
    final BooleanProperty incomplete = new SimpleBooleanProperty();
    final StringProperty reply = new SimpleStringProperty("");
    /// What a prepared answer still lacks, such as `{reason}`; empty when nothing.
    final StringProperty missing = new SimpleStringProperty("");
    final BooleanProperty draftSaved = new SimpleBooleanProperty();
    final BooleanProperty open = new SimpleBooleanProperty();
    final BooleanProperty onHold = new SimpleBooleanProperty();
    final BooleanProperty unverified = new SimpleBooleanProperty();
    final BooleanProperty claimable = new SimpleBooleanProperty();
    private @Nullable CaseFile file;
    private boolean revealed;
    private @Nullable Again waiting;

    private record Again(UUID caseId, FormKind form, String text) {}

    public CaseFileViewModel(
            Desk desk,
            ObservableValue<Words> words,
            Function<? super Command, ? extends CompletableFuture<Receipt>> submit) {
        this.desk = desk;
        this.words = words;
        this.submit = submit;
    }

    void show(Optional<CaseFile> next) {
        UUID was = file == null ? null : file.c().id();
        CaseFile now = next.orElse(null);
        UUID is = now == null ? null : now.c().id();
        if (!java.util.Objects.equals(was, is)) {
            leave(was);
            file = now;
            enter(is);
        }
        file = now;
        tell();
        Again a = waiting;
        if (a != null && a.caseId().equals(is)) {
            waiting = null;
            again(a.caseId(), a.form(), a.text());
        }
    }

    private void leave(@Nullable UUID was) {
        if (was != null && !draftSaved.get() && !reply.get().isBlank()) {
            desk.saveDraft(was, reply.get());
        }
        revealed = false;
        panel.set(FormKind.NONE);
        reply.set("");
        missing.set("");
        draftSaved.set(false);
        timeline.clear();
    }

    private void enter(@Nullable UUID id) {
        if (id == null) {
            return;
        }
        var _ = desk.draft(id).thenAccept(found -> found.ifPresent(text -> drafts.accept(() -> {
            if (file != null && file.c().id().equals(id) && reply.get().isBlank()) {
                reply.set(text);
                draftSaved.set(true);
            }
        })));
    }

    /// How a draft that was read comes back to the thread of this view model; a view sets its own door.
    java.util.function.Consumer<Runnable> drafts = Runnable::run;

    private void tell() {
        CaseFile f = file;
        if (f == null) {
            header.set(null);
            clocks.clear();
            timeline.clear();
            open.set(false);
            claimable.set(false);
            return;
        }
        Words w = words.getValue();
        header.set(Header.of(f, desk, w, revealed));
        open.set(f.c().open());
        onHold.set(f.c().state() == CaseState.ON_HOLD);
        unverified.set(f.c().state() == CaseState.UNVERIFIED);
        claimable.set(f.c().open() && f.c().claim() == null);
        tick(desk.now());
        merge(Timeline.of(f, w, desk.now()));
    }

    /// Puts in what is new and changes what differs; lines that stay keep their nodes.
    private void merge(List<TimelineItem> now) {
        for (int i = 0; i < now.size(); i++) {
            if (i >= timeline.size()) {
                timeline.add(now.get(i));
            } else if (!timeline.get(i).equals(now.get(i))) {
                timeline.set(i, now.get(i));
            }
        }
        if (timeline.size() > now.size()) {
            timeline.remove(now.size(), timeline.size());
        }
    }

    void tick(Instant now) {
        if (file == null) {
            return;
        }
        List<ClockCard> cards = ClockCard.of(file.c(), words.getValue(), now);
        if (!clocks.equals(cards)) {
            clocks.setAll(cards);
        }
    }

    /// The language has changed.
    public void retell() {
        tell();
    }

    void reveal() {
        revealed = true;
        tell();
    }

    public Optional<Case> shown() {
        return Optional.ofNullable(file).map(CaseFile::c);
    }

    public void claim() {
        onCase(c -> new Command.ClaimCase(c.id()));
    }

    public void acknowledge() {
        onCase(c -> new Command.AcknowledgeCase(c.id()));
    }

    void verify() {
        onCase(c -> new Command.VerifyCase(c.id(), c.fencing()));
    }

    void resume() {
        onCase(c -> new Command.ResumeCase(c.id(), c.fencing()));
    }

    void recategorise(String category, Priority priority) {
        onCase(c -> new Command.RecategoriseCase(c.id(), c.fencing(), category, priority));
    }

    private void onCase(Function<Case, Command> command) {
        CaseFile f = file;
        if (f != null) {
            var _ = submit.apply(command.apply(f.c()));
        }
    }

    /// Opens the form of an action; the same again closes it. A case on hold is taken up again at once.
    public void ask(FormKind wanted) {
        CaseFile f = file;
        if (f == null || (f.c().open() == (wanted == FormKind.REOPEN))) {
            return;
        }
        if (wanted == FormKind.HOLD && f.c().state() == CaseState.ON_HOLD) {
            resume();
            return;
        }
        form.begin(wanted, f.c(), words.getValue(), desk.now());
        incomplete.set(false);
        panel.set(panel.get() == wanted ? FormKind.NONE : wanted);
    }

    /// Opens a form again with words that were typed before, now or as soon as the case is there; an answer goes
    /// into its own box.
    public void again(UUID caseId, FormKind wanted, String text) {
        if (file == null || !file.c().id().equals(caseId)) {
            waiting = new Again(caseId, wanted, text);
        } else if (wanted == FormKind.NONE) {
            reply.set(text);
            saveDraft();
        } else {
            panel.set(FormKind.NONE);
            ask(wanted);
            form.text.set(text);
        }
    }

    /// Closes the form; false when none was open.
    public boolean back() {
        boolean was = panel.get() != FormKind.NONE;
        panel.set(FormKind.NONE);
        return was;
    }

    /// Gives the command of the open form. The form closes when the desk has taken it and stays, with every word,
    /// when it was refused.
    void send() {
        CaseFile f = file;
        if (f == null) {
            return;
        }
        Optional<Command> command = form.command(panel.get(), f.c());
        incomplete.set(command.isEmpty());
        command.ifPresent(c -> {
            var _ = submit.apply(c).thenAccept(receipt -> {
                if (receipt.accepted()) {
                    panel.set(FormKind.NONE);
                }
            });
        });
    }

    /// Sends the answer to the reporter.
    void answer() {
        CaseFile f = file;
        String text = reply.get().strip();
        missing.set(Prepared.open(text).map(MatchResult::group).orElse(""));
        if (f == null || text.isEmpty() || !missing.get().isEmpty()) {
            return;
        }
        UUID id = f.c().id();
        var _ = submit.apply(new Command.AnswerCase(id, f.c().fencing(), text)).thenAccept(receipt -> {
            if (receipt.accepted()) {
                desk.saveDraft(id, "");
                reply.set("");
                draftSaved.set(false);
            }
        });
    }

    void typed() {
        missing.set("");
        draftSaved.set(false);
    }

    void saveDraft() {
        CaseFile f = file;
        if (f != null) {
            desk.saveDraft(f.c().id(), reply.get());
            draftSaved.set(!reply.get().isBlank());
        }
    }

    /// Answers that fit the case, filled with its facts.
    List<City.Template> templates() {
        CaseFile f = file;
        Words w = words.getValue();
        return f == null
                ? List.of()
                : w.city().templates(f.c().state(), f.c().category(), f.c().channel()).stream()
                        .map(t -> new City.Template(t.title(), Prepared.fill(t.text(), f, desk, w)))
                        .toList();
    }

    /// Levels above the present one.
    List<Integer> levels() {
        CaseFile f = file;
        int top = words.getValue().city().policy().escalation().top();
        return f == null
                ? List.of()
                : java.util.stream.IntStream.rangeClosed(f.c().level() + 1, top).boxed().toList();
    }
}
