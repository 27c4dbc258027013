package id.anjungan.central;

import id.anjungan.protocol.Frame;
import id.anjungan.protocol.FrameCodec;
import id.anjungan.protocol.StreamQuery;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One open stream: snapshot or catch-up, then live, until the consumer goes or the server closes. It holds a
/// cursor and one batch, never a queue of changes: a slow consumer costs no memory, it is only late. Runs on the
/// request's virtual thread and blocks there.
final class Feed {
    static final int PAGE = 500;
    private static final Duration QUIET = Duration.ofMillis(1_500);

    private final Sources from;
    private final CentralStore store;
    private final Head head;
    private final Projection projection;
    private final OutputStream out;
    private final Ephemerals.@Nullable Box box;
    private final Runnable alive;
    private long lastBeat;

    /// What all streams of a server share.
    record Sources(CentralStore store, Head head, Tail tail, Unreadable unreadable, InstantSource clock) {}

    Feed(Sources from, Projection projection, OutputStream out, Ephemerals.@Nullable Box box, Runnable alive) {
        this.from = from;
        this.store = from.store();
        this.head = from.head();
        this.projection = projection;
        this.out = out;
        this.box = box;
        this.alive = alive;
    }

    void run(StreamQuery begin, boolean sameRights) throws IOException, InterruptedException {
        UUID epoch = begin.epoch();
        String position = begin.position();
        long cursor;
        if (epoch == null) {
            cursor = snapshot(store.head(), CentralStore.Position.START, 0);
        } else {
            String reason = wrong(begin, epoch, sameRights);
            if (reason != null) {
                send(new Frame.Resync(store.epoch(), reason));
                flush();
                return;
            }
            cursor = position == null
                    ? begin.after()
                    : snapshot(
                            begin.s0(),
                            CentralStore.Position.decode(position)
                                    .orElseThrow(() -> Problem.bad("snapshot: not a position of this server")),
                            0);
        }
        if (!head.closing()) {
            follow(cursor);
        }
    }

    /// Why the consumer must begin again, or null.
    private @Nullable String wrong(StreamQuery from, UUID epoch, boolean sameRights) {
        long cursor = from.position() == null ? from.after() : from.s0();
        if (!epoch.equals(store.epoch())) {
            return "epoch";
        }
        // Another node may have given a number that this one has not heard of.
        if (cursor > store.head() && cursor > store.headNow()) {
            return "ahead";
        }
        if (cursor < store.floor()) {
            return "compacted";
        }
        return sameRights ? null : "rights";
    }

    /// Sends the rows from a position on; the cursor to follow from.
    private long snapshot(long s0, CentralStore.Position begin, long already) throws IOException {
        long total = store.count(projection.belowGrade());
        CentralStore.Position at = begin;
        long sent = already;
        String resumed = begin.equals(CentralStore.Position.START) ? null : begin.encode();
        send(new Frame.Snapshot(store.epoch(), s0, resumed, sent, total, false));
        CentralStore.Page page = store.page(at, projection.belowGrade(), PAGE);
        while (!page.rows().isEmpty() && !head.closing()) {
            for (Row row : page.rows()) {
                change(row, row.seq());
            }
            at = page.last();
            sent += page.rows().size();
            send(new Frame.Snapshot(store.epoch(), s0, at.encode(), sent, total, false));
            flush();
            page = store.page(at, projection.belowGrade(), PAGE);
        }
        if (!head.closing()) {
            send(new Frame.Snapshot(store.epoch(), s0, at.encode(), sent, Math.max(sent, total), true));
            flush();
        }
        return s0;
    }

    private void follow(long begin) throws IOException, InterruptedException {
        long cursor = begin;
        UUID epoch = store.epoch();
        beat();
        through(cursor);
        while (!head.closing()) {
            long heard = head.rings();
            if (!epoch.equals(store.epoch())) {
                send(new Frame.Resync(store.epoch(), "epoch"));
                flush();
                return;
            }
            long now = store.head();
            if (cursor < now && cursor < store.floor()) {
                send(new Frame.Resync(epoch, "compacted"));
                flush();
                return;
            }
            while (cursor < now && !head.closing()) {
                long upTo = Math.min(now, cursor + PAGE);
                for (CentralStore.LogRow row : from.tail().changes(cursor, upTo)) {
                    change(row);
                }
                cursor = upTo;
                through(cursor);
            }
            if (ephemeral()) {
                flush();
            }
            if (System.nanoTime() - lastBeat >= QUIET.toNanos()) {
                beat();
            }
            head.await(heard, QUIET);
        }
    }

    private void beat() throws IOException {
        send(new Frame.Heartbeat(from.clock().instant(), store.head()));
        flush();
        lastBeat = System.nanoTime();
    }

    private void through(long cursor) throws IOException {
        send(new Frame.Through(cursor));
        flush();
    }

    private boolean ephemeral() throws IOException {
        if (box == null) {
            return false;
        }
        List<Frame.Ephemeral> waiting = box.drain();
        for (Frame.Ephemeral e : waiting) {
            send(e);
        }
        return !waiting.isEmpty();
    }

    private void change(CentralStore.LogRow log) throws IOException {
        Row row = log.row();
        Scope left = log.left();
        boolean sees = projection.sees(row.kind(), row.scope());
        if (left != null && !sees && projection.sees(row.kind(), left)) {
            send(new Frame.Withdrawn(log.seq(), row.kind().wire(), row.id()));
        } else if (log.latest() && sees) {
            change(row, log.seq());
        }
    }

    private void change(Row row, long seq) throws IOException {
        String body = bodyOf(row);
        if (body != null) {
            send(new Frame.Change(seq, row.kind().wire(), row.id(), body));
        }
    }

    /// A row that cannot be made fit to be sent is counted, and the stream goes on without it.
    private @Nullable String bodyOf(Row row) {
        try {
            return projection.body(row).orElse(null);
        } catch (RuntimeException e) {
            from.unreadable().note(row, e);
            return null;
        }
    }

    private void send(Frame frame) throws IOException {
        out.write(FrameCodec.encode(frame).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    private void flush() throws IOException {
        out.flush();
        alive.run();
    }
}
