package id.anjungan.central;

import id.anjungan.domain.Command;
import id.anjungan.domain.Ids;
import id.anjungan.domain.Message;
import id.anjungan.domain.Policy;
import id.anjungan.intake.OutboundAnswer;
import id.anjungan.intake.OutboundPage;
import id.anjungan.protocol.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Answers on their way to citizens, fetched by the channels' connectors. A connector asks with the cursor of what
/// has reached its channel; that settles those answers as delivered. A channel without an idempotency key is handed
/// each answer once: when it asks again from before one, nobody knows whether it went out, and the answer becomes
/// uncertain, for a person to decide. Any thread; blocks.
final class Outbound {
    static final int LARGEST_PAGE = 500;
    private static final String LEASE = "outbound:";
    /// How long the connector of a dead node keeps the next from taking over.
    private static final Duration HELD = Duration.ofSeconds(10);
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final SystemCommands decide;
    private final Writer writer;
    private final CentralStore store;
    private final Head head;

    Outbound(SystemCommands decide, Writer writer, CentralStore store, Head head) {
        this.decide = decide;
        this.writer = writer;
        this.store = store;
        this.head = head;
    }

    /// What became of one answer, told by its connector.
    record Told(UUID id, Message.Delivery delivery) {}

    OutboundPage fetch(String channel, long after, int limit, Duration wait) throws InterruptedException {
        Policy.Channel known = decide.policy()
                .channel(channel)
                .orElseThrow(() -> Problem.notFound("this city has no channel '" + channel + "'"));
        UUID holder = UUID.randomUUID();
        long until = System.nanoTime() + wait.toNanos();
        CentralStore.Lease lease = take(channel, holder, until);
        if (lease == null) {
            return new OutboundPage(List.of(), after);
        }
        try {
            if (!store.outbound(channel, -1, 1).isEmpty()) {
                settleUpTo(channel, after);
            }
            return page(known, after, awaited(known, after, limit, until, lease), lease);
        } finally {
            store.release(lease);
        }
    }

    /// One connector at a time takes a channel's answers, at whichever node; null when another has it all the while.
    private CentralStore.@Nullable Lease take(String channel, UUID holder, long until) throws InterruptedException {
        CentralStore.Lease lease = store.lease(LEASE + channel, holder, HELD).orElse(null);
        while (lease == null && until - System.nanoTime() > 0) {
            head.await(head.rings(), least(until));
            lease = store.lease(LEASE + channel, holder, HELD).orElse(null);
        }
        return lease;
    }

    private List<CentralStore.Outbound> awaited(
            Policy.Channel known, long after, int limit, long until, CentralStore.Lease lease)
            throws InterruptedException {
        while (true) {
            long heard = head.rings();
            release();
            List<CentralStore.Outbound> ready = ready(known, after, limit);
            if (!ready.isEmpty() || until - System.nanoTime() <= 0 || head.closing()) {
                return ready;
            }
            head.await(heard, least(until));
            if (store.lease(lease.name(), lease.holder(), HELD).isEmpty()) {
                return List.of();
            }
        }
    }

    private static Duration least(long until) {
        Duration left = Duration.ofNanos(Math.max(0, until - System.nanoTime()));
        return left.compareTo(LOOK) < 0 ? left : LOOK;
    }

    private List<CentralStore.Outbound> ready(Policy.Channel channel, long after, int limit) {
        List<CentralStore.Outbound> all = store.outbound(channel.code(), after, limit);
        if (channel.idempotentDelivery()) {
            return all;
        }
        List<CentralStore.Outbound> fresh = new ArrayList<>();
        for (CentralStore.Outbound o : all) {
            UUID message = o.message();
            if (!o.handed()) {
                fresh.add(o);
            } else if (message != null) {
                record(message, Message.Delivery.UNCERTAIN);
            }
        }
        return fresh;
    }

    private OutboundPage page(
            Policy.Channel channel, long after, List<CentralStore.Outbound> ready, CentralStore.Lease lease) {
        if (ready.isEmpty()) {
            return new OutboundPage(List.of(), after);
        }
        long next = ready.getLast().n();
        if (!channel.idempotentDelivery()) {
            boolean mine = Waits.on(writer.submit(Work.<Boolean>of(
                    tx -> {
                        boolean stands = tx.stands(lease);
                        if (stands) {
                            tx.handedOut(channel.code(), next);
                        }
                        return base -> stands;
                    },
                    (tx, incident) -> base -> false)));
            if (!mine) {
                return new OutboundPage(List.of(), after);
            }
        }
        return new OutboundPage(ready.stream().map(this::answer).toList(), next);
    }

    private OutboundAnswer answer(CentralStore.Outbound o) {
        UUID message = o.message();
        String text = message == null
                ? ""
                : store.row(message).map(r -> Json.read(r.body(), Message.class).body()).orElse("");
        return new OutboundAnswer(o.n(), o.id().toString(), o.channel(), o.sourceId(), o.at(), text, o.ends());
    }

    /// Lets out what has been held long enough; whether there was any.
    boolean release() {
        Instant next = store.nextRelease().orElse(null);
        if (next == null || next.isAfter(decide.now())) {
            return false;
        }
        Waits.on(writer.submit(Work.<Integer>of(
                tx -> {
                    int n = tx.releaseOutbound(decide.now());
                    return base -> n;
                },
                (tx, incident) -> base -> 0)));
        head.ring();
        return true;
    }

    private void settleUpTo(String channel, long after) {
        Waits.on(writer.submit(Work.<List<UUID>>of(
                tx -> {
                    List<UUID> all = tx.reached(channel, after);
                    all.forEach(m -> give(tx, m, Message.Delivery.DELIVERED));
                    return base -> all;
                },
                (tx, incident) -> {
                    decide.alarm(tx, incident);
                    return base -> List.of();
                })));
    }

    /// Records what a connector says about one answer.
    void record(UUID message, Message.Delivery delivery) {
        Waits.on(writer.submit(Work.<Boolean>of(
                tx -> {
                    give(tx, message, delivery);
                    return base -> true;
                },
                (tx, incident) -> {
                    decide.alarm(tx, incident);
                    return base -> false;
                })));
    }

    private void give(Tx tx, UUID message, Message.Delivery delivery) {
        decide.give(
                tx,
                "delivery",
                Ids.of("delivery", message.toString(), delivery.name()),
                new Command.RecordDelivery(message, delivery));
    }
}
