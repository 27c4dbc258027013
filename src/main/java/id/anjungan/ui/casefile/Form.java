package id.anjungan.ui.casefile;

import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Outcome;
import id.anjungan.domain.Policy;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is being filled in for an action. Kept until the action is accepted, so a refusal loses no word.
final class Form {
    /// An agency that may be chosen; `proposed` by the category, first or in support.
    record Choice(String code, String name, boolean proposed, BooleanProperty chosen) {}

    final StringProperty text = new SimpleStringProperty("");
    final StringProperty to = new SimpleStringProperty("");
    final IntegerProperty level = new SimpleIntegerProperty(2);
    final ObjectProperty<Outcome> outcome = new SimpleObjectProperty<>(Outcome.RESOLVED);
    final ObservableList<Choice> agencies = FXCollections.observableArrayList();
    final MoreForm more = new MoreForm();

    void begin(FormKind panel, Case c, Words w, Instant now) {
        text.set("");
        to.set("");
        level.set(Math.min(c.level() + 1, w.city().policy().escalation().top()));
        outcome.set(panel == FormKind.ARCHIVE ? Outcome.NUISANCE : Outcome.RESOLVED);
        if (panel == FormKind.DISPOSE) {
            agencies.setAll(choices(c, w, now));
        }
    }

    /// The proposed agency first and chosen, its supporters next, then all others that exist today, by name.
    private static List<Choice> choices(Case c, Words w, Instant now) {
        Policy policy = w.city().policy();
        LocalDate today = LocalDate.ofInstant(now, policy.calendar().zone());
        Set<String> first = new LinkedHashSet<>();
        policy.category(c.category()).ifPresent(cat -> {
            first.add(cat.agency());
            cat.supporting().stream().sorted().forEach(first::add);
        });
        List<Choice> out = new ArrayList<>();
        for (String code : first) {
            out.add(new Choice(code, w.city().agency(code), true, new SimpleBooleanProperty(out.isEmpty())));
        }
        policy.agencies().values().stream()
                .filter(a -> !first.contains(a.code()) && a.validOn(today))
                .map(a -> new Choice(a.code(), w.city().agency(a.code()), false, new SimpleBooleanProperty()))
                .sorted(Comparator.comparing(Choice::name))
                .forEach(out::add);
        return out;
    }

    /// The command, or empty while something that is required is missing.
    Optional<Command> command(FormKind panel, Case c, Words w) {
        String t = text.get().strip();
        String who = to.get().strip();
        return switch (panel) {
            case NONE -> Optional.empty();
            case DISPOSE -> {
                List<String> chosen = agencies.stream().filter(a -> a.chosen().get()).map(Choice::code).toList();
                yield chosen.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Command.DisposeCase(c.id(), c.fencing(), chosen, t.isEmpty() ? null : t));
            }
            case ESCALATE -> with(t, new Command.EscalateCase(c.id(), c.fencing(), level.get(), t));
            case HOLD -> with(t, new Command.HoldCase(c.id(), c.fencing(), t));
            case CLOSE -> Optional.of(
                    new Command.CloseCase(c.id(), c.fencing(), outcome.get(), t.isEmpty() ? null : t));
            case NOTE -> with(t, new Command.AddNote(c.id(), t));
            case RELEASE -> with(t, new Command.ReleaseCase(c.id(), c.fencing(), t));
            case HAND_OVER -> with(who, new Command.HandOverCase(c.id(), c.fencing(), who, t.isEmpty() ? null : t));
            case NOT_OURS -> with(who.isEmpty() ? "" : t, new Command.NotOurs(c.id(), c.fencing(), who, t));
            case ARCHIVE -> with(t, new Command.ArchiveCase(c.id(), c.fencing(), outcome.get(), t));
            case REOPEN -> with(t, new Command.ReopenCase(c.id(), t));
            case MERGE, TAG, REMIND, RECATEGORISE, RELOCATE, PRIVACY, AGENCY_REPLY, RESULT -> more.command(panel, c, t, w);
        };
    }

    private static Optional<Command> with(String required, Command command) {
        return required.isEmpty() ? Optional.empty() : Optional.of(command);
    }
}
