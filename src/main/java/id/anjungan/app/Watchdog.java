package id.anjungan.app;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Ends the process when its screen has stood still for long, so that whoever keeps it starts it again: a wall that
/// shows an old picture is worse than one that is dark for a second.
final class Watchdog implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Consumer<Runnable> screen;
    private final LongSupplier nanos;
    private final Duration patience;
    private final Runnable end;
    private final AtomicLong heard;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watchdog").daemon().factory());

    /// `screen` runs something on the screen's thread; `end` is called when nothing ran there for `patience`.
    Watchdog(Consumer<Runnable> screen, LongSupplier nanos, Duration patience, Runnable end) {
        this.screen = screen;
        this.nanos = nanos;
        this.patience = patience;
        this.end = end;
        heard = new AtomicLong(nanos.getAsLong());
    }

    static Watchdog watch(Consumer<Runnable> screen, Runnable end) {
        Watchdog w = new Watchdog(screen, System::nanoTime, Duration.ofSeconds(60), end);
        var _ = w.timer.scheduleAtFixedRate(w::look, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        return w;
    }

    void look() {
        if (nanos.getAsLong() - heard.get() > patience.toNanos()) {
            end.run();
            return;
        }
        screen.accept(() -> heard.set(nanos.getAsLong()));
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
