package id.anjungan.central;

import id.anjungan.domain.Decide;
import id.anjungan.domain.Role;
import java.util.concurrent.CountDownLatch;

/// A server whose commands can be made to wait: nothing is settled while it is stuck; its streams and questions go on.
public final class Stuck implements AutoCloseable {
    private volatile CountDownLatch free = new CountDownLatch(0);
    public final CentralServer server;

    public Stuck(CentralConfig config) {
        server = CentralServer.start(config, (view, command, ctx) -> {
            if (ctx.actor().role() == Role.OPERATOR) {
                await(free);
            }
            return Decide.decide(view, command, ctx);
        });
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void hold() {
        free = new CountDownLatch(1);
    }

    public void release() {
        free.countDown();
    }

    @Override
    public void close() {
        release();
        server.close();
    }
}
