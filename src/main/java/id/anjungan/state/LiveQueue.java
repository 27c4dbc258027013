package id.anjungan.state;

import id.anjungan.store.CacheReader;
import id.anjungan.store.CaseFacts;
import id.anjungan.store.ChangeSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The queue: a window read by SQL in the order of its index. While somebody reads, the order of that moment is kept
/// as a list of ids; rows are read anew, so what is shown of each stays true. Computed on the projector's thread.
final class LiveQueue implements QueueModel {
    private static final int FIRST_WINDOW = 60;
    private static final int LARGEST_WINDOW = 500;

    private final ValueSignal<QueuePage> page = new ValueSignal<>(QueuePage.EMPTY);
    private final Runnable wanted;
    private QueueFilter filter = QueueFilter.ALL;
    private int first;
    private int count = FIRST_WINDOW;
    private boolean reading;
    private boolean takeIn;

    private volatile @Nullable HeldOrder held;
    private List<UUID> pins = List.of();
    private final Set<UUID> unworded = new HashSet<>();
    private long lookedAt;

    LiveQueue(Runnable wanted) {
        this.wanted = wanted;
    }

    @Override
    public Signal<QueuePage> page() {
        return page;
    }

    @Override
    public void filter(QueueFilter next) {
        synchronized (this) {
            filter = next;
            first = 0;
            takeIn = true;
        }
        wanted.run();
    }

    @Override
    public void window(int from, int rows) {
        synchronized (this) {
            first = Math.max(0, from);
            count = Math.clamp(rows, 1, LARGEST_WINDOW);
        }
        wanted.run();
    }

    @Override
    public void hold(boolean on) {
        synchronized (this) {
            reading = on;
        }
        wanted.run();
    }

    @Override
    public void showArrived() {
        synchronized (this) {
            first = 0;
            takeIn = true;
        }
        wanted.run();
    }

    /// Whether a message or a name can bring a case in.
    synchronized boolean byWords() {
        return !filter.text().isBlank();
    }

    @Override
    public void pins(List<UUID> ids) {
        synchronized (this) {
            pins = List.copyOf(ids);
        }
        wanted.run();
    }

    @Override
    public List<UUID> ids(int from, int rows) {
        HeldOrder order = held;
        if (order != null) {
            return order.ids(from, rows);
        }
        QueuePage p = page.get();
        return p.rows().stream().skip(Math.max(0, from - p.first())).limit(rows).map(QueueRow::id).toList();
    }

    synchronized QueueFilter filter() {
        return filter;
    }

    /// Which cases the filter lets through, for whoever shows the same cases elsewhere. What has the words looked for is
    /// asked of the file.
    Predicate<OpenCases.Open> shown(CacheReader reader, OpenCases open, String me, Instant now) {
        QueueFilter f = filter();
        if (f.equals(QueueFilter.ALL)) {
            return o -> true;
        }
        if (f.text().isBlank()) {
            Matching matching = open.matching(f, me);
            return o -> matching.has(o.id());
        }
        Set<UUID> worded = new HashSet<>(reader.queueIds(wanted(f, me, now)));
        return o -> worded.contains(o.id());
    }

    /// What is filtered by, as the file is asked.
    CacheReader.Wanted wanted(String me, Instant now) {
        return wanted(filter(), me, now);
    }

    private record Asked(
            QueueFilter filter, int first, int count, boolean reading, boolean takeIn, List<UUID> pins) {}

    private synchronized Asked asked() {
        Asked a = new Asked(filter, first, count, reading, takeIn, pins);
        takeIn = false;
        return a;
    }

