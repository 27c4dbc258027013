package id.anjungan.kit;

import id.anjungan.intake.IntakeItem;
import id.anjungan.intake.IntakeResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// The independent client's record: what was acknowledged to an operator or to a channel, and nothing else. Filled by
/// the threads that listen to the children; the oracle reads it.
public final class Ledger {
    /// An act that a desk acknowledged.
    public record Act(String console, Acked acked) {}

    /// An item that a channel was answered for.
    public record Item(IntakeItem item, IntakeResult.Status status) {}

    private final Map<UUID, Act> acts = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<UUID> order = new ConcurrentLinkedQueue<>();
    private final Map<String, Item> items = new ConcurrentHashMap<>();
    private final Set<String> doubled = ConcurrentHashMap.newKeySet();
    private final AtomicInteger kills = new AtomicInteger();

    void acked(String console, Acked acked) {
        if (acts.putIfAbsent(acked.id(), new Act(console, acked)) == null) {
            order.add(acked.id());
        } else {
            doubled.add("one id acknowledged twice: " + acked.id());
        }
    }

    void delivered(IntakeItem item, IntakeResult result) {
        items.putIfAbsent(item.channel() + "/" + item.sourceId(), new Item(item, result.status()));
    }

    void killed() {
        kills.incrementAndGet();
    }

    public long countOf(String console) {
        return acts.values().stream().filter(a -> a.console().equals(console)).count();
    }

    public int kills() {
        return kills.get();
    }

    public int count() {
        return acts.size();
    }

    /// The acts in the order in which they were heard.
    Map<UUID, Act> acts() {
        Map<UUID, Act> all = new LinkedHashMap<>();
        order.forEach(id -> all.put(id, acts.get(id)));
        return all;
    }

    public Map<String, Item> items() {
        return Map.copyOf(items);
    }

    List<String> doubled() {
        return new ArrayList<>(doubled);
    }
}
