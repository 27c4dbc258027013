package id.anjungan.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits for the process to be told to stop (Ctrl-C, a service manager) and lets what is open be closed in order
/// before it ends.
final class Shutdown {
    private static final long PATIENCE_SECONDS = 10;

    private Shutdown() {}

    /// Blocks until the process is asked to stop; what the caller closes afterwards is waited for.
    static void await() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Thread caller = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            asked.countDown();
            try {
                caller.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        asked.await();
    }
}
