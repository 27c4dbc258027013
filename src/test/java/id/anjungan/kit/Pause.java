package id.anjungan.kit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Time in the kit: faults last for a while, and everything else is awaited.
public final class Pause {
    private Pause() {}

    /// Lets a fault last. Ends early when the thread is interrupted.
    public static void millis(long ms) {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ms);
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            LockSupport.parkNanos(left);
        }
    }

    /// Looks every few milliseconds until it is so; false when the time is over.
    public static boolean until(long withinMs, BooleanSupplier so) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMs);
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                return so.getAsBoolean();
            }
            millis(10);
        }
        return true;
    }
}
