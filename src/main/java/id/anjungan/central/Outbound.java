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

/// Answers on their way to citizens, fetched by the channels' connectors. A connector asks with the cursor of what
/// has reached its channel; that settles those answers as delivered. A channel without an idempotency key is handed
/// each answer once: when it asks again from before one, nobody knows whether it went out, and the answer becomes
/// uncertain, for a person to decide. Any thread; blocks.
final class Outbound {
    static final int LARGEST_PAGE = 500;

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
        if (!store.outbound(channel, -1, 1).isEmpty()) {
            settleUpTo(channel, after);
        }
        release();
        List<CentralStore.Outbound> ready = ready(known, after, limit);
        if (ready.isEmpty() && !wait.isZero()) {
            head.await(head.rings(), wait);
            release();
            ready = ready(known, after, limit);
        }
        return page(known, after, ready);
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

    private OutboundPage page(Policy.Channel channel, long after, List<CentralStore.Outbound> ready) {
        if (ready.isEmpty()) {
            return new OutboundPage(List.of(), after);
        }
        long next = ready.getLast().n();
        if (!channel.idempotentDelivery()) {
            Waits.on(writer.submit(Work.<Boolean>of(
                    tx -> {
                        tx.handedOut(channel.code(), next);
                        return base -> true;
                    },
                    (tx, incident) -> base -> false)));
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
