package id.anjungan.app;

import id.anjungan.simulator.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets a simulated city live beside a window: brings in what happened since it was last looked at, then goes on live.
/// Works on a thread of its own; closing stops it and notes the time, so that the next start fills only the gap.
final class CityLife implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CityLife.class);
    private static final int LONGEST_HOURS = 24;

    private final Path note;
    private final InstantSource clock;
    private final Thread thread;
    private final CompletableFuture<Boolean> filled = new CompletableFuture<>();

    private CityLife(Simulator simulator, Path directory, InstantSource clock) {
        this.note = directory.resolve("simulated-until");
        this.clock = clock;
        int hours = hoursToFill();
        thread = Thread.ofVirtual().name("city-life").unstarted(() -> {
            try {
                if (hours > 0) {
                    simulator.backfill(hours);
                }
                simulator.start();
                filled.complete(true);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    static CityLife begin(Simulator simulator, Path directory, InstantSource clock) {
        CityLife life = new CityLife(simulator, directory, clock);
        life.thread.start();
        return life;
    }

    /// Done when the history is in and the city goes on live.
    CompletableFuture<Boolean> filled() {
        return filled;
    }

    private int hoursToFill() {
        try {
            Duration gap = Duration.between(Instant.parse(Files.readString(note).strip()), clock.instant());
            return Math.clamp(gap.toHours(), 0, LONGEST_HOURS);
        } catch (IOException | DateTimeException e) {
            return LONGEST_HOURS;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
            Files.writeString(note, clock.instant().toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("the next start will bring in the past days again: {}", e.getMessage());
        }
    }
}