    /// Reads the page anew and publishes it; `changes` is what has come since the last time.
    void compute(
            CacheReader reader, OpenCases open, ChangeSet changes, Map<UUID, List<Viewer>> viewers, String me, Instant now) {
        Asked a = asked();
        CacheReader.Wanted wanted = wanted(a.filter(), me, now);
        open.advance(now.toEpochMilli());
        Matching matching = open.matching(a.filter(), me);
        HeldOrder order = hold(a, reader, wanted, open, changes);
        List<CaseFacts> rows;
        int total;
        if (order == null) {
            rows = reader.queue(wanted, a.first(), a.count());
            total = a.filter().text().isBlank() ? matching.size() : reader.count(wanted);
        } else {
            take(order, new Step(a.filter(), wanted, reader, open, matching, now), changes, matching.urgent());
            rows = reader.rows(order.ids(a.first(), a.count()));
            total = order.size();
        }
        page.publish(new QueuePage(
                a.filter(), a.first(), rows.stream().map(Rows::of).toList(), total, order == null ? 0 : order.arrived(),
                open.all().size(), open.tally().heldBy(me), open.tally().unclaimed(), open.tally().all().breached,
                matching.worstUnclaimed(), viewers));
    }

    /// The order that is kept, taken in when that was asked for; null while nobody reads.
    private @Nullable HeldOrder hold(
            Asked a, CacheReader reader, CacheReader.Wanted wanted, OpenCases open, ChangeSet changes) {
        HeldOrder order = held;
        if (!a.reading()) {
            order = null;
        } else if (order == null || a.takeIn() || changes.everything() || order.size() == 0) {
            // An empty queue has nothing that could move.
            unworded.clear();
            order = new HeldOrder(reader.queueIds(wanted), id -> urgent(open, id));
        }
        if (order != null) {
            order.pin(a.pins());
        }
        held = order;
        return order;
    }

    private static boolean urgent(OpenCases open, UUID id) {
        OpenCases.Open o = open.find(id);
        return o != null && o.urgent();
    }

    private record Step(
            QueueFilter filter, CacheReader.Wanted wanted, CacheReader reader, OpenCases open, Matching matching,
            Instant now) {
        /// Of these cases those that have the words looked for.
        Set<UUID> worded(Collection<UUID> ids) {
            return filter.text().isBlank() ? new HashSet<>(ids) : reader.among(wanted, ids);
        }

        long due(UUID id) {
            OpenCases.Open o = open.find(id);
            return o == null ? Long.MAX_VALUE : o.due();
        }
    }

    /// Counts what has come, lets emergencies in.
    private void take(HeldOrder order, Step step, ChangeSet changes, Set<UUID> urgent) {
        changes.cases().forEach((id, facts) -> {
            if (facts == null) {
                order.remove(id);
            } else {
                order.matchesNot(id);
            }
        });
        List<UUID> like = changes.ids().stream().filter(step.matching()::has).toList();
        step.worded(like).forEach(order::matches);
        if (!step.filter().text().isBlank()) {
            like.stream().filter(id -> !order.has(id)).forEach(unworded::add);
        }
        if (step.now().getEpochSecond() != lookedAt) {
            lookedAt = step.now().getEpochSecond();
            look(order, step);
        }
        step.worded(urgent.stream().filter(id -> !order.told(id)).toList()).forEach(id -> order.promote(id, step::due));
    }

    /// Nobody tells of a case that time alone has brought here, nor of words that were indexed after their case came.
    private void look(HeldOrder order, Step step) {
        if (step.filter().breached()) {
            step.worded(step.matching().ids().stream().filter(id -> !order.has(id)).toList()).forEach(order::matches);
        }
        Set<UUID> found = step.worded(unworded);
        found.forEach(order::matches);
        unworded.removeAll(found);
    }

    private static CacheReader.Wanted wanted(QueueFilter f, String me, Instant now) {
        return new CacheReader.Wanted(
                f.mine() ? me : null, f.unclaimed(), f.breached() ? now : null, f.channels(), f.districts(),
                f.villages(), f.categories(), f.agencies(), f.text(), f.area(), marks(f, me));
    }

    private static List<Set<String>> marks(QueueFilter f, String me) {
        List<Set<String>> all = new ArrayList<>();
        if (!f.tags().isEmpty()) {
            all.add(f.tags().stream().map(CaseFacts::tag).collect(Collectors.toSet()));
        }
        if (f.watched()) {
            all.add(Set.of(CaseFacts.watcher(me)));
        }
        if (f.reminded()) {
            all.add(Set.of(CaseFacts.reminder(me)));
        }
        return all;
    }
}
