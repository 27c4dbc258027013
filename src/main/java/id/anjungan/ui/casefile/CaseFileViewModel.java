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
import id.anjungan.ui.control.answer.AnswerModel;
import id.anjungan.ui.control.answer.Memory;
import id.anjungan.ui.control.answer.Prepared;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
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
    /// Whether each deadline tells its rule and where that comes from.
    final BooleanProperty clocksExplained = new SimpleBooleanProperty();
    /// How many reporters hear the answer; empty while it is one.
    final StringProperty audience = new SimpleStringProperty("");
    final ObservableList<TimelineItem> timeline = FXCollections.observableArrayList();
    final ObjectProperty<FormKind> panel = new SimpleObjectProperty<>(FormKind.NONE);
    final Form form = new Form();
    final ObjectProperty<@Nullable BesideCard> beside = new SimpleObjectProperty<>();
    final MergeModel merging;
    final FormDrafts drafts;
    final BooleanProperty incomplete = new SimpleBooleanProperty();
    final AnswerModel reply;
    /// Its photos and recordings.
    public final FilesModel files;
    final PrintModel printing;
    /// What must be known before an answer is sent; null when nothing is asked.
    final ObjectProperty<@Nullable OwnerQuestion> asking = new SimpleObjectProperty<>();
    final BooleanProperty open = new SimpleBooleanProperty();
    final BooleanProperty onHold = new SimpleBooleanProperty();
    final BooleanProperty unverified = new SimpleBooleanProperty();
    final BooleanProperty claimable = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable UUID> shownId = new ReadOnlyObjectWrapper<>();
    private @Nullable CaseFile file;
    private boolean revealed;
    private @Nullable Again waiting;

    private record Again(UUID caseId, FormKind form, String text) {}

    public CaseFileViewModel(
            Desk desk,
            ObservableValue<Words> words,
            Function<? super Command, ? extends CompletableFuture<Receipt>> submit,
            Memory memory) {
        this(desk, words, submit, memory, id.anjungan.ui.fx.FxThread::run);
    }

    /// `door` brings what the desk completes elsewhere to the JavaFX thread.
    CaseFileViewModel(
            Desk desk,
            ObservableValue<Words> words,
            Function<? super Command, ? extends CompletableFuture<Receipt>> submit,
            Memory memory,
            java.util.function.Consumer<Runnable> door) {
        this.desk = desk;
        this.words = words;
        this.submit = submit;
        files = new FilesModel(desk, words, submit, id.anjungan.ui.fx.FxThread::run);
        printing = new PrintModel(desk, files, id.anjungan.ui.fx.FxThread::run);
        reply = new AnswerModel(memory, words, this::templates);
        merging = new MergeModel(desk, words, door);
        drafts = new FormDrafts(memory, form, door);
    }

    void show(Optional<CaseFile> next) {
        UUID was = file == null ? null : file.c().id();
        CaseFile now = next.orElse(null);
        UUID is = now == null ? null : now.c().id();
        if (!java.util.Objects.equals(was, is)) {
            revealed = false;
            close();
            asking.set(null);
            timeline.clear();
        }
        file = now;
        files.show(now);
        reply.about(is);
        tell();
        Again a = waiting;
        if (a != null && a.caseId().equals(is)) {
            waiting = null;
            again(a.caseId(), a.form(), a.text());
        }
        shownId.set(is);
    }

    /// The case whose file is here.
    public ReadOnlyObjectProperty<@Nullable UUID> shownIdProperty() {
        return shownId.getReadOnlyProperty();
    }

    private void tell() {
        CaseFile f = file;
        if (f == null) {
            header.set(null);
            beside.set(null);
            clocks.clear();
            audience.set("");
            timeline.clear();
            open.set(false);
            claimable.set(false);
            return;
        }
        Words w = words.getValue();
        header.set(Header.of(f, desk, w, revealed));
        beside.set(BesideCard.of(f, w, desk.actor().id(), desk.now()));
        open.set(f.c().open());
        onHold.set(f.c().state() == CaseState.ON_HOLD);
        unverified.set(f.c().state() == CaseState.UNVERIFIED);
        claimable.set(f.c().open() && f.c().claim() == null);
        int told = f.merged().size() + 1;
        audience.set(told == 1 ? "" : w.text().count("casefile.audience", told));
        tick(desk.now());
        merge(Timeline.of(f, w, desk.now(), desk.actor().id()));
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
        beside.set(BesideCard.of(file, words.getValue(), desk.actor().id(), now));
        List<ClockCard> cards = ClockCard.of(file.c(), words.getValue(), now);
        if (!clocks.equals(cards)) {
            clocks.setAll(cards);
        }
        // What can still be taken back counts down.
        if (timeline.stream().anyMatch(TimelineItem::undoable)) {
            merge(Timeline.of(file, words.getValue(), now, desk.actor().id()));
        }
    }

    /// Puts the open case on paper, first on the screen; false when none is open.
    public boolean print() {
        CaseFile f = file;
        if (f != null) {
            var _ = printing.make(f, words.getValue());
        }
        return f != null;
    }

    /// The language has changed.
    public void retell() {
        files.tell();
        tell();
    }

    public void reveal() {
        revealed = true;
        tell();
    }

    public Optional<Case> shown() {
        return Optional.ofNullable(file).map(CaseFile::c);
    }

    public void claim() {
        onCase(c -> new Command.ClaimCase(c.id()));
    }

    /// Begins or stops telling why each deadline is what it is.
    public void explainClocks() {
        clocksExplained.set(!clocksExplained.get());
    }

    public void acknowledge() {
        onCase(c -> new Command.AcknowledgeCase(c.id()));
    }

    /// Judges the case ours, where that is still to be done.
    public void verify() {
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
        if (f == null || (!wanted.anyState() && f.c().open() == (wanted == FormKind.REOPEN))) {
            return;
        }
        boolean nobody = wanted == FormKind.AGENCY_REPLY && MoreForm.waits(f.c()).isEmpty();
        if (nobody || (wanted == FormKind.MERGE && f.likely().isEmpty())) {
            return;
        }
        if (wanted == FormKind.MERGE && panel.get() == FormKind.MERGE) {
            // The key that opened the suggestions takes them all.
            send();
            return;
        }
        if (wanted == FormKind.HOLD && f.c().state() == CaseState.ON_HOLD) {
            resume();
            return;
        }
        boolean again = panel.get() == wanted;
        close();
        if (again) {
            return;
        }
        form.begin(wanted, f.c(), words.getValue(), desk.now());
        form.more.begin(wanted, f, words.getValue(), desk.now());
        incomplete.set(false);
        panel.set(wanted);
        drafts.opened(f.c().id(), wanted);
    }

    /// Puts the form away; what was written in it is kept.
    private void close() {
        drafts.closed();
        panel.set(FormKind.NONE);
    }

    /// Opens a form again with words that were typed before, now or as soon as the case is there; an answer goes
    /// into its own box.
    public void again(UUID caseId, FormKind wanted, String text) {
        if (file == null || !file.c().id().equals(caseId)) {
            waiting = new Again(caseId, wanted, text);
        } else if (wanted == FormKind.NONE) {
            reply.put(text);
        } else {
            close();
            ask(wanted);
            form.text.set(text);
        }
    }

    /// Closes the form; false when none was open.
    public boolean back() {
        if (files.open()) {
            files.close();
            return true;
        }
        if (asking.get() != null) {
            asking.set(null);
            return true;
        }
        boolean was = panel.get() != FormKind.NONE;
        close();
        return was;
    }

    /// Gives the command of the open form. The form closes when the desk has taken it and stays, with every word,
    /// when it was refused.
    void send() {
        CaseFile f = file;
        if (f == null) {
            return;
        }
        FormKind kind = panel.get();
        UUID id = f.c().id();
        if (kind == FormKind.MERGE) {
            List<UUID> chosen = form.more.merged();
            incomplete.set(chosen.isEmpty());
            if (!chosen.isEmpty()) {
                var _ = merging.merge(f.c(), chosen).thenAccept(done -> given(done, id, kind));
            }
            return;
        }
        Optional<Command> command = form.command(kind, f.c(), words.getValue());
        incomplete.set(command.isEmpty());
        command.ifPresent(c -> {
            var _ = submit.apply(c).thenAccept(receipt -> given(receipt.accepted(), id, kind));
        });
    }

    private void given(boolean taken, UUID caseId, FormKind kind) {
        if (taken) {
            drafts.sent(caseId, kind);
            panel.set(FormKind.NONE);
        }
    }

    /// Watches the case, or no longer.
    public void watch() {
        String me = desk.actor().id();
        onCase(c -> c.watchers().contains(me) ? new Command.UnwatchCase(c.id()) : new Command.WatchCase(c.id()));
    }

    void untag(String tag) {
        onCase(c -> new Command.UntagCase(c.id(), tag));
    }

    void dropReminder() {
        onCase(c -> new Command.DropReminder(c.id()));
    }

    /// Takes merged cases apart again.
    public void apart() {
        CaseFile f = file;
        if (f != null && (!f.c().duplicates().isEmpty() || f.c().main().isPresent())) {
            merging.apart(f.c());
        }
    }

    void open(UUID caseId) {
        desk.select(caseId);
    }

    /// Tags in use that the case does not have and that what is typed may mean.
    List<String> tags() {
        CaseFile f = file;
        return f == null ? List.of() : TagWords.fitting(desk.beside().get().tags(), f.c().tags(), form.text.get());
    }

    /// Completes the tag that is being typed; false where there is nothing to complete.
    boolean completeTag() {
        CaseFile f = file;
        Optional<String> whole = f == null || panel.get() != FormKind.TAG
                ? Optional.empty()
                : TagWords.completed(desk.beside().get().tags(), f.c().tags(), form.text.get());
        whole.ifPresent(form.text::set);
        return whole.isPresent();
    }

    /// Sends the answer to the reporter.
    void answer() {
        CaseFile f = file;
        if (f == null || reply.textProperty().get().isBlank()) {
            return;
        }
        asking.set(OwnerQuestion.of(f, desk.actor(), words.getValue(), desk.now()).orElse(null));
        if (asking.get() == null) {
            reply.send(text -> give(new Command.AnswerCase(f.c().id(), f.c().fencing(), text)));
        }
    }

    private CompletableFuture<Boolean> give(Command command) {
        return submit.apply(command).thenApply(Receipt::accepted);
    }

    /// Asked whether to answer a case of somebody else's: makes it one's own first. Without the claim nothing is sent.
    void claimAndSend() {
        CaseFile f = file;
        asking.set(null);
        if (f != null) {
            UUID id = f.c().id();
            reply.send(text -> give(new Command.ClaimCase(id)).thenCompose(claimed -> claimed
                    ? give(new Command.AnswerCase(id, f.c().fencing() + 1, text))
                    : CompletableFuture.completedFuture(false)));
        }
    }

    /// The same words, but for the colleague who owns the case.
    void leaveAsNote() {
        CaseFile f = file;
        asking.set(null);
        if (f != null) {
            reply.send(text -> give(new Command.AddNote(f.c().id(), text)));
        }
    }

    /// Something was taken back; if it was an answer, its words are in the drafts again.
    public void undone() {
        reply.again();
    }

    /// Prepared answers that fit the case, filled with its facts.
    List<City.Template> templates(Words w) {
        CaseFile f = file;
        if (f == null) {
            return List.of();
        }
        Map<String, String> known = CaseFacts.of(f, desk, w);
        return w.city().templates(f.c().state(), f.c().category(), f.c().channel()).stream()
                .map(t -> t.withText(Prepared.fill(t.text(), known)))
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
