package id.anjungan.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.anjungan.domain.Actor;
import id.anjungan.domain.Policy;
import id.anjungan.domain.Role;
import id.anjungan.profile.ProfileLoader;
import id.anjungan.protocol.Frame;
import id.anjungan.protocol.FrameCodec;
import id.anjungan.store.CacheDb;
import id.anjungan.store.DeskDb;
import id.anjungan.store.StreamPosition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A desk that is far behind, and slow, holds little of what it has not written yet.
class FollowerTest {
    private static final int CHANGES = 300_000;
    private static final int EVERY = 250;
    /// Two batches of the live size, what the reader's buffer holds, and what the counting is coarse by.
    private static final int MOST_HELD = 2_500;
    private static final Policy POLICY = ProfileLoader.load("surabaya").toPolicy();

    @TempDir
    Path dir;

    /// Lines made as they are asked for, so that what was asked for is what somebody holds.
    private static final class Endless extends InputStream {
        private final UUID epoch;
        private int changes;
        private boolean through;
        private byte[] now = {};
        private int at;
        final AtomicLong written = new AtomicLong();
        long most;

        Endless(UUID epoch) {
            this.epoch = epoch;
        }

        private byte @Nullable [] next() {
            if (through) {
                through = false;
                return line(new Frame.Through(changes));
            }
            if (changes == CHANGES) {
                return null;
            }
            int n = changes++;
            through = changes % 100 == 0;
            most = Math.max(most, changes - written.get());
            return line(new Frame.Change(n + 1, n % EVERY == 0 ? "case" : "of-the-future", new UUID(epoch.getMostSignificantBits(), n), "{\"n\":" + n + "}"));
        }

        private static byte[] line(Frame f) {
            return (FrameCodec.encode(f) + "\n").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in pieces");
        }

        @Override
        public int read(byte[] to, int from, int length) {
            if (at == now.length) {
                byte[] next = next();
                if (next == null) {
                    return -1;
                }
                now = next;
                at = 0;
            }
            int n = Math.min(length, now.length - at);
            System.arraycopy(now, at, to, from, n);
            at += n;
            return n;
        }
    }

    private static final class Nobody implements Follower.Owner {
        @Override
        public void progress(long loaded, long total) {}

        @Override
        public void live() {}

        @Override
        public void ephemeral(Frame.Ephemeral frame) {}

        @Override
        public void history(UUID epoch) {}
    }

    @Test
    void however_far_behind_little_waits_in_memory() throws IOException {
        UUID epoch = UUID.randomUUID();
        try (DeskDb desk = DeskDb.open(dir.resolve("desk.db"));
                CacheDb cache = CacheDb.open(dir.resolve("cache.db"))) {
            Endless lines = new Endless(epoch);
            Overlay overlay = new Overlay(cache, desk, new Rules() {
                @Override
                public Actor actor() {
                    return Actor.of("ayu", "Ayu", Role.OPERATOR);
                }

                @Override
                public Policy policy() {
                    return POLICY;
                }
            });
            // A slow disk: five milliseconds more for each commit. Every unreadable record tells of 250 written ones.
            cache.onCommit(c -> {
                lines.written.addAndGet((long) c.setAside() * EVERY);
                LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
            });
            ServerTime time = new ServerTime(InstantSource.system(), System::nanoTime, Duration.ZERO);
            new Follower(cache, overlay, time, new Nobody(), new StreamPosition(epoch, 0, false, null, 0)).follow(lines);
            assertThat(cache.position().join().cursor()).isEqualTo(CHANGES);
            assertThat(lines.most).isPositive().isLessThanOrEqualTo(MOST_HELD);
        }
    }
}
