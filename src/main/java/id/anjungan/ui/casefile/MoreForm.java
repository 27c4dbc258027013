package id.anjungan.ui.casefile;

import id.anjungan.domain.BesideRules;
import id.anjungan.domain.Case;
import id.anjungan.domain.Command;
import id.anjungan.domain.Disposition;
import id.anjungan.domain.Location;
import id.anjungan.domain.Priority;
import id.anjungan.domain.Privacy;
import id.anjungan.geo.Area;
import id.anjungan.state.CaseFile;
import id.anjungan.ui.control.Words;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is being filled in for the corrections of a case and what is kept beside it.
final class MoreForm {
    /// A case that may be merged into this one, and why.
    record Same(UUID id, String name, String why, BooleanProperty chosen) {}

    /// A time something may come back at.
    record Time(String name, Instant at) {}

    private static final int[] MINUTES = {15, 60, 180};
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    final ObservableList<Same> same = FXCollections.observableArrayList();
    final ObservableList<Time> times = FXCollections.observableArrayList();
    final ObjectProperty<@Nullable Time> time = new SimpleObjectProperty<>();
    final StringProperty category = new SimpleStringProperty("");
    final ObjectProperty<Priority> priority = new SimpleObjectProperty<>(Priority.MEDIUM);
    final StringProperty village = new SimpleStringProperty("");
    final StringProperty address = new SimpleStringProperty("");
    final BooleanProperty confidential = new SimpleBooleanProperty();
    final BooleanProperty anonymous = new SimpleBooleanProperty();
    final BooleanProperty sensitive = new SimpleBooleanProperty();
    final ObservableList<String> waiting = FXCollections.observableArrayList();
    final StringProperty agency = new SimpleStringProperty("");
    final BooleanProperty returned = new SimpleBooleanProperty();
    final BooleanProperty notDone = new SimpleBooleanProperty();

    void begin(FormKind kind, CaseFile f, Words w, Instant now) {
        Case c = f.c();
        switch (kind) {
            case MERGE -> same.setAll(f.likely().stream()
                    .map(l -> new Same(l.row().id(), BesideCard.name(l.row(), w), BesideCard.why(l.why(), w), new SimpleBooleanProperty(true)))
                    .toList());
            case REMIND -> {
                times.setAll(times(w, now));
                time.set(times.get(1));
            }
            case RECATEGORISE -> {
                category.set(c.category());
                priority.set(c.priority());
            }
            case RELOCATE -> {
                village.set(area(c.location()));
                address.set(c.location().address() == null ? "" : c.location().address());
            }
            case PRIVACY -> {
                confidential.set(c.privacy().confidential());
                anonymous.set(c.privacy().anonymous());
                sensitive.set(c.privacy().sensitive());
            }
            case AGENCY_REPLY -> {
                waiting.setAll(waits(c));
                agency.set(waiting.isEmpty() ? "" : waiting.getFirst());
                returned.set(false);
            }
            case RESULT -> notDone.set(false);
            default -> {}
        }
    }

    /// The agencies that have not answered.
    static List<String> waits(Case c) {
        return c.dispositions().stream()
                .filter(d -> d.status() == Disposition.Status.SENT)
                .map(Disposition::agency)
                .distinct()
                .toList();
    }

    private static String area(Location at) {
        String village = at.village();
        String district = at.district();
        return village != null ? village : district != null ? district : "";
    }

    private static List<Time> times(Words w, Instant now) {
        List<Time> all = new ArrayList<>();
        for (int m : MINUTES) {
            all.add(new Time(w.get(m < 60 ? "casefile.remind.minutes" : "casefile.remind.hours", m < 60 ? m : m / 60), now.plusSeconds(60L * m)));
        }
        ZoneId zone = w.city().policy().calendar().zone();
        ZonedDateTime morning = now.atZone(zone).toLocalDate().plusDays(1).atTime(MORNING).atZone(zone);
        all.add(new Time(w.get("casefile.remind.tomorrow", w.formats().timeOfDay(morning.toInstant())), morning.toInstant()));
        Instant week = morning.plusDays(6).toInstant();
        all.add(new Time(w.get("casefile.remind.week", w.formats().date(week)), week));
        return all;
    }

    /// The command, or empty while something that is required is missing; empty too for what needs more than one.
    Optional<Command> command(FormKind kind, Case c, String text, Words w) {
        @Nullable String optional = text.isEmpty() ? null : text;
        return switch (kind) {
            case TAG -> BesideRules.asTag(text).map(t -> new Command.TagCase(c.id(), t));
            case REMIND -> Optional.ofNullable(time.get()).map(t -> new Command.SetReminder(c.id(), t.at(), optional));
            case RECATEGORISE -> category.get().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Command.RecategoriseCase(c.id(), c.fencing(), category.get(), priority.get()));
            case RELOCATE -> text.isEmpty() || village.get().isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Command.LocateCase(c.id(), c.fencing(), place(c.location(), w), text));
            case PRIVACY -> Optional.of(new Command.SetPrivacy(
                    c.id(), new Privacy(confidential.get(), anonymous.get(), sensitive.get())));
            case AGENCY_REPLY -> agency.get().isEmpty() || (returned.get() && text.isEmpty())
                    ? Optional.empty()
                    : Optional.of(new Command.RecordAgencyReply(
                            c.id(), agency.get(),
                            returned.get() ? Disposition.Status.RETURNED : Disposition.Status.ANSWERED, optional));
            case RESULT -> notDone.get() && text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Command.ConfirmResult(c.id(), c.fencing(), !notDone.get(), optional));
            default -> Optional.empty();
        };
    }

    /// Where it is now said to be. The point that was known stays while the area does; a point in another area would be
    /// wrong, and its middle stands for it.
    private Location place(Location was, Words w) {
        String code = village.get();
        @Nullable String street = address.get().isBlank() ? null : address.get().strip();
        Area to = w.city().areas().byCode(code).orElse(null);
        if (to == null || code.equals(area(was))) {
            return new Location(was.lat(), was.lon(), street, was.district(), was.village());
        }
        boolean small = to.level() == Area.Level.VILLAGE;
        return new Location(to.lat(), to.lon(), street, small ? to.parentCode() : to.code(), small ? to.code() : null);
    }

    List<UUID> merged() {
        return same.stream().filter(s -> s.chosen().get()).map(Same::id).toList();
    }
}
