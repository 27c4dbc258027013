package id.anjungan.ui.wallboard;

import id.anjungan.domain.Command;
import id.anjungan.domain.Right;
import id.anjungan.domain.WallPlan;
import id.anjungan.state.Desk;
import id.anjungan.state.WallData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Composing the wall at a desk: a draft of the plan, applied as a whole. What somebody else applies meanwhile comes in
/// as long as nothing was changed here. On the JavaFX thread.
public final class WallEditorModel {
    private static final Pattern HOURS = Pattern.compile("\\s*(\\d{1,2})[.:]?(\\d{2})?\\s*[-–]\\s*(\\d{1,2})[.:]?(\\d{2})?\\s*");

    private final Desk desk;
    private final Consumer<Command> submit;

    /// What all walls show now.
    final ObjectProperty<WallPlan> applied = new SimpleObjectProperty<>(WallPlan.USUAL);
    final ObjectProperty<List<WallPlan.Page>> pages = new SimpleObjectProperty<>(WallPlan.USUAL.pages());
    final StringProperty message = new SimpleStringProperty("");
    final StringProperty ticker = new SimpleStringProperty("");
    final ObjectProperty<Integer> take = new SimpleObjectProperty<>(60);
    final BooleanProperty changed = new SimpleBooleanProperty();

    public WallEditorModel(Desk desk, Consumer<Command> submit) {
        this.desk = desk;
        this.submit = submit;
        take(WallPlan.USUAL);
        pages.subscribe((was, is) -> compare());
        message.subscribe((was, is) -> compare());
        ticker.subscribe((was, is) -> compare());
        take.subscribe((was, is) -> compare());
    }

    /// Whether this desk's user may compose.
    boolean may() {
        return desk.actor().may(Right.OVERRIDE);
    }

    void show(WallData now) {
        boolean untouched = !changed.get();
        applied.set(now.plan());
        if (untouched) {
            take(now.plan());
        }
        compare();
    }

    /// The draft is what all walls show.
    void reset() {
        take(applied.get());
        compare();
    }

    private void take(WallPlan plan) {
        pages.set(plan.pages());
        message.set(plan.message());
        ticker.set(String.join("\n", plan.ticker()));
        take.set((int) plan.take().toSeconds());
    }

    WallPlan draft() {
        return new WallPlan(
                WallPlan.ID, pages.get(), message.get().strip(),
                ticker.get().lines().map(String::strip).filter(l -> !l.isEmpty()).toList(),
                Duration.ofSeconds(take.get()), "", java.time.Instant.EPOCH);
    }

    private void compare() {
        WallPlan a = applied.get();
        WallPlan d = draft();
        changed.set(!d.pages().equals(a.pages()) || !d.message().equals(a.message()) || !d.ticker().equals(a.ticker())
                || !d.take().equals(a.take()));
    }

    void apply() {
        submit.accept(new Command.ComposeWall(draft()));
    }

    void move(int page, int by) {
        int to = page + by;
        if (to >= 0 && to < pages.get().size()) {
            List<WallPlan.Page> next = new ArrayList<>(pages.get());
            Collections.swap(next, page, to);
            pages.set(next);
        }
    }

    void set(int page, WallPlan.Page as) {
        if (!pages.get().get(page).equals(as)) {
            List<WallPlan.Page> next = new ArrayList<>(pages.get());
            next.set(page, as);
            pages.set(next);
        }
    }

    /// The hours as they are written: `07.00–15.00`, empty for all day.
    static String hours(WallPlan.Page p) {
        return p.from() == p.to() ? "" : time(p.from()) + "–" + time(p.to());
    }

    private static String time(int minutes) {
        return String.format(java.util.Locale.ROOT, "%02d.%02d", minutes / 60, minutes % 60);
    }

    /// The page at these hours; empty when they cannot be read.
    static Optional<WallPlan.Page> at(WallPlan.Page p, String hours) {
        if (hours.isBlank()) {
            return Optional.of(p.between(0, 0));
        }
        Matcher m = HOURS.matcher(hours);
        if (!m.matches()) {
            return Optional.empty();
        }
        int from = minutes(m.group(1), m.group(2));
        int to = minutes(m.group(3), m.group(4));
        return from < 0 || to < 0 ? Optional.empty() : Optional.of(p.between(from, to));
    }

    private static int minutes(String hour, @org.jspecify.annotations.Nullable String minute) {
        int h = Integer.parseInt(hour);
        int m = minute == null ? 0 : Integer.parseInt(minute);
        return h > 24 || m > 59 ? -1 : h % 24 * 60 + m;
    }
}
