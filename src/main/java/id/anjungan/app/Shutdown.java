package id.anjungan.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits until the work is over, either because a window was closed or because the process was told to stop
/// (Ctrl-C, a service manager), and keeps the process alive until what is open has been closed in order. Open it
/// first, so that it is closed last.
final class Shutdown implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 15;

    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    private Shutdown() {}

    static Shutdown watch() {
        Shutdown s = new Shutdown();
        Runtime.getRuntime().addShutdownHook(new Thread(s::askedToStop, "shutdown"));
        return s;
    }

    private void askedToStop() {
        over.countDown();
        try {
            boolean _ = closed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The work is over: whoever waits goes on.
    void over() {
        over.countDown();
    }

    void await() throws InterruptedException {
        over.await();
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
