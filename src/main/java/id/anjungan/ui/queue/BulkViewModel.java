package id.anjungan.ui.queue;

import id.anjungan.domain.Case;
import id.anjungan.domain.CaseState;
import id.anjungan.domain.Command;
import id.anjungan.domain.Decision;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Policy;
import id.anjungan.state.Desk;
import id.anjungan.state.Receipt;
import id.anjungan.ui.control.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// One action on all marked cases, given together and taken back together. What was refused stays marked, with the
/// first reason. On the JavaFX thread; `door` brings what the desk completes elsewhere there.
public final class BulkViewModel {
    private final Desk desk;
    private final ObservableValue<Words> words;
    private final Consumer<Runnable> door;
    final Marks marks = new Marks();
    /// From 0 to 1 while an action is under way; below 0 otherwise.
    final DoubleProperty progress = new SimpleDoubleProperty(-1);
    /// What became of the last one.
    final StringProperty outcome = new SimpleStringProperty("");

    BulkViewModel(Desk desk, ObservableValue<Words> words, Consumer<Runnable> door) {
        this.desk = desk;
        this.words = words;
        this.door = door;
        marks.ids.subscribe(ids -> {
            if (!ids.isEmpty()) {
                outcome.set("");
            }
        });
    }

    public boolean any() {
        return marks.any();
    }

    /// Lets go of what is marked, or of what is told; false when there was neither.
    public boolean clear() {
        boolean was = marks.any() || !outcome.get().isEmpty();
        marks.clear();
        outcome.set("");
        return was;
    }

    /// The last action was taken back: nothing is left to tell of it.
    public void undone() {
        outcome.set("");
    }

    public void claim() {
        give("claimed", c -> Optional.of(new Command.ClaimCase(c.id())));
    }

    /// Where all of them could go: each to the agency proposed for its category, or all to one.
    List<Choice> agencies(String typed) {
        Words w = words.getValue();
        Policy policy = w.city().policy();
        LocalDate today = LocalDate.ofInstant(desk.now(), policy.calendar().zone());
        List<Choice> all = new ArrayList<>();
        all.add(new Choice(w.get("queue.bulk.proposed.kind"), w.get("queue.bulk.proposed"), () -> dispose(
                c -> policy.category(c.category()).map(Policy.Category::agency))));
        policy.agencies().values().stream()
                .filter(a -> a.validOn(today))
                .sorted(Comparator.comparing(a -> w.city().agency(a.code())))
                .forEach(a -> all.add(new Choice(
                        w.get("queue.facet.AGENCY"), w.city().agency(a.code()), () -> dispose(c -> Optional.of(a.code())))));
        return all.stream().filter(c -> c.fits(typed)).toList();
    }

    private void dispose(Function<Case, Optional<String>> agency) {
        give("disposed", c -> agency.apply(c).map(a -> new Command.DisposeCase(c.id(), c.fencing(), List.of(a), null)));
    }

    /// What was typed is the reason, which holding needs.
    List<Choice> hold(String typed) {
        String reason = typed.strip();
        return reason.isEmpty()
                ? List.of()
                : List.of(new Choice(words.getValue().get("queue.bulk.hold"), reason, () -> give(
                        "held",
                        c -> c.state() == CaseState.ON_HOLD
                                ? Optional.empty()
                                : Optional.of(new Command.HoldCase(c.id(), c.fencing(), reason)))));
    }

    /// How all of them can end; `then` goes on with it.
    List<Choice> outcomes(String typed, Consumer<Outcome> then) {
        Words w = words.getValue();
        return Stream.of(Outcome.RESOLVED, Outcome.ANSWERED, Outcome.DUPLICATE, Outcome.WITHDRAWN)
                .map(o -> new Choice(w.get("queue.bulk.outcome"), w.text().of(o), () -> then.accept(o)))
                .filter(c -> c.fits(typed))
                .toList();
    }

    /// What was typed is the answer to each reporter; nothing closes without one.
    List<Choice> close(Outcome how, String typed) {
        Words w = words.getValue();
        String answer = typed.strip();
        String name = answer.isEmpty() ? w.get("queue.bulk.close.silent") : answer;
        return List.of(new Choice(w.get("queue.bulk.close"), name, () -> give(
                "closed", c -> Optional.of(
                        new Command.CloseCase(c.id(), c.fencing(), how, answer.isEmpty() ? null : answer)))));
    }

    private void give(String done, Function<Case, Optional<Command>> command) {
        if (progress.get() >= 0 || !marks.any()) {
            return;
        }
        progress.set(0);
        var _ = desk.cases(marks.ids.get())
                .thenCompose(cases -> {
                    List<Command> all = cases.stream()
                            .filter(Case::open)
                            .flatMap(c -> command.apply(c).stream())
                            .toList();
                    return desk.submitAll(all, n -> door.accept(() -> progress.set((double) n / all.size())))
                            .thenApply(receipts -> new Done(all, receipts));
                })
                .whenComplete((what, failure) -> door.accept(() -> {
                    progress.set(-1);
                    if (failure != null) {
                        outcome.set(words.getValue().get("shell.diskFailed"));
                    } else {
                        tell(done, what);
                    }
                }));
    }

    private record Done(List<Command> commands, List<Receipt> receipts) {
        List<UUID> refused() {
            List<UUID> ids = new ArrayList<>();
            for (int i = 0; i < receipts.size(); i++) {
                if (!receipts.get(i).accepted()) {
                    ids.addAll(commands.get(i).touches());
                }
            }
            return ids;
        }
    }

    private void tell(String done, Done what) {
        Words w = words.getValue();
        List<UUID> refused = what.refused();
        int took = what.receipts().size() - refused.size();
        String text = w.text().count("queue.bulk." + done, took);
        Optional<Decision.Refused> why = what.receipts().stream()
                .filter(r -> r.decision() instanceof Decision.Refused)
                .map(r -> (Decision.Refused) r.decision())
                .findFirst();
        marks.keep(refused);
        outcome.set(why.map(r -> text + " · " + w.text().count("queue.bulk.refused", refused.size()) + ": "
                        + w.refusal(r, desk.now()))
                .orElse(text));
    }
}
