package id.anjungan.state;

import id.anjungan.store.CacheReader;
import id.anjungan.store.CaseFacts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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

    private @Nullable List<UUID> heldOrder;
    private Set<UUID> heldIds = Set.of();

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

    private record Asked(QueueFilter filter, int first, int count, boolean reading, boolean takeIn) {}

    private synchronized Asked asked() {
        Asked a = new Asked(filter, first, count, reading, takeIn);
        takeIn = false;
        return a;
    }

    /// Reads the page anew and publishes it.
    void compute(CacheReader reader, OpenCases open, String me, Instant now) {
        Asked a = asked();
        var wantedCases = wanted(a.filter(), me, now);
        Counts counts = counts(a.filter(), open, me, now.toEpochMilli());
        hold(a, reader, wantedCases);
        List<UUID> order = heldOrder;
        List<CaseFacts> rows;
        int total;
        int arrived = 0;
        if (order == null) {
            rows = reader.queue(wantedCases, a.first(), a.count());
            total = a.filter().text().isBlank()
                    ? counts.matching()
                    : reader.count(wantedCases);
        } else {
            int from = Math.min(a.first(), order.size());
            rows = reader.rows(order.subList(from, Math.min(order.size(), from + a.count())));
            total = order.size();
            arrived = arrived(a.filter(), reader, wantedCases, open, me, now.toEpochMilli());
        }
        page.publish(new QueuePage(
                a.filter(), a.first(), rows.stream().map(Rows::of).toList(), total, arrived, open.all().size(),
                counts.mine(), counts.unclaimed(), counts.breached()));
    }

    private record Counts(int matching, int mine, int unclaimed, int breached) {}

    /// Everything that is counted, in one pass: this runs with every pulse.
    private static Counts counts(QueueFilter f, OpenCases open, String me, long now) {
        boolean all = f.equals(QueueFilter.ALL);
        int matching = 0;
        int mine = 0;
        int unclaimed = 0;
        int breached = 0;
        for (OpenCases.Open o : open.all()) {
            matching += all || matches(f, o, me, now) ? 1 : 0;
            mine += o.heldBy(me) ? 1 : 0;
            unclaimed += o.claimedBy() == null ? 1 : 0;
            breached += o.breached(now) ? 1 : 0;
        }
        return new Counts(matching, mine, unclaimed, breached);
    }

    private void hold(Asked a, CacheReader reader, CacheReader.Wanted cases) {
        if (!a.reading()) {
            heldOrder = null;
            heldIds = Set.of();
        } else if (heldOrder == null || a.takeIn()) {
            heldOrder = reader.queueIds(cases);
            heldIds = new HashSet<>(heldOrder);
        }
    }

    private int arrived(
            QueueFilter f, CacheReader reader, CacheReader.Wanted cases, OpenCases open, String me, long now) {
        return f.text().isBlank()
                ? open.count(o -> matches(f, o, me, now) && !heldIds.contains(o.id()))
                : Math.toIntExact(reader.queueIds(cases).stream().filter(id -> !heldIds.contains(id)).count());
    }

    private static CacheReader.Wanted wanted(QueueFilter f, String me, Instant now) {
        return new CacheReader.Wanted(
                f.mine() ? me : null, f.unclaimed(), f.breached() ? now : null, f.channels(), f.districts(),
                f.categories(), f.text());
    }

    private static boolean matches(QueueFilter f, OpenCases.Open o, String me, long now) {
        return (!f.mine() || o.heldBy(me))
                && (!f.unclaimed() || o.claimedBy() == null)
                && (!f.breached() || o.breached(now))
                && (f.channels().isEmpty() || f.channels().contains(o.channel()))
                && (f.categories().isEmpty() || f.categories().contains(o.category()))
                && (f.districts().isEmpty() || (o.district() != null && f.districts().contains(o.district())));
    }
}
