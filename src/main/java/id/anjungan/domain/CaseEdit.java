package id.anjungan.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Collects the differences between one state of a case and the next. Not a value: made, filled and built
/// inside one decision, on one thread.
public final class CaseEdit {
    private final Case from;
    private final Instant at;
    private final Instant receivedAt;
    private String category;
    private Priority priority;
    private CaseState state;
    private @Nullable Outcome outcome;
    private Privacy privacy;
    private Location location;
    private @Nullable Claim claim;
    private long fencing;
    private int level;
    private List<Clock> clocks;
    private List<Disposition> dispositions;
    private List<Link> links;
    private @Nullable Instant acknowledgedAt;
    private @Nullable Instant closedAt;
    private List<UUID> duplicates;
    private List<String> tags;
    private List<String> watchers;
    private List<Reminder> reminders;
    private @Nullable Confirmation confirmed;

    CaseEdit(Case from, Instant at, Instant receivedAt) {
        this.from = from;
        this.at = at;
        this.receivedAt = receivedAt;
        category = from.category();
        priority = from.priority();
        state = from.state();
        outcome = from.outcome();
        privacy = from.privacy();
        location = from.location();
        claim = from.claim();
        fencing = from.fencing();
        level = from.level();
        clocks = from.clocks();
        dispositions = from.dispositions();
        links = from.links();
        acknowledgedAt = from.acknowledgedAt();
        closedAt = from.closedAt();
        duplicates = from.duplicates();
        tags = from.tags();
        watchers = from.watchers();
        reminders = from.reminders();
        confirmed = from.confirmed();
    }

    public CaseEdit category(String code, Priority p, Privacy pr) {
        category = code;
        priority = p;
        privacy = pr;
        return this;
    }

    public CaseEdit priority(Priority p) {
        priority = p;
        return this;
    }

    public CaseEdit state(CaseState s) {
        state = s;
        return this;
    }

    /// Ends the case: no claim survives, every clock stops.
    public CaseEdit end(CaseState s, Outcome o) {
        state = s;
        outcome = o;
        closedAt = at;
        claim = null;
        return clocks(c -> c.stopped() == null ? c.stop(at) : c);
    }

    public CaseEdit reopen() {
        state = CaseState.IN_PROGRESS;
        outcome = null;
        closedAt = null;
        confirmed = null;
        return this;
    }

    public CaseEdit privacy(Privacy p) {
        privacy = p;
        return this;
    }

    public CaseEdit location(Location l) {
        location = l;
        return this;
    }

    public CaseEdit claim(@Nullable Claim c) {
        claim = c;
        if (c != null) {
            fencing = Math.max(fencing, c.fencing());
        }
        return this;
    }

    public CaseEdit level(int n) {
        level = n;
        return this;
    }

    public CaseEdit acknowledged() {
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
        }
        return this;
    }

    public CaseEdit clocks(UnaryOperator<Clock> change) {
        clocks = clocks.stream().map(change).toList();
        return this;
    }

    public CaseEdit clocks(List<Clock> all) {
        clocks = all;
        return this;
    }

    public CaseEdit addClocks(List<Clock> more) {
        List<Clock> all = new ArrayList<>(clocks);
        all.addAll(more);
        clocks = all;
        return this;
    }

    public CaseEdit dispositions(UnaryOperator<Disposition> change) {
        dispositions = dispositions.stream().map(change).toList();
        return this;
    }

    public CaseEdit addDisposition(Disposition d) {
        List<Disposition> all = new ArrayList<>(dispositions);
        all.add(d);
        dispositions = all;
        return this;
    }

    public CaseEdit addLink(Link l) {
        List<Link> all = new ArrayList<>(links);
        all.add(l);
        links = all;
        return this;
    }

    public CaseEdit removeLink(Link.Kind kind, UUID target) {
        links = links.stream()
                .filter(l -> l.kind() != kind || !l.target().equals(target))
                .toList();
        return this;
    }

    public CaseEdit duplicate(UUID id, boolean is) {
        duplicates = with(duplicates, id, is);
        return this;
    }

    public CaseEdit tag(String tag, boolean is) {
        tags = with(tags, tag, is);
        return this;
    }

    public CaseEdit watcher(String operator, boolean is) {
        watchers = with(watchers, operator, is);
        return this;
    }

    /// One reminder an operator: a new one takes the place of the old.
    public CaseEdit reminder(String operator, @Nullable Reminder next) {
        List<Reminder> all = new ArrayList<>(reminders);
        all.removeIf(r -> r.operator().equals(operator));
        if (next != null) {
            all.add(next);
        }
        all.sort(java.util.Comparator.comparing(Reminder::operator));
        reminders = all;
        return this;
    }

    public CaseEdit confirmed(@Nullable Confirmation c) {
        confirmed = c;
        return this;
    }

    /// In order, so that two desks that add the same things end with the same list.
    private static <T extends Comparable<? super T>> List<T> with(List<T> all, T one, boolean is) {
        TreeSet<T> next = new TreeSet<>(all);
        if (is) {
            next.add(one);
        } else {
            next.remove(one);
        }
        return List.copyOf(next);
    }

    public Case build() {
        return new Case(
                from.id(), from.number(), from.channel(), from.sourceId(), from.person(), category, priority, state,
                outcome, privacy, location, from.reportedAt(), from.receivedAt(), claim, fencing, level, clocks,
                dispositions, links, acknowledgedAt, closedAt, receivedAt, from.version() + 1,
                duplicates, tags, watchers, reminders, confirmed);
    }
}
