package id.anjungan.ui.kit;

import id.anjungan.domain.Priority;
import id.anjungan.state.QueueFilter;
import id.anjungan.state.QueueModel;
import id.anjungan.state.QueuePage;
import id.anjungan.state.QueueRow;
import id.anjungan.state.Signal;
import id.anjungan.state.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// A queue in memory that keeps the promises of the real one: filtered, windowed, held while somebody reads.
public final class FakeQueue implements QueueModel {
    public final FakeSignal<QueuePage> page = new FakeSignal<>(QueuePage.EMPTY);
    private final String me;
    private final Supplier<Instant> now;
    private final List<QueueRow> shown = new ArrayList<>();
    private final List<QueueRow> arrived = new ArrayList<>();
    private QueueFilter filter = QueueFilter.ALL;
    private int first;
    private int count = 120;
    private boolean held;
    private List<UUID> pins = List.of();
    private Map<UUID, List<Viewer>> viewers = Map.of();

    FakeQueue(String me, Supplier<Instant> now) {
        this.me = me;
        this.now = now;
    }

    /// All rows, in order.
    public void rows(List<QueueRow> all) {
        shown.clear();
        shown.addAll(all);
        publish();
    }

    /// A new row for the top: shown at once, or only counted while somebody reads, unless it is an emergency.
    public void arrive(QueueRow row) {
        if (held && (row.priority() != Priority.EMERGENCY || row.acknowledged())) {
            arrived.add(row);
        } else {
            shown.addFirst(row);
        }
        publish();
    }

    /// A row that changed in its place.
    public void change(QueueRow row) {
        shown.replaceAll(r -> r.id().equals(row.id()) ? row : r);
        publish();
    }

    public void viewers(Map<UUID, List<Viewer>> now) {
        viewers = now;
        publish();
    }

    public boolean held() {
        return held;
    }

    public QueueFilter filter() {
        return filter;
    }

    public int windowFirst() {
        return first;
    }

    public int windowCount() {
        return count;
    }

    List<QueueRow> all() {
        return List.copyOf(shown);
    }

    @Override
    public Signal<QueuePage> page() {
        return page;
    }

    @Override
    public void filter(QueueFilter next) {
        filter = next;
        first = 0;
        publish();
    }

    @Override
    public void window(int from, int howMany) {
        first = from;
        count = howMany;
        publish();
    }

    @Override
    public void hold(boolean reading) {
        held = reading;
        if (!reading) {
            takeIn();
        }
    }

    @Override
    public void pins(List<UUID> ids) {
        pins = List.copyOf(ids);
        List<QueueRow> top = ids.stream().flatMap(id -> shown.stream().filter(r -> r.id().equals(id))).toList();
        shown.removeAll(top);
        shown.addAll(0, top);
        publish();
    }

    public List<UUID> pins() {
        return pins;
    }

    @Override
    public List<UUID> ids(int from, int howMany) {
        return shown.stream().filter(this::matches).skip(from).limit(howMany).map(QueueRow::id).toList();
    }

    @Override
    public void showArrived() {
        takeIn();
    }

    private void takeIn() {
        if (!arrived.isEmpty()) {
            arrived.forEach(shown::addFirst);
            arrived.clear();
        }
        publish();
    }

    private boolean mine(QueueRow r) {
        return me.equals(r.claimedBy());
    }

    private boolean late(QueueRow r) {
        return r.due() != null && !r.paused() && now.get().isAfter(r.due());
    }

    private boolean matches(QueueRow r) {
        return (!filter.mine() || mine(r))
                && (!filter.unclaimed() || r.claimedBy() == null)
                && (!filter.breached() || late(r))
                && (filter.channels().isEmpty() || filter.channels().contains(r.channel()))
                && ((filter.districts().isEmpty() && filter.villages().isEmpty())
                        || filter.districts().contains(String.valueOf(r.district()))
                        || filter.villages().contains(String.valueOf(r.village())))
                && (filter.categories().isEmpty() || filter.categories().contains(r.category()))
                && (filter.agencies().isEmpty() || r.agencies().stream().anyMatch(filter.agencies()::contains))
                && (filter.text().isBlank() || (r.number() + " " + r.title()).contains(filter.text()));
    }

    private int count(Predicate<QueueRow> which) {
        return (int) shown.stream().filter(which).count();
    }

    private void publish() {
        List<QueueRow> match = shown.stream().filter(this::matches).toList();
        int from = Math.min(first, match.size());
        page.set(new QueuePage(
                filter, from, match.subList(from, Math.min(match.size(), from + count)), match.size(), arrived.size(),
                shown.size(), count(this::mine), count(r -> r.claimedBy() == null), count(this::late),
                match.stream().filter(r -> r.claimedBy() == null).findFirst().map(QueueRow::id).orElse(null),
                viewers));
    }
}
